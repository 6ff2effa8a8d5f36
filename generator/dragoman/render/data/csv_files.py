"""Tables as CSV (RFC 4180, UTF-8), harmless in a spreadsheet."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable

from dragoman.render.data.columns import CellValue, Column, Table, Type

#: Where a spreadsheet may begin a cell, whatever it takes for a separator, and what would make that cell a formula.
_SIGN = r"[ \xa0\u3000]*[\t\r=+\-@＝＋－＠﹦﹢﹣﹫]"
_FORMULA = re.compile(rf"((?:^|[;\t\r\n])'*)(?={_SIGN})")
_GUARDED = re.compile(rf"((?:^|[;\t\r\n])'*)'(?={_SIGN})")
#: The same without what stands before, which is found faster, and in few texts.
_SUSPECT = re.compile(rf"(?<![^'\t\r\n;]){_SIGN}")


def write_csv(table: Table) -> bytes:
    """The table with a line of names. Flags are ``true`` and ``false``, what is not known is empty."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([column.name for column in table.columns])
    cells = (
        _write_cells(column, values)
        for column, values in zip(table.columns, zip(*table.rows, strict=True), strict=False)
    )
    writer.writerows(zip(*cells, strict=True))
    return text.getvalue().encode()


def guard(text: str) -> str:
    """The text with an apostrophe before all that a spreadsheet would run as a formula.

    That is what begins with ``=``, ``+``, ``-``, ``@`` (or their wide and small forms), also after blanks, at the start
    or behind a semicolon, tab or line break, since a spreadsheet set to another separator may begin a cell there.
    ``unguard`` takes it back.
    """
    return _FORMULA.sub(r"\1'", text) if _SUSPECT.search(text) else text


def unguard(text: str) -> str:
    """The text as it was before ``guard``."""
    return _GUARDED.sub(r"\1", text)


def _write_cells(column: Column, values: Iterable[CellValue]) -> Iterable[CellValue]:
    """The cells of a column. Of those that hold texts, only free ones can begin a formula, not words of the model."""
    if column.type is Type.FLAG:
        return [None if value is None else "true" if value else "false" for value in values]
    if column.type is Type.TEXT and not column.words:
        return [guard(value) if isinstance(value, str) else value for value in values]
    return values
