"""What the file system tells of files without their being read: whether anything can have changed since.

As in git's index, a file counts as unchanged only if it had been left alone for a while when it was read, since two
changes within one tick of the file system's clock look like one.
"""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterable, Iterator

from dragoman.cache.folder import make_digest

#: The coarsest clock of a file system in use (FAT's), in nanoseconds.
TICK = 2_000_000_000
#: Made by the interpreter while it runs, from files that have stamps of their own.
_LEFT_OUT = frozenset({"__pycache__"})


class Unstampable(Exception):
    """Something whose changes the file system would not tell."""


class Stamps:
    """The stamps of many files: ``digest`` of all that was told, and ``latest``, when anything last changed (ns)."""

    __slots__ = ("_lines", "latest")

    def __init__(self) -> None:
        self._lines: list[str] = []
        self.latest = 0

    @property
    def digest(self) -> str:
        return make_digest("\n".join(self._lines).encode("utf-8", "surrogateescape"))

    def add_facts(self, *facts: str) -> None:
        """What is no file, but may change as well."""
        self._lines += facts

    def add_trees(self, paths: Iterable[str]) -> None:
        """Files, and folders with all that is below them; what is not there is told as such.

        Raises Unstampable for a link to a folder, whose inside is not looked at.
        """
        for path in paths:
            try:
                found = os.stat(path)  # noqa: PTH116 - pathlib takes longer than all the rest
            except OSError:
                self._lines.append(f"{path} -")
                continue
            self._add(path, found)
            if stat.S_ISDIR(found.st_mode):
                for inside, status in _walk(path):
                    self._add(inside, status)

    def _add(self, path: str, found: os.stat_result) -> None:
        if stat.S_ISDIR(found.st_mode):  # what is in a folder tells of itself; an empty one has its path
            self._lines.append(path)
            return
        self._lines.append(
            f"{path} {found.st_mode} {found.st_size} {found.st_mtime_ns} {found.st_ctime_ns} {found.st_ino}"
        )
        # Windows keeps in ctime when a file was made.
        changed = found.st_mtime_ns if sys.platform == "win32" else found.st_ctime_ns
        self.latest = max(self.latest, changed)

    def add_published(self, root: str, paths: Iterable[str]) -> None:
        """Files below a folder as they were published: their size and when they were written.

        When their inode changed is left out, since the next build shares them with a tree of its own.
        """
        lines = self._lines
        for path in paths:
            try:
                found = os.lstat(f"{root}/{path}")
            except OSError:
                lines.append(f"{path} -")
                continue
            lines.append(f"{path} {found.st_mode} {found.st_size} {found.st_mtime_ns}")


def _walk(folder: str) -> Iterator[tuple[str, os.stat_result]]:
    """All below a folder, in order."""
    try:
        with os.scandir(folder) as entries:
            found = sorted(entries, key=lambda entry: entry.name)
    except OSError as error:
        raise Unstampable(folder) from error
    for entry in found:
        if entry.name in _LEFT_OUT:
            continue
        status = entry.stat(follow_symlinks=False)
        yield entry.path, status
        if stat.S_ISDIR(status.st_mode):
            yield from _walk(entry.path)
        elif stat.S_ISLNK(status.st_mode):
            if entry.is_dir():
                raise Unstampable(entry.path)
            if entry.is_file():
                yield entry.path, entry.stat()
