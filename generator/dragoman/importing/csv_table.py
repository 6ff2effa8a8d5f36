"""Reads a table from a CSV file as spreadsheets write them: any of three separators, with or without a mark."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator

from dragoman.errors import DragomanError
from dragoman.importing.rows import Remark, Row, Table

_SEPARATORS = (",", ";", "\t")
#: What a spreadsheet leaves where a formula failed.
_FAILED = re.compile(r"#(?:REF!|N/A|NAME\?|VALUE!|DIV/0!|NULL!|NUM!|ERROR!|BEZUG!|NV|WERT!|ZAHL!)")
#: What a spreadsheet would take for a formula, were the table opened there again.
_FORMULA = re.compile(r"[=@]|[+-](?![\d .,]*$)")
_LARGEST = 64 * 1024 * 1024
"""In bytes."""
_HINT = "in a spreadsheet: “Save as”, then “CSV UTF-8”; in LibreOffice: character set “Unicode (UTF-8)”"


def read_csv(name: str, content: bytes) -> Table:
    """The table in a file. Raises DragomanError where it is none; ``name`` is for messages."""
    text = _decode(name, content)
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=_find_separator(text), strict=True)
    try:
        numbered = [
            (number, cells) for number, cells in enumerate(lines, start=1) if any(cell.strip() for cell in cells)
        ]
    except csv.Error as error:
        hint = "a quotation mark inside of a quoted cell is written twice"
        raise DragomanError(f"{name}:{lines.line_num}: {error}", hint=hint) from None
    if not numbered:
        raise DragomanError(f"{name} is empty", hint="the first row names the columns")
    columns = _read_columns(name, numbered[0][1])
    rows: list[Row] = []
    remarks: list[Remark] = []
    for number, cells in numbered[1:]:
        found = [*_judge(number, cells, columns)]
        remarks += found
        if not any(remark.is_left_out for remark in found):
            rows.append(Row(number=number, cells=dict(zip(columns, map(_tidy, cells), strict=True))))
    return Table(columns=columns, rows=tuple(rows), remarks=tuple(remarks))


def _decode(name: str, content: bytes) -> str:
    if len(content) > _LARGEST:
        raise DragomanError(f"{name} is larger than {_LARGEST // 1024**2} MiB", hint="split it")
    if content.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in content[:200]:
        raise DragomanError(f"{name} is UTF-16, or no text at all", hint=_HINT)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        guess = content[error.start : error.start + 1].decode("cp1252", "replace")
        message = f"{name}:{line}: this is not UTF-8 (it may be Latin-1 or Windows-1252, where the letter is “{guess}”)"
        raise DragomanError(message, hint=_HINT) from None


def _find_separator(text: str) -> str:
    """The separator that is most often in the row of the headings."""
    first = text.partition("\n")[0]
    return max(_SEPARATORS, key=first.count)


def _read_columns(name: str, cells: list[str]) -> tuple[str, ...]:
    columns = tuple(" ".join(cell.split()) for cell in cells)
    while columns and not columns[-1]:
        columns = columns[:-1]
    if not all(columns):
        raise DragomanError(f"{name}: column {columns.index('') + 1} has no heading", hint="give it one, or remove it")
    repeated = [column for column, number in Counter(columns).items() if number > 1]
    if repeated:
        raise DragomanError(f'{name}: two columns are called "{repeated[0]}"', hint="give each a heading of its own")
    return columns


def _judge(number: int, cells: list[str], columns: tuple[str, ...]) -> Iterator[Remark]:
    """What is wrong with a row; the cells are brought to the number of columns."""
    while len(cells) > len(columns) and not cells[-1].strip():
        cells.pop()
    if len(cells) > len(columns):
        message = f"{len(cells)} cells, but {len(columns)} columns; is a separator in a cell without quotation marks?"
        yield Remark(row=number, column="", message=message, is_left_out=True)
        return
    cells += [""] * (len(columns) - len(cells))
    for column, cell in zip(columns, cells, strict=True):
        if _FAILED.fullmatch(cell.strip()):
            message = f"the cell holds {cell.strip()}: a formula has failed there"
            yield Remark(row=number, column=column, message=message, is_left_out=True)
        elif _FORMULA.match(cell.strip()):
            yield Remark(row=number, column=column, message="a spreadsheet would take this for a formula; kept as text")


def _tidy(cell: str) -> str:
    return cell.replace("\r\n", "\n").replace("\r", "\n").strip()
