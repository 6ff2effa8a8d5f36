"""What a table and its columns are. Knows no table."""

from __future__ import annotations

import enum
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from dragoman.render.data.records import DataSet

#: What a cell holds; None where nothing is known.
CellValue = str | int | float | bool | None
#: A row before its values are laid into columns.
RowValues = Mapping[str, Any]

#: What separates the ids in a cell that holds several.
SEPARATOR = " "


class Type(enum.Enum):
    """The type of a column, by its name in Table Schema."""

    TEXT = "string"
    DAY = "date"
    INTEGER = "integer"
    NUMBER = "number"
    FLAG = "boolean"


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column. ``refers_to`` names a table whose ``id`` it holds; ``words`` are all values that it can have.

    ``localized`` ones stand for a column a language: ``title_de``, ``title_en``.
    """

    name: str
    description: str
    type: Type = Type.TEXT
    required: bool = False
    localized: bool = False
    refers_to: str | None = None
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TableKind:
    """What a table is, whatever the site: ``key`` are the columns that tell its rows apart."""

    name: str
    description: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    make_rows: Callable[[DataSet], Iterable[RowValues]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table of one site: its columns with the site's languages laid in, and its rows in the columns' order."""

    name: str
    description: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    rows: tuple[tuple[CellValue, ...], ...]
