"""Writes one file of content anew, whole or not at all. Knows bytes; what they say is others' business."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from dragoman.errors import DragomanError


def rewrite(path: Path, before: bytes, content: bytes) -> None:
    """Replace a file by a new one with the same permissions, in one step.

    Raises DragomanError, and changes nothing, where it is no longer what it was (``before``), is a link, or cannot
    be written.
    """
    try:
        if path.is_symlink() or path.read_bytes() != before:
            message = f"{path} has been changed meanwhile, so it was left alone"
            raise DragomanError(message, hint="run the command again")
        _replace(path, content)
    except OSError as error:
        raise DragomanError(f"{path} cannot be written: {(error.strerror or 'input/output error').lower()}") from error


def _replace(path: Path, content: bytes) -> None:
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    temporary = Path(name)
    try:
        with open(descriptor, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        temporary.chmod(path.stat().st_mode & 0o7777)
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
