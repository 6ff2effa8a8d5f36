"""Opens a file of content without following a link or waiting for a pipe, and notices if it changes meanwhile."""

from __future__ import annotations

import os
import stat
from pathlib import Path

_SAFELY = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


def read_safely(location: Path, most: int) -> tuple[bytes, int]:
    """The first ``most`` bytes of a plain file, and its size. Raises OSError, also for what changes while it is read.

    A folder's listing may be old by now, so it is looked at again what this is.
    """
    with open(os.open(location, _SAFELY), "rb") as stream:
        before = os.fstat(stream.fileno())
        if not stat.S_ISREG(before.st_mode):
            raise OSError(0, "It is no longer a file")
        content = stream.read(most)
        after = os.fstat(stream.fileno())
    if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
        raise OSError(0, "It was changed while it was read; try again")
    return content, after.st_size


def reason(error: OSError) -> str:
    """Why a file cannot be read, as the end of a sentence."""
    return (error.strerror or "input/output error").lower()
