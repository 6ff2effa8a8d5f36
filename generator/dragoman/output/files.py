"""The bytes of files to be published, and what they are known by."""

from __future__ import annotations

import hashlib
import io
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from dragoman.errors import DragomanError
from dragoman.rendered import OutputFile, RenderedFile, StagedFile


@dataclass(frozen=True, slots=True, kw_only=True)
class Fingerprint:
    """What a file's content is known by: its length in bytes and its SHA-256 in hexadecimal digits."""

    size: int
    sha256: str


def fingerprint_of(file: OutputFile) -> Fingerprint:
    """The fingerprint of what is to be published. Raises OSError or DragomanError if a source cannot be read."""
    match file:
        case RenderedFile(content=content):
            return Fingerprint(size=len(content), sha256=hashlib.sha256(content).hexdigest())
        case StagedFile():
            with open_content(file) as stream:
                return _fingerprint_of_stream(stream)


def find_fingerprint_on_disk(path: Path | str) -> Fingerprint | None:
    """The fingerprint of the regular file at ``path``, or None if there is none that can be read."""
    try:
        with _open_regular(path) as stream:
            return _fingerprint_of_stream(stream)
    except OSError:
        return None


@contextmanager
def open_content(file: OutputFile) -> Iterator[BinaryIO]:
    """The bytes to publish, as a stream. Raises OSError, or DragomanError if a source is not a regular file."""
    match file:
        case RenderedFile(content=content):
            yield io.BytesIO(content)
        case StagedFile(path=path, source=source):
            try:
                stream = _open_regular(source)
            except OSError as error:
                raise DragomanError(
                    f"{path}: its source {str(source)!r} cannot be read ({error.strerror})",
                    hint="only a regular file can be published, not a symbolic link, folder or device",
                ) from error
            with stream:
                yield stream


def _open_regular(path: Path | str) -> BinaryIO:
    # O_NONBLOCK: opening a named pipe must not wait for its other end. O_NOFOLLOW: a link may lead anywhere.
    descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise OSError(0, "not a regular file", str(path))
    return os.fdopen(descriptor, "rb")


def _fingerprint_of_stream(stream: BinaryIO) -> Fingerprint:
    digest = hashlib.file_digest(stream, "sha256")  # type: ignore[arg-type]  # a BinaryIO is read all the same
    return Fingerprint(size=stream.tell(), sha256=digest.hexdigest())
