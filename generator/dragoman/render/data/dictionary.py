"""The data dictionary: every file and every column in words, as Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dragoman.model.site import Site
from dragoman.render.data.columns import Column, Table, TableKind
from dragoman.render.data.descriptor import licence_address

_ABOUT_CELLS = """\
Each table is a CSV file (RFC 4180, UTF-8) and a table of `contacts.sqlite`. A cell of which nothing is known is empty
(in SQLite: null). Dates are as exact as they are known, in EDTF (ISO 8601-2): `2023-09` is a month, `2023-09-26?` an
uncertain day, `2023-09-25/2023-09-28` a stretch of days, `[2023-09-25,2023-09-26]` one of several.

In CSV alone, an apostrophe stands before `=`, `+`, `-` or `@` where a text, a line of it, or a part behind a semicolon
begins with that, because a spreadsheet would take it for a formula. JSON and SQLite have every text as it is.
"""


def write_readme(site: Site, tables: Iterable[Table], version: str) -> bytes:
    """``README.md`` of the data: whose it is, how it may be used, and the dictionary."""
    default = site.default_language
    head = (
        f"# {site.title.resolve([default]).text}\n\n{site.description.resolve([default]).text}\n\n"
        f"- From: {site.url}\n- Publisher: {site.publisher.name}\n"
        f"- Licence: {site.licence}, {licence_address(site.licence)}\n- Version: {version}\n\n"
        "The same in a form that programs read: `datapackage.json`. All records with all they hold: `all.json`.\n\n"
    )
    return (head + _ABOUT_CELLS + "\n" + "\n".join(_iter_tables(tables))).encode()


def describe_tables(tables: Iterable[TableKind]) -> str:
    """The dictionary of any site, a text a language standing for all of them."""
    return _ABOUT_CELLS + "\n" + "\n".join(_iter_tables(tables))


def _iter_tables(tables: Iterable[Table | TableKind]) -> Iterator[str]:
    for table in tables:
        rows = "".join(_row(column) for column in table.columns)
        key = ", ".join(f"`{name}`" for name in table.key) or "none"
        yield (
            f"## {table.name}\n\n{table.description} Key: {key}.\n\n| column | type | meaning |\n|---|---|---|\n{rows}"
        )


def _row(column: Column) -> str:
    name = f"{column.name}_LANGUAGE" if column.localized else column.name
    meaning = column.description
    if column.refers_to:
        meaning += f" Refers to `{column.refers_to}`."
    if column.words:
        meaning += " One of " + ", ".join(f"`{word}`" for word in column.words) + "."
    return f"| `{name}` | {column.type.value}{'' if column.required else ', or empty'} | {meaning} |\n"
