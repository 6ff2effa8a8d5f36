"""The records as tables: every cell from a plain record. CSV, SQLite and the descriptor are made from these."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.render.data.columns import SEPARATOR, CellValue, Column, RowValues, Table, TableKind
from dragoman.render.data.records import DataSet
from dragoman.render.data.table_kinds import KINDS


def make_tables(data: DataSet) -> tuple[Table, ...]:
    """All tables, those first that others refer to."""
    return tuple(_make_table(kind, data) for kind in KINDS)


def localized_name(name: str, language: str) -> str:
    """The column of a text in a language: ``title_de``, ``title_pt_BR``."""
    return f"{name}_{language.replace('-', '_')}"


def _make_table(kind: TableKind, data: DataSet) -> Table:
    names = [(column, language) for column in kind.columns for language in _languages(column, data.languages)]
    cells = [(column.name, language) for column, language in names]
    return Table(
        name=kind.name,
        description=kind.description,
        key=kind.key,
        columns=tuple(_lay(column, language) for column, language in names),
        rows=tuple(_lay_row(values, cells) for values in kind.make_rows(data)),
    )


def _languages(column: Column, languages: tuple[str, ...]) -> tuple[str | None, ...]:
    return languages if column.localized else (None,)


def _lay(column: Column, language: str | None) -> Column:
    if language is None:
        return column
    return Column(
        name=localized_name(column.name, language), description=f"{column.description} In the language {language}."
    )


def _lay_row(values: RowValues, cells: Sequence[tuple[str, str | None]]) -> tuple[CellValue, ...]:
    """The cells of a row, each by its name and, of a text, its language. In one loop: there are millions of them."""
    row: list[CellValue] = []
    for name, language in cells:
        value = values.get(name)
        if language is not None:
            value = value.get(language) if value else None
        elif value.__class__ is list:
            value = SEPARATOR.join(value)
        row.append(value)
    return tuple(row)
