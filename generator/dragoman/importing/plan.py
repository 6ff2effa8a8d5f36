"""Rows in, files out: fills in all rows, makes the people and organisations they name, and checks it as a whole.

Nothing is written here, and nothing that is there already is ever changed: what would clash with it is left out, and
so is everything that `dragoman check` would find an error in. The remarks say which and why.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from dragoman.content.collecting import read_records
from dragoman.content.files import CONTENT, FOLDERS, Kind, Loaded, SourceFile
from dragoman.content.index import Index
from dragoman.diagnostics import Diagnostic, Severity
from dragoman.errors import DragomanError
from dragoman.importing.cells import CellError
from dragoman.importing.known import UnknownError
from dragoman.importing.making import Draft, Maker, iter_texts
from dragoman.importing.mapping import Mapped
from dragoman.importing.rows import Remark, Table

#: So often are rows left out that only the whole shows to be wrong; each time fewer are left.
_ROUNDS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Import:
    """What to write, by path from the site's folder; ``unchanged`` counts events that are there already."""

    files: Mapping[str, str]
    unchanged: int
    remarks: tuple[Remark, ...]


def plan_import(table: Table, mapped: Mapped, loaded: Loaded, today: dt.date) -> Import:
    """Everything that an import comes to. Raises DragomanError where the mapping does not fit the site or the table."""
    reading = read_records(loaded, today=today)
    _check_fit(table, mapped, reading.index)
    maker = Maker(mapped, reading.index, loaded, today)
    remarks = [*table.remarks, *_find_ignored(table, mapped)]
    drafts: list[Draft] = []
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
        if not mapped.takes(column):
            count = sum(bool(row.cells.get(column)) for row in table.rows)
            if count:
                cells = "1 cell is" if count == 1 else f"{count} cells are"
                message = f"{cells} not taken in: the mapping names the column in no field, nor in `ignore`"
                yield Remark(row=0, column=column, message=message)


def _keep_sound(
    drafts: list[Draft], maker: Maker, loaded: Loaded, today: dt.date
) -> tuple[list[Draft], list[Remark], dict[str, str]]:
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
    drafts: list[Draft], faults: Mapping[str, list[Diagnostic]], others: Mapping[str, str], maker: Maker
) -> tuple[set[str], list[Remark]]:
    """The paths of drafts with an error in them, or in a new record that they name; with the reasons."""
    broken = {path.rpartition("/")[2].removesuffix(".yaml"): path for path in others if path in faults}
    for new in maker.known.new.values():
        if new.kind is Kind.PERSON and new.of in broken:
            broken.setdefault(new.id, broken[new.of])
    bad: set[str] = set()
    remarks: list[Remark] = []
    for draft in drafts:
        named = broken.keys() & set(iter_texts(draft.data)) if broken else set()
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
