"""All that can be said about a folder of content, without linking or rendering any of it: what ``check`` needs."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from zoneinfo import ZoneInfo

from dragoman.content.collecting import MapFiles, Reading, read_records
from dragoman.content.files import find_site_file, load_folder
from dragoman.content.fixing import FixedFile, fix_files
from dragoman.content.prose import check_prose
from dragoman.content.reading import read_data
from dragoman.content.settings import find_settings
from dragoman.diagnostics import Diagnostics


def find_zone(content: Path) -> ZoneInfo:
    """The zone by whose calendar it is today on a site: that of site.yaml, or UTC where it tells none."""
    source = find_site_file(content)
    return ZoneInfo(find_settings(read_data(source) if source else None).timezone)


def read_content(content: Path, today: dt.date, *, map_files: MapFiles = map) -> tuple[Reading, Diagnostics]:
    """The records of a folder, and all findings about it, prose included. Raises DragomanError where there is none.

    ``map_files`` is how a reader is applied to all files, see ``read_records``.
    """
    reading = read_records(load_folder(content), today=today, map_files=map_files)
    return reading, reading.diagnostics + check_prose(content, reading.index.settings.languages)


def find_fixes(content: Path, today: dt.date) -> Iterator[FixedFile]:
    """The files in which findings can be mended without asking, as they would be then; nothing is written."""
    loaded = load_folder(content)
    return fix_files(loaded, read_records(loaded, today=today).diagnostics)
