"""Where a build writes: the real output folder, the shadow beside it, and the lock.

Beside ``output/`` stand ``.output.next`` (the shadow) and, during a build, ``.output.lock``. Where nothing can stand
beside it, both are inside, under names of the writer's own. Looks at folders; must not change them.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from dragoman.errors import DragomanError
from dragoman.output.manifest import MANIFEST_NAME
from dragoman.output.tree import Kind, walk
from dragoman.rendered import OWN_PREFIX

MARK_NAME = f"{OWN_PREFIX}unfinished"
"""A file that a shadow holds from the first change made to it until it is published."""

STAGING_NAME = f"{OWN_PREFIX}staging"
LOCK_NAME = f"{OWN_PREFIX}lock"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """``output`` with all links resolved. ``reason`` says why its tree cannot be exchanged as a whole, "" if it can."""

    output: Path
    shadow: Path
    reason: str


def find_output(output: Path) -> Path:
    """The folder that ``output`` means, links resolved; it need not exist. Raises DragomanError if it cannot be one."""
    real = Path(os.path.realpath(output))
    if real == real.parent:
        raise DragomanError(f"the output cannot be the root of the file system ({str(output)!r})")
    if real.exists() and not real.is_dir():
        raise DragomanError(f"the output {str(output)!r} is not a folder")
    return real


def lock_path(output: Path) -> Path:
    """Where the lock of this output is: beside it, or inside if the folder above may not be written."""
    return _beside(output, "lock") if _may_write(output.parent) else output / LOCK_NAME


def find_place(output: Path) -> Place:
    """Where to write for ``output`` (as find_output gives it). To be called with the lock held."""
    inside = output / STAGING_NAME
    shadow = _beside(output, "next")
    if not _may_write(output.parent):
        return Place(output=output, shadow=inside, reason=f"nothing may be written beside {str(output)!r}")
    if output.exists() and output.stat().st_dev != output.parent.stat().st_dev:
        return Place(output=output, shadow=inside, reason=f"{str(output)!r} is a disk of its own")
    if not _is_ours(shadow, output):
        return Place(output=output, shadow=inside, reason=f"{str(shadow)!r} is not ours: move it away")
    return Place(output=output, shadow=shadow, reason="")


def _beside(output: Path, ending: str) -> Path:
    return output.with_name(f".{output.name}.{ending}")


def _may_write(folder: Path) -> bool:
    return os.access(folder, os.W_OK | os.X_OK)


def _is_ours(shadow: Path, output: Path) -> bool:
    """Whether nothing is lost if ``shadow`` is changed: it bears our sign, or holds only what output/ holds too."""
    if shadow.is_symlink() or not shadow.is_dir():
        return not shadow.is_symlink() and not shadow.exists()
    if any((shadow / name).is_file() for name in (MANIFEST_NAME, MARK_NAME)):
        return True
    published = walk(output)
    return all(entry.kind is Kind.FOLDER or published.get(path) == entry for path, entry in walk(shadow).items())
