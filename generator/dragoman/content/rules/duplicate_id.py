"""duplicate-id: one id for two things, now or formerly, or two ids that some file systems take for one."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

from dragoman.content.files import Kind
from dragoman.content.index import Index
from dragoman.content.rules.rule import Finding, Group, Rule, Scope
from dragoman.content.settings import Settings
from dragoman.content.yamltree import Path
from dragoman.diagnostics import Severity
from dragoman.model.event import Account, Event
from dragoman.model.people import Person
from dragoman.model.records import Record


def _check_site(index: Index) -> Iterator[tuple[str, Finding]]:
    for kind, paths in index.paths.items():
        if kind in {Kind.SITE, Kind.COVERAGE}:
            continue
        taken: dict[str, str] = {}
        for path in sorted(path for same in paths.values() for path in same):
            identifier = path.rpartition("/")[2].removesuffix(".yaml")
            other = taken.setdefault(_fold(identifier), path)
            if other != path:
                yield path, Finding(path=(), message=f"{other} has the same id", hint="give one of them another name")
        yield from _check_former_ids(index, kind, taken)


def _check_former_ids(index: Index, kind: Kind, taken: dict[str, str]) -> Iterator[tuple[str, Finding]]:
    for identifier, record in index.judged[kind].items():
        path = index.get_path(kind, identifier)
        for position, former in enumerate(record.former_ids):
            other = taken.setdefault(_fold(former), path)
            if other != path or former == identifier or former in record.former_ids[:position]:
                owner = "this record itself" if other == path else other
                yield (
                    path,
                    Finding(
                        path=("former_ids", position),
                        message=f'the former id "{former}" belongs to {owner}',
                        hint="remove it here: an address can lead to one record only",
                    ),
                )


def _fold(identifier: str) -> str:
    """What ids have in common that a file system or a reader may take for the same."""
    return unicodedata.normalize("NFKC", identifier).casefold()


def _check_record(record: Record, settings: Settings) -> Iterator[Finding]:  # noqa: ARG001 - a record's check
    match record:
        case Event():
            both = [*_name(record.readouts, "readouts"), *_name(record.reactions, "reactions")]
            yield from _find_repeated(both)
        case Person():
            yield from _find_repeated([(("offices", n, "id"), office.id) for n, office in enumerate(record.offices)])
        case _:
            pass


def _name(readouts: Sequence[object], field: str) -> Iterator[tuple[Path, str]]:
    for index, readout in enumerate(readouts):
        if isinstance(readout, Account):
            yield (field, index, "id"), readout.id


def _find_repeated(named: Sequence[tuple[Path, str]]) -> Iterator[Finding]:
    seen: set[str] = set()
    for path, identifier in named:
        if identifier in seen:
            message = f'the id "{identifier}" stands here twice'
            yield Finding(path=path, message=message, hint=f"give this one another, such as {identifier}-2")
        seen.add(identifier)


RULE = Rule(
    name="duplicate-id",
    group=Group.IDENTITY,
    severity=Severity.ERROR,
    scope=Scope.SITE,
    sentence=(
        "An id belongs to one record of its kind, also where it is a former one, and ids differ in more than case; "
        "within a record, every readout and every office has an id of its own."
    ),
    kinds=frozenset({Kind.EVENT, Kind.PERSON}),
    check_record=_check_record,
    check_site=_check_site,
)
