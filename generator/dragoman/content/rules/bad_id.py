"""bad-id: an id (a file's name, or that of a readout, an office, a source) that cannot stand in an address."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.content.files import Kind, SourceFile
from dragoman.content.identifiers import LONGEST_ID, is_id, suggest_id
from dragoman.content.reserved import is_reserved
from dragoman.content.rules.rule import Finding, Group, Rule, Scope
from dragoman.content.settings import Settings
from dragoman.content.yamltree import Part, Path
from dragoman.diagnostics import Severity
from dragoman.model.event import Account, Event
from dragoman.model.people import Person
from dragoman.model.records import Record

_LETTERS = "small letters (a to z), digits and single hyphens"


def _check_file(source: SourceFile) -> Iterator[Finding]:
    if source.kind in {Kind.SITE, Kind.COVERAGE}:
        return
    if is_reserved(source.id):
        hint = f"rename the file to {source.id}-{source.kind.value}.yaml, for example"
        yield Finding(path=(), message=_explain_reserved(source.id, "the file name"), hint=hint)
    elif not is_id(source.id):
        better = suggest_id(source.id)
        hint = f"rename the file to {better}.yaml" if better else f"name it with {_LETTERS}"
        yield Finding(path=(), message=_explain(source.id, "the file name"), hint=hint)


def _check_record(record: Record, settings: Settings) -> Iterator[Finding]:  # noqa: ARG001 - a record's check
    for path, part, identifier, what in _iter_ids(record):
        if path[0] == "former_ids" and is_reserved(identifier):
            hint = "remove it: no address of this site can have held it"
            yield Finding(path=path, part=part, message=_explain_reserved(identifier, what), hint=hint)
        elif not is_id(identifier):
            better = suggest_id(identifier)
            hint = f"write {better}" if better else f"write it with {_LETTERS}"
            yield Finding(path=path, part=part, message=_explain(identifier, what), hint=hint)


def _iter_ids(record: Record) -> Iterator[tuple[Path, Part, str, str]]:
    for index, former in enumerate(record.former_ids):
        yield ("former_ids", index), "value", former, "the former id"
    match record:
        case Event():
            for handle in record.sources:
                yield ("sources", handle), "key", handle, "the source’s name"
            for field, readouts in (("readouts", record.readouts), ("reactions", record.reactions)):
                for index, readout in enumerate(readouts):
                    if isinstance(readout, Account):
                        yield (field, index, "id"), "value", readout.id, "the readout’s id"
        case Person():
            for index, office in enumerate(record.offices):
                yield ("offices", index, "id"), "value", office.id, "the office’s id"
        case _:
            pass


def _explain_reserved(identifier: str, what: str) -> str:
    return f'{what} "{identifier}" is one that some systems or hosts keep for themselves'


def _explain(identifier: str, what: str) -> str:
    if len(identifier) > LONGEST_ID:
        return f"{what} is too long: {len(identifier)} characters, where {LONGEST_ID} are allowed"
    return f'{what} "{identifier}" has more than {_LETTERS}'


RULE = Rule(
    name="bad-id",
    group=Group.IDENTITY,
    severity=Severity.ERROR,
    scope=Scope.RECORD,
    sentence="A file’s name ends in .yaml; it, and every id, is at most 80 of a to z, 0 to 9 and single hyphens.",
    check_file=_check_file,
    kinds=frozenset(Kind) - {Kind.SITE, Kind.COVERAGE},
    check_record=_check_record,
)
