"""What is to be published: an output path, and its bytes or the file that holds them.

Passed from `render` and the Pelican plugin to `output`. Knows which output paths are safe on every system; must not
know what is in a file, nor where it will be written.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

from dragoman.errors import DragomanError

OWN_PREFIX = ".dragoman-"
"""Names below the output that begin so are the writer's own and can be nobody's page."""

_PATH = re.compile(r"[^/\\\x00-\x1f\x7f-\x9f]+(?:/[^/\\\x00-\x1f\x7f-\x9f]+)*")
_LONGEST_PART = 255  # bytes, on every common file system


def find_path_fault(path: str) -> str | None:
    """Why ``path`` cannot be an output path, in words that follow "it", or None when it can."""
    if not _PATH.fullmatch(path):
        return "is not a relative path of plain names separated by “/”"
    try:
        encoded = path.encode()
    except UnicodeEncodeError:
        return "is not valid Unicode"
    parts = path.split("/")
    if "." in parts or ".." in parts:
        return "has a “.” or “..” in it"
    if len(encoded) > _LONGEST_PART and any(len(part.encode()) > _LONGEST_PART for part in parts):
        return f"has a name of more than {_LONGEST_PART} bytes"
    if path.startswith(OWN_PREFIX):
        return f"begins with “{OWN_PREFIX}”, as only the writer's own files do"
    return None


def _check_path(path: str) -> None:
    if (fault := find_path_fault(path)) is not None:
        raise DragomanError(f"{path!r} cannot be an output path: it {fault}")


@dataclass(frozen=True, slots=True, kw_only=True)
class RenderedFile:
    """One file of the site, whole in memory. ``path`` is relative to the output, with ``/``.

    Raises DragomanError for a path that could leave the output or that some system cannot hold.
    """

    path: str
    content: bytes = field(repr=False)

    def __post_init__(self) -> None:
        _check_path(self.path)


@dataclass(frozen=True, slots=True, kw_only=True)
class StagedFile:
    """One file of the site that lies on disk already, at ``source``, and is copied without being held in memory.

    Raises DragomanError for a bad ``path``, as RenderedFile does.
    """

    path: str
    source: Path

    def __post_init__(self) -> None:
        _check_path(self.path)


OutputFile = RenderedFile | StagedFile
