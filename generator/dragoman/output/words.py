"""What the operating system refuses, in words for the operator. Knows error numbers; must not know stages."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from dragoman.errors import DragomanError

UNTOUCHED = "what is published stays as it was"
BY_FILE = "every published file is whole, the old one or the new one; the next build completes the site"


@contextmanager
def explained(folder: Path, *, consequence: str) -> Iterator[None]:
    """Raise an OSError of the body as a DragomanError about ``folder`` that ends with the ``consequence``."""
    try:
        yield
    except OSError as error:
        cause, hint = _explain(error, folder)
        raise DragomanError(f"{cause}; {consequence}", hint=hint) from error


def _explain(error: OSError, folder: Path) -> tuple[str, str]:
    where = repr(str(error.filename or folder))
    match error.errno:
        case errno.ENOSPC | errno.EDQUOT:
            return f"the disk is full: {where} could not be written", "make room and build again"
        case errno.EROFS:
            return f"{where} lies on a disk that is read-only", "choose another folder with --output"
        case errno.EACCES | errno.EPERM:
            return (
                f"{where} may not be written by this user",
                f"mend the permissions of {str(folder)!r} and of the folder above it, or choose another with --output",
            )
        case errno.ENOENT | errno.ESTALE:
            return f"{where} vanished during the build", "let nothing else write into the output, and build again"
        case _:
            return f"{where} could not be written ({error.strerror or error})", ""
