"""Prepares a row's cells for the templates: days as the model writes them, titles cut off names, words exchanged."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from dragoman.importing.mapping import NAME, PLACEHOLDER, TITLE, Column
from dragoman.model.dates import DateError, EdtfDate

_PARTS = {"YYYY": r"(?P<year>\d{4})", "MM": r"(?P<month>\d{1,2})", "DD": r"(?P<day>\d{1,2})"}

#: What no YAML may hold, not even in quotes, as it is.
_UNWRITABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


class CellError(ValueError):
    """A cell that cannot be what its column says; the message says why."""

    def __init__(self, column: str, message: str) -> None:
        super().__init__(message)
        self.column = column


def read_cells(cells: Mapping[str, str], columns: Mapping[str, Column]) -> dict[str, str]:
    """All that templates can name for a row: each column, and ``column.name``, ``column.title`` where titles are cut.

    Raises CellError.
    """
    for name, cell in cells.items():
        unwritable = _UNWRITABLE.search(cell)
        if unwritable:
            raise CellError(name, f"the cell holds a control character (U+{ord(unwritable[0]):04X}): remove it")
    values = dict(cells)
    for name, column in columns.items():
        values.update(_read(name, cells.get(name, ""), column))
    return values


def split_cell(name: str, text: str, column: Column) -> Iterator[dict[str, str]]:
    """What templates can name for each of several things in one cell."""
    parts = [text]
    for separator in column.split:
        parts = [part for whole in parts for part in whole.split(separator)]
    for part in parts:
        if part.strip():
            yield dict(_read(name, part.strip(), column))


def _read(name: str, text: str, column: Column) -> Iterator[tuple[str, str]]:
    text = column.values.get(text, text)
    if column.date and text:
        text = _read_day(name, text, column.date)
    yield name, text
    if column.titles:
        title = _find_title(text, column.titles)
        yield f"{name}.{TITLE}", title
        yield f"{name}.{NAME}", text[len(title) :].strip() or text


def _find_title(text: str, titles: tuple[str, ...]) -> str:
    """The longest beginning that is made of titles only, and leaves something of the text."""
    end = 0
    while True:
        rest = text[end:].lstrip()
        begun = len(text) - len(rest)
        found = max((title for title in titles if rest.startswith(f"{title} ")), key=len, default=None)
        if found is None:
            return text[:end].strip()
        end = begun + len(found)


def _read_day(name: str, text: str, form: str) -> str:
    pattern = "".join(_PARTS.get(part, re.escape(part)) for part in re.split("(YYYY|MM|DD)", form))
    found = re.fullmatch(pattern, text, re.ASCII)
    written = f"{found['year']}-{int(found['month']):02}-{int(found['day']):02}" if found else text
    try:
        EdtfDate.parse(written)
    except DateError as error:
        raise CellError(name, f"“{text}” is not a day written as {form}: {error}") from None
    return written


def substitute(template: str, values: Mapping[str, str]) -> str:
    """The template with what its placeholders name; blanks that are left over are put together."""
    filled = PLACEHOLDER.sub(lambda found: values.get(found[1], "") or _fall_back(found[2] or "", values), template)
    return re.sub(r"[ \t]+", " ", filled).strip()


def _fall_back(text: str, values: Mapping[str, str]) -> str:
    """What stands behind the bar: the name of a column, or a text."""
    return values.get(text, text)
