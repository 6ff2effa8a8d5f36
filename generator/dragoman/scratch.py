"""Folders for what a build makes on its way. What a build leaves that was killed, the next one removes.

A folder's lock tells the living from the dead: the system takes it away with the last process of a build. Knows folders
and locks; must not know what is put there.
"""

from __future__ import annotations

import fcntl
import os
import re
import shutil
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_PREFIX, _SUFFIX = ".dragoman-", ".building"
_NAME = re.compile(rf"{re.escape(_PREFIX)}\w{{8}}{re.escape(_SUFFIX)}")


class Scratch:
    """A new folder in ``parent``, or in the system's temporary folder, after what dead builds have left is removed.

    It is in use until it is removed or the process has ended. Raises OSError as the system does.
    """

    __slots__ = ("__weakref__", "_lock", "path")

    def __init__(self, parent: Path | None = None) -> None:
        place = parent or Path(tempfile.gettempdir())
        sweep(place)
        lock = None
        while lock is None:  # in the moment before it is locked, another build may take it for a dead one's
            self.path = Path(tempfile.mkdtemp(dir=place, prefix=_PREFIX, suffix=_SUFFIX))
            lock = _find_lock(self.path)
        self._lock: int | None = lock

    def remove(self) -> None:
        """Remove the folder and what is in it; a second time does nothing."""
        if self._lock is not None:
            shutil.rmtree(self.path, ignore_errors=True)
            os.close(self._lock)
            self._lock = None


@contextmanager
def scratch_folder(parent: Path | None = None) -> Iterator[Path]:
    """The path of a new Scratch, which is removed at the end."""
    scratch = Scratch(parent)
    try:
        yield scratch.path
    finally:
        scratch.remove()


def sweep(place: Path) -> None:
    """Remove what builds that are dead have left in a folder, which need not exist."""
    if not place.is_dir():
        return
    with os.scandir(place) as entries:
        names = [entry.name for entry in entries if _NAME.fullmatch(entry.name)]
    for name in names:
        lock = _find_lock(place / name)
        if lock is not None:
            shutil.rmtree(place / name, ignore_errors=True)
            os.close(lock)


def _find_lock(path: Path) -> int | None:
    """An open descriptor that holds the lock of a folder of ours; None if another has it, or it is not ours or gone."""
    try:
        lock = os.open(path, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC)
    except OSError:
        return None
    try:
        status = os.fstat(lock)
        if status.st_uid == os.geteuid() and not status.st_mode & (stat.S_IWGRP | stat.S_IWOTH):
            # flock(2), not a record lock: it can be had of a folder, and conflicts within one process too.
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            if _is_at(lock, path):
                return lock
    except OSError:
        pass
    os.close(lock)
    return None


def _is_at(lock: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(lock), path.lstat())
    except OSError:
        return False
