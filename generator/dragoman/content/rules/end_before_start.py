"""end-before-start: a span that is over before it begins, in one date or in two fields (terms: see ``term_order``)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from dragoman.content.files import Kind
from dragoman.content.rules.rule import Finding, Group, Rule, Scope, explain_in_the_models_words, named
from dragoman.content.settings import Settings
from dragoman.content.yamltree import Path
from dragoman.diagnostics import Severity
from dragoman.model.dates import EdtfDate
from dragoman.model.organisations import Organisation
from dragoman.model.places import Place, Term


def _check(record: Any, settings: Settings) -> Iterator[Finding]:  # noqa: ARG001 - a record's check
    for path, start, end in _iter_spans(record):
        if is_before(end, start):
            message = f"this ends on {end}, before it begins on {start}"
            yield Finding(
                path=path,
                message=message,
                hint="look both dates up again; they may be the wrong way round",
                rests_on=("from", "names.from", "since", "pauses.from"),
            )


def _iter_spans(record: Any) -> Iterator[tuple[Path, EdtfDate | None, EdtfDate | None]]:
    match record:
        case Organisation():
            yield ("to",), record.from_, record.to
        case Place() | Term():
            for number, name in enumerate(record.names):
                yield ("names", number, "to"), name.from_, name.to
        case _:
            yield from _iter_coverage(record)


def _iter_coverage(coverage: Sequence[Any]) -> Iterator[tuple[Path, EdtfDate | None, EdtfDate | None]]:
    for number, watched in enumerate(coverage):
        yield (number, "until"), watched.since, watched.until
        for index, pause in enumerate(watched.pauses):
            yield (number, "pauses", index, "to"), pause.from_, pause.to


def is_before(end: EdtfDate | None, start: EdtfDate | None) -> bool:
    """Whether something surely ends before it begins, both as uncertain as they are written."""
    if end is None or start is None or end.upper is None or start.lower is None:
        return False
    return end.upper < start.lower


RULE = Rule(
    name="end-before-start",
    group=Group.DATES,
    severity=Severity.ERROR,
    scope=Scope.RECORD,
    sentence="What lasts, or lasted, does not end before it begins.",
    claims=named("end-before-start"),
    explain=explain_in_the_models_words,
    kinds=frozenset({Kind.ORGANISATION, Kind.PLACE, Kind.TERM, Kind.COVERAGE}),
    check_record=_check,
)
