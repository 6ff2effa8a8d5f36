"""The first half of the pipeline, made quick: no file is read twice, and many are read by several processes.

Nobody else knows of either: the stages in ``content`` get a function by which a reader is applied to all files. What
travels between processes, and what is kept, is plain data (``content.plain``).
"""

from __future__ import annotations

import datetime as dt
import gc
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from dragoman.cache.entries import compute_missing, make_keys
from dragoman.cache.folder import name_of_folder
from dragoman.content.checking import read_content
from dragoman.content.collecting import Reading
from dragoman.content.files import SourceFile
from dragoman.content.plain import freeze_reading, thaw_reading
from dragoman.content.reading import FileReader, FileReading
from dragoman.diagnostics import Diagnostics
from dragoman.parallel import count_processors, do_shares

#: Below so many files, starting processes takes longer than they save.
_FILES_WORTH_PROCESSES = 400
_FILES_AT_ONCE = 100


def read_site(content: Path, today: dt.date, *, jobs: int = 0) -> tuple[Reading, Diagnostics]:
    """The records of a folder and all findings about it, the same whatever is remembered and however many read.

    ``jobs`` is how many processes may read; 0: as many as there are processors, if it pays. Raises DragomanError where
    there is no folder.
    """
    with _collecting_later():
        return read_content(content, today, map_files=partial(_read_files, name_of_folder("readings", content), jobs))


def _read_files(name: str, jobs: int, reader: FileReader, files: Iterable[SourceFile]) -> Iterator[FileReading]:
    sources = tuple(files)
    compute = partial(_read_missing, reader, sources, jobs)
    results = compute_missing(name, make_keys(map(reader.list_inputs, sources)), compute)
    for source, result in zip(sources, results, strict=True):
        yield reader(source) if result is None else thaw_reading(result)


def _read_missing(
    reader: FileReader, files: Sequence[SourceFile], jobs: int, numbers: Sequence[int]
) -> Iterator[bytes | None]:
    processes = jobs or (count_processors() if len(numbers) >= _FILES_WORTH_PROCESSES else 1)
    shares = [
        partial(_read_share, reader, [files[number] for number in numbers[start : start + _FILES_AT_ONCE]])
        for start in range(0, len(numbers), _FILES_AT_ONCE)
    ]
    return do_shares(shares, processes)


def _read_share(reader: FileReader, files: Sequence[SourceFile]) -> Iterator[bytes | None]:
    return (freeze_reading(reader(file)) for file in files)


@contextmanager
def _collecting_later() -> Iterator[None]:
    """Without the collector, which would look through a million new values again and again and find none to drop."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
