"""Tables as one SQLite database, the same bytes for the same tables."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator

from dragoman.render.data.columns import Column, Table, Type

_TYPES = {Type.TEXT: "TEXT", Type.DAY: "TEXT", Type.INTEGER: "INTEGER", Type.NUMBER: "REAL", Type.FLAG: "INTEGER"}
#: Bytes of the header where SQLite writes which version of itself made the file, so that a newer one changes nothing.
_VERSION_OF_LIBRARY = slice(96, 100)


def write_sqlite(tables: Iterable[Table]) -> bytes:
    """The database: days and other dates as text, flags as 0 and 1, references declared as foreign keys."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    try:
        connection.execute("PRAGMA page_size = 4096")
        connection.execute("PRAGMA encoding = 'UTF-8'")
        connection.execute("BEGIN")
        for table in tables:
            _add(connection, table)
        connection.execute("COMMIT")
        # Lays the pages out anew, so that nothing is left of how they were filled.
        connection.execute("VACUUM")
        content = bytearray(connection.serialize())
    finally:
        connection.close()
    content[_VERSION_OF_LIBRARY] = bytes(4)
    return bytes(content)


def _add(connection: sqlite3.Connection, table: Table) -> None:
    lines = [*(_define(column) for column in table.columns), *_constraints(table)]
    connection.execute(f"CREATE TABLE {_name(table.name)} (\n  " + ",\n  ".join(lines) + "\n)")
    places = ", ".join("?" * len(table.columns))
    connection.executemany(f"INSERT INTO {_name(table.name)} VALUES ({places})", table.rows)  # noqa: S608 - our own names
    for column in table.columns:
        if column.refers_to and table.key[:1] != (column.name,):
            index = _name(f"{table.name}_{column.name}")
            connection.execute(f"CREATE INDEX {index} ON {_name(table.name)} ({_name(column.name)})")


def _define(column: Column) -> str:
    reference = f" REFERENCES {_name(column.refers_to)} (id)" if column.refers_to else ""
    return f"{_name(column.name)} {_TYPES[column.type]}{' NOT NULL' if column.required else ''}{reference}"


def _constraints(table: Table) -> Iterator[str]:
    if table.key:
        yield f"PRIMARY KEY ({', '.join(_name(column) for column in table.key)})"


def _name(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
