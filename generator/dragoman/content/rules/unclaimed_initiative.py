"""unclaimed-initiative: who asked for a contact, without a source that says so."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.content.files import Kind
from dragoman.content.rules.rule import Finding, Group, Rule, Scope
from dragoman.content.settings import Settings
from dragoman.diagnostics import Severity
from dragoman.model.event import Event


def _check(event: Event, settings: Settings) -> Iterator[Finding]:  # noqa: ARG001 - a record's check
    if event.initiative and not event.initiative.according_to:
        yield Finding(
            path=("initiative",),
            part="key",
            message="who asked for the contact is said here, but not who says so",
            hint="add according_to: with the name of one of this event’s sources",
        )


RULE = Rule(
    name="unclaimed-initiative",
    group=Group.CONTACT,
    severity=Severity.WARNING,
    scope=Scope.RECORD,
    sentence="Who asked for a contact is said according to a source.",
    kinds=frozenset({Kind.EVENT}),
    check_record=_check,
)
