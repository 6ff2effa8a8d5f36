"""Tables as CSV (RFC 4180, UTF-8), harmless in a spreadsheet."""

from __future__ import annotations

import csv
import io
import re

from dragoman.render.data.columns import CellValue, Table

#: Where a spreadsheet may begin a cell, whatever it takes for a separator, and what would make that cell a formula.
_FORMULA = re.compile(r"((?:^|[;\t\r\n])'*)(?=[\t\r=+\-@＝＋－＠])")
_GUARDED = re.compile(r"((?:^|[;\t\r\n])'*)'(?=[\t\r=+\-@＝＋－＠])")


def write_csv(table: Table) -> bytes:
    """The table with a line of names. Flags are ``true`` and ``false``, what is not known is empty."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([column.name for column in table.columns])
    writer.writerows([_cell(value) for value in row] for row in table.rows)
    return text.getvalue().encode()


def guard(text: str) -> str:
    """The text with an apostrophe before all that a spreadsheet would run as a formula.

    That is what begins with ``=``, ``+``, ``-``, ``@`` (or their wide forms), at the start or behind a semicolon, tab
    or line break, since a spreadsheet set to another separator may begin a cell there. ``unguard`` takes it back.
    """
    return _FORMULA.sub(r"\1'", text)


def unguard(text: str) -> str:
    """The text as it was before ``guard``."""
    return _GUARDED.sub(r"\1", text)


def _cell(value: CellValue) -> str | int | float:
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case str():
            return guard(value)
        case number:
            return number
