"""term-order: a term of office that ends before it begins."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.content.files import Kind
from dragoman.content.rules.end_before_start import is_before
from dragoman.content.rules.rule import Finding, Group, Rule, Scope
from dragoman.content.settings import Settings
from dragoman.diagnostics import Severity
from dragoman.model.people import Person


def _check(person: Person, settings: Settings) -> Iterator[Finding]:  # noqa: ARG001 - a record's check
    for number, office in enumerate(person.offices):
        if is_before(office.to, office.from_):
            yield Finding(
                path=("offices", number, "to"),
                message=f"this term ends on {office.to}, before it begins on {office.from_}",
                hint="look both dates up again; they may be the wrong way round",
                rests_on=("offices.from",),
            )


RULE = Rule(
    name="term-order",
    group=Group.OFFICES,
    severity=Severity.ERROR,
    scope=Scope.RECORD,
    sentence="A term of office does not end before it begins.",
    kinds=frozenset({Kind.PERSON}),
    check_record=_check,
)
