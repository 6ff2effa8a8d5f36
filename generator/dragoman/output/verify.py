"""Whether a published folder still is what its manifest says. Looks at every byte; must not change anything."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from pathlib import Path

from dragoman.output.files import Fingerprint, find_fingerprint_on_disk
from dragoman.output.manifest import MANIFEST_NAME, read_manifest
from dragoman.output.place import find_output


class Fault(enum.Enum):
    """What can be wrong with a published file, in words that follow its path."""

    NO_MANIFEST = "is missing, so nothing here is known to be ours"
    DAMAGED_MANIFEST = "is damaged, so nothing here is known to be ours"
    UNFINISHED = "was about to be replaced when a build was broken off"
    MISSING = "is missing"
    NOT_A_FILE = "is not a regular file, or cannot be read"
    CHANGED = "is not as it was published"


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One difference between the folder and its manifest. ``path`` is relative to the output."""

    path: str
    fault: Fault

    @property
    def message(self) -> str:
        return f"{self.path} {self.fault.value}"


def verify(output: Path) -> tuple[Problem, ...]:
    """All differences between ``output`` and its manifest, sorted by path; strangers' files are none.

    Raises DragomanError if ``output`` cannot be a folder. Meant for a moment at which no build is writing; one with ``thorough=True`` mends what is found.
    """
    folder = find_output(output)
    found = read_manifest(folder)
    if found.damaged:
        return (Problem(path=MANIFEST_NAME, fault=Fault.DAMAGED_MANIFEST),)
    if not found.content:
        return (Problem(path=MANIFEST_NAME, fault=Fault.NO_MANIFEST),)
    faults = {path: _find_fault(folder / path, expected) for path, expected in found.manifest.files.items()}
    return tuple(Problem(path=path, fault=fault) for path, fault in sorted(faults.items()) if fault is not None)


def _find_fault(path: Path, expected: Fingerprint | None) -> Fault | None:
    if expected is None:
        return Fault.UNFINISHED
    actual = find_fingerprint_on_disk(path)
    if actual == expected:
        return None
    if actual is not None:
        return Fault.CHANGED
    return Fault.NOT_A_FILE if path.is_symlink() or path.exists() else Fault.MISSING
