"""Rows in, files out: fills in all rows, makes the people and organisations they name, and checks it as a whole.

Nothing is written here, and nothing that is there already is ever changed: what would clash with it is left out, and
so is everything that `dragoman check` would find an error in. The remarks say which and why.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from dragoman.content.collecting import read_records
from dragoman.content.files import CONTENT, FOLDERS, Kind, Loaded, SourceFile
from dragoman.content.index import Index
from dragoman.content.rules.bad_id import suggest_id
from dragoman.diagnostics import Diagnostic, Severity
from dragoman.errors import DragomanError
from dragoman.importing.cells import CellError, read_cells, substitute
from dragoman.importing.filling import fill_date, fill_event, fill_record
from dragoman.importing.known import Known, New, UnknownError
from dragoman.importing.mapping import Mapped
from dragoman.importing.notation import write_record
from dragoman.importing.rows import Remark, Row, Table
from dragoman.model.dates import EdtfDate

#: So often are rows left out that only the whole shows to be wrong; each time fewer are left.
_ROUNDS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Import:
    """What to write, by path from the site's folder; ``unchanged`` counts events that are there already, as they are."""

    files: Mapping[str, str]
    unchanged: int
    remarks: tuple[Remark, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Draft:
    """An event to be: its file, the row it comes from, and the data."""

    path: str
    row: int
    text: str
    data: Mapping[str, Any]


def plan_import(table: Table, mapped: Mapped, loaded: Loaded, today: dt.date) -> Import:
    """Everything that an import comes to. Raises DragomanError where the mapping does not fit the site or the table."""
    reading = read_records(loaded, today=today)
    _check_fit(table, mapped, reading.index)
    maker = _Maker(mapped, reading.index, loaded, today)
    remarks = [*table.remarks, *_find_ignored(table, mapped)]
    drafts: list[_Draft] = []
    for row in table.rows:
        try:
            draft, notes = maker.make_event(row)
        except (CellError, UnknownError) as error:
            column = error.column if isinstance(error, CellError) else ""
            remarks.append(Remark(row=row.number, column=column, message=str(error), is_left_out=True))
            continue
        remarks += notes
        if draft:
            drafts.append(draft)
    drafts, rest, others = _keep_sound(drafts, maker, loaded, today)
    remarks += rest
    files = {draft.path: draft.text for draft in drafts} | others
    return Import(files=files, unchanged=maker.unchanged, remarks=tuple(sorted(set(remarks))))


def _check_fit(table: Table, mapped: Mapped, index: Index) -> None:
    lacking = sorted(mapped.find_used() - set(table.columns))
    lacking += sorted((mapped.columns.keys() | mapped.ignored) - set(table.columns))
    if lacking:
        columns = ", ".join(table.columns)
        raise DragomanError(f'the table has no column "{lacking[0]}"', hint=f"its columns are {columns}")
    languages = index.settings.languages
    if not languages:
        raise DragomanError("the site does not say in which languages it is", hint="dragoman check shows why")
    if isinstance(mapped.event.get("title"), Mapping) and languages[0] not in mapped.event["title"]:
        raise DragomanError(
            f"the site’s first language is {languages[0]}, and the mapping has no texts in it",
            hint=f"give every text of the mapping in {languages[0]}, too; {{column}} may stand in both",
        )


def _find_ignored(table: Table, mapped: Mapped) -> Iterator[Remark]:
    for column in table.columns:
        if column not in mapped.find_used() | mapped.ignored:
            count = sum(bool(row.cells.get(column)) for row in table.rows)
            if count:
                message = (
                    f"{count} cells are not taken in: the mapping names the column neither in a field nor in `ignore`"
                )
                yield Remark(row=0, column=column, message=message)


class _Maker:
    """Makes files from rows, one after the other, and remembers whom they name."""

    def __init__(self, mapped: Mapped, index: Index, loaded: Loaded, today: dt.date) -> None:
        self._mapped = mapped
        self._index = index
        self._present = {source.path: source for source in loaded.files}
        self._today = today
        self._rows: dict[str, int] = {}
        self.known = Known(index)
        self.unchanged = 0

    def make_event(self, row: Row) -> tuple[_Draft | None, tuple[Remark, ...]]:
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
            return _Draft(path=path, row=row.number, text=text, data=data), filled.remarks
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

    def make_others(self, drafts: Iterable[_Draft]) -> dict[str, str]:
        """The files of all new records that the events need, people's with the offices that the events attest."""
        named = {text for draft in drafts for text in _iter_texts(draft.data)}
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


def _keep_sound(
    drafts: list[_Draft], maker: _Maker, loaded: Loaded, today: dt.date
) -> tuple[list[_Draft], list[Remark], dict[str, str]]:
    """The drafts in which a check of the whole finds no error, remarks on the rest, and the other new files."""
    remarks: list[Remark] = []
    before = {(finding.location.path, finding.message) for finding in read_records(loaded, today=today).diagnostics}
    for _ in range(_ROUNDS):
        others = maker.make_others(drafts)
        texts = {**others, **{draft.path: draft.text for draft in drafts}}
        reading = read_records(_add(loaded, texts), today=today)
        findings = [
            finding for finding in reading.diagnostics if (finding.location.path, finding.message) not in before
        ]
        faults: dict[str, list[Diagnostic]] = {}
        for finding in findings:
            if finding.severity is Severity.ERROR:
                faults.setdefault(finding.location.path, []).append(finding)
        if not faults:
            return drafts, remarks, others
        bad, reasons = _find_bad(drafts, faults, others, maker)
        if not bad:
            finding = next(iter(faults.values()))[0]
            raise DragomanError(f"{finding.location.path}: {finding.message}", hint=finding.hint)
        remarks += reasons
        drafts = [draft for draft in drafts if draft.path not in bad]
    raise DragomanError("what the mapping makes of this table is not sound", hint="try a few rows with --dry-run")


def _find_bad(
    drafts: list[_Draft], faults: Mapping[str, list[Diagnostic]], others: Mapping[str, str], maker: _Maker
) -> tuple[set[str], list[Remark]]:
    """The paths of drafts with an error in them, or in a new record that they name; with the reasons."""
    broken = {path.rpartition("/")[2].removesuffix(".yaml"): path for path in others if path in faults}
    for new in maker.known.new.values():
        if new.kind is Kind.PERSON and new.of in broken:
            broken.setdefault(new.id, broken[new.of])
    bad: set[str] = set()
    remarks: list[Remark] = []
    for draft in drafts:
        named = broken.keys() & set(_iter_texts(draft.data)) if broken else set()
        found = [*faults.get(draft.path, []), *(finding for name in named for finding in faults[broken[name]])]
        if found:
            bad.add(draft.path)
            remarks += [
                Remark(row=draft.row, column="", message=_describe(finding, draft.path), is_left_out=True)
                for finding in found[:3]
            ]
    return bad, remarks


def _describe(finding: Diagnostic, path: str) -> str:
    where = "" if finding.location.path == path else f"{finding.location.path}: "
    return f"{where}{finding.message}" + (f" ({finding.hint})" if finding.hint else "")


def make_path(kind: Kind, identifier: str) -> str:
    """Where a record's file lies, from the site's folder."""
    folder = next(name for name, one in FOLDERS.items() if one is kind)
    year = f"{identifier[:4]}/" if kind is Kind.EVENT else ""
    return f"{CONTENT}/{folder}/{year}{identifier}.yaml"


def _add(loaded: Loaded, texts: Mapping[str, str]) -> Loaded:
    kinds = {f"{CONTENT}/{folder}/": kind for folder, kind in FOLDERS.items()}
    new = [_make_source(path, text, kinds) for path, text in texts.items()]
    return replace(loaded, files=tuple(sorted((*loaded.files, *new), key=lambda source: source.path)))


def _make_source(path: str, text: str, kinds: Mapping[str, Kind]) -> SourceFile:
    content = text.encode()
    kind = next(kind for folder, kind in kinds.items() if path.startswith(folder))
    return SourceFile(
        path=path, kind=kind, content=content, size=len(content), digest=hashlib.sha256(content).hexdigest()
    )


def _iter_texts(data: Any) -> Iterator[str]:
    match data:
        case str():
            yield data
        case Mapping():
            for value in data.values():
                yield from _iter_texts(value)
        case list() | tuple():
            for value in data:
                yield from _iter_texts(value)


def _without_published(text: str) -> list[str]:
    """The lines of an event's file but for the day on which it was first written."""
    return [line for line in text.splitlines() if not line.startswith("published:")]
