"""One build at a time into one output: a lock that dies with its process and says who holds it.

Knows the lock file; must not know what is built. Between processes only, not between threads of one.
"""

from __future__ import annotations

import fcntl
import json
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from dragoman.errors import DragomanError
from dragoman.output.words import UNTOUCHED, explained

_PAUSE = 0.05  # seconds between two attempts


@contextmanager
def hold_lock(path: Path, *, wait: float) -> Iterator[None]:
    """Hold the lock at ``path``, after waiting up to ``wait`` seconds for another holder; then remove its file.

    Raises DragomanError naming the other holder, or if the file cannot be made.
    """
    give_up = time.monotonic() + wait
    while (descriptor := _open_locked(path)) is None:
        if time.monotonic() >= give_up:
            raise DragomanError(
                f"another build is writing here {_holder(path)}",
                hint="wait until it has ended, or end it; a build that was killed never blocks the next",
            )
        time.sleep(_PAUSE)
    try:
        _sign(descriptor)
        yield
    finally:
        # Removed while still locked: whoever opened the file meanwhile finds that it is no longer the one at this path.
        path.unlink(missing_ok=True)
        os.close(descriptor)


def _open_locked(path: Path) -> int | None:
    with explained(path.parent, consequence=UNTOUCHED):
        return _try_lock(path)


def _try_lock(path: Path) -> int | None:
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC, 0o644)
    try:
        # A record lock, not flock(2): rendering may fork, and a child that outlives its killed parent
        # would inherit the latter.
        fcntl.lockf(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        os.close(descriptor)
        return None
    except BaseException:
        os.close(descriptor)
        raise
    if _is_at(descriptor, path):
        return descriptor
    os.close(descriptor)
    return None


def _is_at(descriptor: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(descriptor), path.lstat())
    except FileNotFoundError:
        return False


def _sign(descriptor: int) -> None:
    since = datetime.now(UTC).isoformat(timespec="seconds")
    os.ftruncate(descriptor, 0)
    os.write(descriptor, json.dumps({"pid": os.getpid(), "since": since}).encode())


def _holder(path: Path) -> str:
    try:
        holder = json.loads(path.read_bytes())
        return f"(process {int(holder['pid'])}, since {datetime.fromisoformat(holder['since']):%Y-%m-%d %H:%M:%S} UTC)"
    except (OSError, ValueError, TypeError, KeyError):
        return "(it does not say which)"
