"""The manifest: which files of a published folder are ours, and what was in them.

Lies inside the folder, so that it changes in the same step as what it describes. Its bytes follow from the files alone:
no time, no machine. Knows its own format; must not know how a build uses it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from dragoman.output.files import Fingerprint
from dragoman.rendered import OWN_PREFIX, find_path_fault

MANIFEST_NAME = f"{OWN_PREFIX}manifest.json"

_FORMAT = 1
_LARGEST = 256 * 1024 * 1024  # bytes; some two million files
_quote = json.JSONEncoder(ensure_ascii=False).encode
_SHA256 = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """Output path to fingerprint; None where the file is ours, but a build was broken off while it replaced it."""

    files: Mapping[str, Fingerprint | None]

    def to_bytes(self) -> bytes:
        """JSON in UTF-8, one line a file, sorted by path."""
        lines = ",\n".join(_line(path, self.files[path]) for path in sorted(self.files))
        return f'{{"format": {_FORMAT}, "files": {{\n{lines}\n}}}}\n'.encode()


@dataclass(frozen=True, slots=True, kw_only=True)
class ManifestOnDisk:
    """A folder's manifest as it was found; empty, with ``damaged`` saying why, where there is none to trust.

    ``written_ns`` is its modification time: files of ours that are newer were touched by somebody else.
    """

    manifest: Manifest
    content: bytes = b""
    written_ns: int = -1
    damaged: bool = False


def parse_manifest(content: bytes) -> Manifest | None:
    """The manifest in ``content``, or None if anything about it is not as we write it."""
    try:
        tree = json.loads(content.decode(), object_pairs_hook=_unique)
        if not isinstance(tree, dict) or tree.keys() != {"format", "files"} or tree["format"] != _FORMAT:
            return None
        return Manifest(files={path: _read_entry(path, entry) for path, entry in tree["files"].items()})
    except (ValueError, TypeError, AttributeError, RecursionError):
        return None


def read_manifest(folder: Path) -> ManifestOnDisk:
    """The manifest of ``folder``. Never raises for what is missing, damaged or foreign: then nothing is ours."""
    path = folder / MANIFEST_NAME
    nothing = Manifest(files={})
    try:
        found = path.lstat()
    except OSError:
        return ManifestOnDisk(manifest=nothing)
    if path.is_symlink() or not path.is_file() or found.st_size > _LARGEST:
        return ManifestOnDisk(manifest=nothing, damaged=True)
    try:
        content = path.read_bytes()
    except OSError:
        return ManifestOnDisk(manifest=nothing, damaged=True)
    manifest = parse_manifest(content)
    if manifest is None:
        return ManifestOnDisk(manifest=nothing, damaged=True)
    return ManifestOnDisk(manifest=manifest, content=content, written_ns=found.st_mtime_ns)


def _line(path: str, fingerprint: Fingerprint | None) -> str:
    entry = "null" if fingerprint is None else f'[{fingerprint.size}, "{fingerprint.sha256}"]'
    return f"{_quote(path)}: {entry}"


def _unique(pairs: list[tuple[str, object]]) -> dict[str, object]:
    tree = dict(pairs)
    if len(tree) != len(pairs):
        raise ValueError("a key is written twice")
    return tree


def _read_entry(path: str, entry: object) -> Fingerprint | None:
    # A manifest says what may be removed, so a path that leaves the folder makes the whole of it worthless.
    if find_path_fault(path) is not None:
        raise ValueError(path)
    match entry:
        case None:
            return None
        case [int(size), str(sha256)] if size >= 0 and not isinstance(size, bool) and _SHA256.fullmatch(sha256):
            return Fingerprint(size=size, sha256=sha256)
        case _:
            raise ValueError(path)
