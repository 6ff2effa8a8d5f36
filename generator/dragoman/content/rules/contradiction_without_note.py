"""contradiction-without-note: a judgement that accounts contradict each other, without a word on how."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.content.files import Kind
from dragoman.content.rules.rule import Finding, Group, Rule, Scope
from dragoman.content.settings import Settings
from dragoman.diagnostics import Severity
from dragoman.model.event import Event


def _check(event: Event, settings: Settings) -> Iterator[Finding]:  # noqa: ARG001 - a record's check
    for number, judgement in enumerate(event.comparison):
        if judgement.relation == "contradict" and judgement.note is None:
            yield Finding(
                path=("comparison", number, "relation"),
                message="the accounts are said to contradict each other, but not in what",
                hint="add note: with a sentence on it; without one, “contradict” reads like an accusation",
            )


RULE = Rule(
    name="contradiction-without-note",
    group=Group.CONTACT,
    severity=Severity.WARNING,
    scope=Scope.RECORD,
    sentence="Where accounts are said to contradict each other, a note says in what.",
    kinds=frozenset({Kind.EVENT}),
    check_record=_check,
)
