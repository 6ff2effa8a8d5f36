"""Makes a record's file from a row, and the records that rows name. Nothing is written, or judged as a whole, here."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from dragoman.content.files import CONTENT, FOLDERS, Kind, Loaded
from dragoman.content.identifiers import suggest_id
from dragoman.content.index import Index
from dragoman.errors import DragomanError
from dragoman.importing.cells import CellError, read_cells, substitute
from dragoman.importing.filling import fill_date, fill_event, fill_record
from dragoman.importing.known import Known, New
from dragoman.importing.mapping import Mapped
from dragoman.importing.notation import write_record
from dragoman.importing.rows import Remark, Row
from dragoman.model.dates import EdtfDate


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An event to be: its file, the row it comes from, and the data."""

    path: str
    row: int
    text: str
    data: Mapping[str, Any]


class Maker:
    """Makes files from rows, one after the other, and remembers whom they name."""

    def __init__(self, mapped: Mapped, index: Index, loaded: Loaded, today: dt.date) -> None:
        self._mapped = mapped
        self._index = index
        self._present = {source.path: source for source in loaded.files}
        self._today = today
        self._rows: dict[str, int] = {}
        self.known = Known(index)
        self.unchanged = 0

    def make_event(self, row: Row) -> tuple[Draft | None, tuple[Remark, ...]]:
        """The event of a row; None where it is there already. Raises CellError and UnknownError."""
        values = read_cells(row.cells, self._mapped.columns)
        date = fill_date(self._mapped.event["date"], values)
        identifier = self._make_id(date, values, row)
        filled = fill_event(row, values, date, self._mapped, self.known, self._index.settings.languages)
        data = {"draft": True, "published": self._today.isoformat(), **filled.data}
        path = make_path(Kind.EVENT, identifier)
        before = self._index.paths[Kind.EVENT].get(identifier)
        text = write_record(Kind.EVENT, data, self._index.settings)
        if before is None:
            return Draft(path=path, row=row.number, text=text, data=data), filled.remarks
        present = self._present[before[0]].content.decode("utf-8", "replace")
        if _without_published(present) != _without_published(text):
            raise CellError("", f"{before[0]} is there already and says something else: it is left as it is")
        self.unchanged += 1
        return None, ()

    def _make_id(self, date: EdtfDate, values: Mapping[str, str], row: Row) -> str:
        identifier = suggest_id(f"{date.known_prefix} {substitute(self._mapped.id, values)}")
        if identifier is None or identifier == date.known_prefix:
            raise CellError("", "no id can be made of this row: let the mapping’s `id` name a column in Latin letters")
        other = self._rows.setdefault(identifier, row.number)
        if other != row.number:
            raise CellError("", f"it has the id of row {other}, {identifier}: let the mapping’s `id` tell them apart")
        return identifier

    def make_others(self, drafts: Iterable[Draft]) -> dict[str, str]:
        """The files of all new records that the events need, people's with the offices that the events attest."""
        named = {text for draft in drafts for text in iter_texts(draft.data)}
        records: dict[tuple[Kind, str], Any] = {}
        for (kind, identifier), new in self.known.new.items():
            if kind is Kind.PERSON and identifier in named:
                records[kind, identifier] = self._make_person(new)
                named.add(new.of)
        for (kind, identifier), new in self.known.new.items():
            if kind is not Kind.PERSON and identifier in named:
                values = {"name": new.name}
                records[kind, identifier] = self._fill(kind, values)
        files = {
            make_path(kind, identifier): write_record(kind, data, self._index.settings)
            for (kind, identifier), data in records.items()
        }
        return files | dict(self._iter_given(files))

    def _make_person(self, new: New) -> dict[str, Any]:
        made: dict[str, Any] = {}
        for number, (title, dates) in enumerate(new.dates.items(), start=1):
            values = {
                "name": new.name,
                "title": title,
                "of": new.of,
                "of.name": self._name_organisation(new.of),
                "first": min(date.lower for date in dates if date.lower).isoformat(),
                "last": max(date.upper for date in dates if date.upper).isoformat(),
                "number": str(number),
            }
            filled = self._fill(Kind.PERSON, values)
            made = {**filled, "offices": [*made.get("offices", []), *filled.get("offices", [])]}
            if not made["offices"]:
                del made["offices"]
        return made

    def _fill(self, kind: Kind, values: Mapping[str, str]) -> dict[str, Any]:
        return fill_record(
            kind, self._mapped.templates[kind], values, self._mapped, self._index.settings.languages
        ).data

    def _name_organisation(self, identifier: str) -> str:
        new = self.known.new.get((Kind.ORGANISATION, identifier))
        organisation = self._index.find_organisation(identifier)
        if new or organisation is None:
            return new.name if new else identifier
        return organisation.name.resolve([self._mapped.language, *self._index.settings.languages]).text

    def _iter_given(self, made: Mapping[str, str]) -> Iterator[tuple[str, str]]:
        """The records that the mapping gives as they are, where they are not there yet."""
        for name, data in self._mapped.records.items():
            folder, _, identifier = name.partition("/")
            kind = FOLDERS.get(folder)
            if kind is None or not identifier or not isinstance(data, dict):
                raise DragomanError(
                    f'records: "{name}" is no record', hint="for example: topics/state-visits: {name: …}"
                )
            path = make_path(kind, identifier)
            if path not in self._present and path not in made:
                yield path, write_record(kind, data, self._index.settings)


def make_path(kind: Kind, identifier: str) -> str:
    """Where a record's file lies, from the site's folder."""
    folder = next(name for name, one in FOLDERS.items() if one is kind)
    year = f"{identifier[:4]}/" if kind is Kind.EVENT else ""
    return f"{CONTENT}/{folder}/{year}{identifier}.yaml"


def iter_texts(data: Any) -> Iterator[str]:
    """All texts in a record's data; an id that it names is one of them."""
    match data:
        case str():
            yield data
        case Mapping():
            for value in data.values():
                yield from iter_texts(value)
        case list() | tuple():
            for value in data:
                yield from iter_texts(value)


def _without_published(text: str) -> list[str]:
    """The lines of an event's file but for the day on which it was first written."""
    return [line for line in text.splitlines() if not line.startswith("published:")]
