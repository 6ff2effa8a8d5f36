"""Whether a file that is to be published is on disk already. Looks at one file; must not change it."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass

from dragoman.output.files import Fingerprint, find_fingerprint_on_disk
from dragoman.output.tree import Entry, entry_of


@dataclass(frozen=True, slots=True, kw_only=True)
class There:
    """What stands at an output path, and whether it ``is_same`` as what is to be published there."""

    entry: Entry
    is_same: bool


def look_at(path: str, expected: Fingerprint, *, trusted_until: int | None) -> There | None:
    """What is at ``path``, or None if nothing is.

    A regular file of the right size that was last modified by ``trusted_until`` (nanoseconds) is taken for the same
    without reading it; with None nothing is.
    """
    try:
        status = os.lstat(path)
    except (FileNotFoundError, NotADirectoryError):
        return None
    return There(entry=entry_of(status), is_same=_is_same(path, status, expected, trusted_until))


def _is_same(path: str, status: os.stat_result, expected: Fingerprint, trusted_until: int | None) -> bool:
    if not stat.S_ISREG(status.st_mode) or status.st_size != expected.size:
        return False
    if trusted_until is not None and status.st_mtime_ns <= trusted_until:
        return True
    return find_fingerprint_on_disk(path) == expected
