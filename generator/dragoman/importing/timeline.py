"""Reads timelines made for TimelineJS 3: its JSON, and the table of its spreadsheet. Knows its fields, no records.

Its documentation: https://timeline.knightlab.com/docs/json-format.html
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urlsplit

from dragoman.errors import DragomanError
from dragoman.importing.csv_table import read_csv
from dragoman.importing.html_text import to_markdown, to_text
from dragoman.importing.rows import Remark, Row, Table

#: The columns that every timeline comes in with; ``text`` is Markdown.
COLUMNS = (
    "id", "date", "end", "time", "headline", "text", "group", "media", "media_credit", "media_caption", "media_host",
)  # fmt: skip
#: The headings of the spreadsheet, in lower case, and where in the JSON the same stands.
_HEADINGS = {
    "year": "start_date.year", "month": "start_date.month", "day": "start_date.day", "time": "start_date.time",
    "end year": "end_date.year", "end month": "end_date.month", "end day": "end_date.day", "end time": "end_date.time",
    "display date": "display_date", "headline": "text.headline", "text": "text.text", "media": "media.url",
    "media credit": "media.credit", "media caption": "media.caption", "media thumbnail": "media.thumbnail",
    "alt text": "media.alt", "media alt": "media.alt", "type": "type", "group": "group", "background": "background",
    "link": "media.link",
}  # fmt: skip
#: A text of fewer characters says too little without its headline.
_SHORT = 40
#: Fields of a slide that say how it looks, and nothing about the event.
_LOOKS = frozenset({"background", "autolink", "media.thumbnail", "media.title", "media.link_target", "media.alt"})
_TAKEN = frozenset({"unique_id", "group", "type", "display_date", "start_date.display_date", "end_date.display_date"})
_KNOWN = frozenset(
    {f"{end}_date.{part}" for end in ("start", "end") for part in ("year", "month", "day", "hour", "minute", "time")}
    | {"start_date.second", "start_date.millisecond", "end_date.second", "end_date.millisecond", "start_date.format"}
    | {"text.headline", "text.text", "media.url", "media.credit", "media.caption", "media.link"}
)


def read_timeline(name: str, content: bytes) -> Table:
    """The slides of a timeline. Raises DragomanError where the file is none."""
    if name.lower().endswith(".csv"):
        slides, remarks = _read_sheet(name, content)
    else:
        slides, remarks = _read_json(name, content)
    rows: list[Row] = []
    for number, slide in slides:
        row, found = _read_slide(number, slide)
        remarks += found
        rows += [row] if row else []
    return Table(columns=COLUMNS, rows=tuple(rows), remarks=tuple(remarks))


def _read_sheet(name: str, content: bytes) -> tuple[list[tuple[int, dict[str, str]]], list[Remark]]:
    table = read_csv(name, content)
    if not {"year", "headline"} <= {column.lower() for column in table.columns}:
        raise DragomanError(
            f"{name} is not the spreadsheet of a timeline", hint="its columns begin with Year, Month, Day, Time, …"
        )
    slides = [
        (row.number, {_HEADINGS.get(column.lower(), column): cell for column, cell in row.cells.items() if cell})
        for row in table.rows
    ]
    return slides, list(table.remarks)


def _read_json(name: str, content: bytes) -> tuple[list[tuple[int, dict[str, str]]], list[Remark]]:
    try:
        data = json.loads(content.decode("utf-8-sig"))
    except (UnicodeDecodeError, ValueError, RecursionError) as error:
        raise DragomanError(f"{name} is not JSON: {error}") from None
    events = data.get("events") if isinstance(data, dict) else None
    if not isinstance(events, list):
        raise DragomanError(f"{name} is not a timeline", hint="its JSON has a list of “events”")
    remarks = [Remark(row=0, column="", message=message) for message in _find_unread(data)]
    slides: list[tuple[int, dict[str, str]]] = []
    for number, event in enumerate(events, start=1):
        if isinstance(event, dict):
            slides.append((number, dict(_flatten(event))))
        else:
            remarks.append(Remark(row=number, column="", message="this is not an event", is_left_out=True))
    return slides, remarks


def _find_unread(data: Mapping[str, Any]) -> Iterator[str]:
    if data.get("title"):
        yield "the title slide is not taken in: a site has its own"
    eras = data.get("eras")
    if isinstance(eras, list) and eras:
        yield f"{len(eras)} eras are not taken in: they are no contacts"
    for key in sorted(data.keys() - {"title", "eras", "events", "scale"}):
        yield f"“{key}” is not taken in"


def _flatten(event: Mapping[str, Any], before: str = "") -> Iterator[tuple[str, str]]:
    for key, value in event.items():
        if isinstance(value, Mapping) and f"{before}{key}" in {"start_date", "end_date", "text", "media"}:
            yield from _flatten(value, f"{before}{key}.")
        elif value not in (None, "", {}, []):
            yield f"{before}{key}", value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _read_slide(number: int, slide: Mapping[str, str]) -> tuple[Row | None, list[Remark]]:
    def left_out(column: str, message: str) -> tuple[None, list[Remark]]:
        return None, [Remark(row=number, column=column, message=message, is_left_out=True)]

    kind = slide.get("type", "").lower()
    if kind in {"title", "era"}:
        return left_out("type", f"a slide of the type “{kind}” is no event")
    if not slide.get("start_date.year"):
        return left_out("year", "there is no year")
    try:
        date, end = _read_date(slide, "start_date"), _read_date(slide, "end_date")
    except ValueError as error:
        return left_out("date", str(error))
    headline = to_text(slide.get("text.headline", ""))
    text, lost = to_markdown(slide.get("text.text", ""))
    if len(text) < _SHORT:
        text = " – ".join(part for part in (to_markdown(headline)[0], text) if part)
    media = slide.get("media.url", "")
    is_address = _is_address(media)
    remarks = [Remark(row=number, column="text", message=f"{what} is left out") for what in lost]
    remarks += _find_lost(number, slide, is_address=is_address)
    cells = {
        "id": slide.get("unique_id", ""),
        "date": date,
        "end": end if end != date else "",
        "time": "",
        "headline": headline,
        "text": text,
        "group": to_text(slide.get("group", "")),
        "media": media if is_address else "",
        "media_credit": to_text(slide.get("media.credit", "")),
        "media_caption": to_text(slide.get("media.caption", "")),
        "media_host": (urlsplit(media).hostname or "").removeprefix("www.") if is_address else "",
    }
    return Row(number=number, cells=cells), remarks


def _find_lost(number: int, slide: Mapping[str, str], *, is_address: bool) -> Iterator[Remark]:
    """What a slide holds that no column has a place for."""
    if slide.get("media.url") and not is_address:
        yield Remark(
            row=number, column="media", message="it is no address, so it is left out (markup, or a Google map?)"
        )
    times = [f"{end} {_show_time(slide, end)}" for end in ("start_date", "end_date") if _show_time(slide, end)]
    if times:
        message = f"the time is left out, since its zone is not known: {', '.join(time.split()[1] for time in times)}"
        yield Remark(row=number, column="time", message=message)
    shown = [slide[name] for name in sorted(_TAKEN) if name.endswith("display_date") and name in slide]
    if shown:
        yield Remark(row=number, column="display date", message=f"what it shows as the date is left out: “{shown[0]}”")
    if slide.get("media.link"):
        yield Remark(row=number, column="media", message=f"the link of the picture is left out: {slide['media.link']}")
    for name in sorted(slide.keys() - _KNOWN - _TAKEN - _LOOKS):
        yield Remark(row=number, column=name, message=f"this is left out: “{slide[name][:80]}”")


def _show_time(slide: Mapping[str, str], end: str) -> str:
    if slide.get(f"{end}.hour"):
        return f"{slide[f'{end}.hour']}:{slide.get(f'{end}.minute', '0').zfill(2)}"
    return slide.get(f"{end}.time", "").replace(" ", "")


def _read_date(slide: Mapping[str, str], end: str) -> str:
    """``2023-09-26``, as far as it is known; raises ValueError for what is no date that we can write."""
    year, month, day = (slide.get(f"{end}.{part}", "").strip() for part in ("year", "month", "day"))
    if not year:
        return ""
    if not re.fullmatch(r"\d{1,4}", year, re.ASCII) or int(year) == 0:
        raise ValueError(f"“{year}” is not a year from 1 to 9999")
    if not re.fullmatch(r"\d{0,2}", month, re.ASCII) or not re.fullmatch(r"\d{0,2}", day, re.ASCII):
        raise ValueError(f"“{month}” and “{day}” are not a month and a day in numbers")
    if day and not month:
        raise ValueError("there is a day without a month")
    return "-".join([f"{int(year):04}", *(f"{int(part):02}" for part in (month, day) if part)])


def _is_address(text: str) -> bool:
    try:
        parts = urlsplit(text)
        return parts.scheme in {"http", "https"} and bool(parts.hostname) and not re.search(r"[\s<>]", text)
    except ValueError:
        return False
