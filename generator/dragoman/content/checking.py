"""All that can be said about a folder of content, without linking or rendering any of it: what ``check`` needs."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

from dragoman.content.collecting import Reading, read_records
from dragoman.content.files import load_folder
from dragoman.content.fixing import FixedFile, fix_files
from dragoman.content.prose import check_prose
from dragoman.diagnostics import Diagnostics


def read_content(content: Path, today: dt.date) -> tuple[Reading, Diagnostics]:
    """The records of a folder, and all findings about it, prose included. Raises DragomanError where there is none."""
    reading = read_records(load_folder(content), today=today)
    return reading, reading.diagnostics + check_prose(content)


def find_fixes(content: Path, today: dt.date) -> Iterator[FixedFile]:
    """The files in which findings can be mended without asking, as they would be then; nothing is written."""
    loaded = load_folder(content)
    return fix_files(loaded, read_records(loaded, today=today).diagnostics)
