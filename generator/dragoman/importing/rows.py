"""What comes in: rows of cells by column, and what there is to say about them. Knows no file format."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """``number`` is what a spreadsheet shows beside it, or counts the entries of a timeline from 1."""

    number: int
    cells: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Remark:
    """One thing to know. ``row`` is 0 for what is true of all; ``is_left_out`` says that the row was not taken in."""

    row: int
    column: str
    message: str
    is_left_out: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Rows as they were read; ``texts`` is the word for one of them (``row``, ``slide``)."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    remarks: tuple[Remark, ...]
