"""Output paths that cannot stand side by side: twice the same, a file that is also a folder, a difference only of case.

Knows paths as text; must not look at the disk.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from dragoman.errors import DragomanError


class PathRegister:
    """The output paths of one build so far. ``add`` raises DragomanError for one that collides with another."""

    __slots__ = ("_files", "_folders", "_spellings")

    def __init__(self) -> None:
        self._files: set[str] = set()
        self._folders: set[str] = set()
        self._spellings: dict[str, str] = {}

    def add(self, path: str) -> None:
        """Take up the path of a file and of the folders above it."""
        if path in self._files:
            raise DragomanError(f"two files want the same output path: {path!r}")
        if path in self._folders:
            raise _file_and_folder(path)
        self._spell(path)
        self._files.add(path)
        for folder in iter_parents(path):
            if folder in self._folders:
                break  # and so are all above it
            if folder in self._files:
                raise _file_and_folder(folder)
            self._spell(folder)
            self._folders.add(folder)

    def _spell(self, path: str) -> None:
        other = self._spellings.setdefault(_fold(path), path)
        if other != path:
            raise DragomanError(
                f"the output paths {other!r} and {path!r} differ only in capitals or in the form of a letter",
                hint="many computers and hosts take them for one and the same: rename one of them",
            )


def iter_parents(path: str) -> Iterator[str]:
    """The folders above an output path, the nearest first; the output itself is not among them."""
    while (end := path.rfind("/")) > 0:
        path = path[:end]
        yield path


def _fold(path: str) -> str:
    return path.lower() if path.isascii() else unicodedata.normalize("NFC", path.casefold())


def _file_and_folder(path: str) -> DragomanError:
    return DragomanError(f"the output path {path!r} is wanted both as a file and as a folder")
