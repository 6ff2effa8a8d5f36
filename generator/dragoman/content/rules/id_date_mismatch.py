"""id-date-mismatch: an event's id that says another date than the event."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.content.files import Kind
from dragoman.content.rules.rule import Finding, Group, Rule, Scope
from dragoman.content.settings import Settings
from dragoman.diagnostics import Severity
from dragoman.model.event import Event

_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?(?=-|$)", re.ASCII)


def _check(event: Event, settings: Settings) -> Iterator[Finding]:  # noqa: ARG001 - a record's check
    known = event.date.known_prefix
    found = _DATE.match(event.id)
    written = found.group() if found else ""
    if not known or not written or written == known:
        return
    better = known + event.id[len(written) :]
    yield Finding(
        path=("date",),
        message=f"the date is {known}, and the file’s name says {written}",
        hint=f"correct the date, or rename the file to {better}.yaml",
    )


RULE = Rule(
    name="id-date-mismatch",
    group=Group.IDENTITY,
    severity=Severity.ERROR,
    scope=Scope.RECORD,
    sentence="An event’s id begins with its date, as far as that is known.",
    kinds=frozenset({Kind.EVENT}),
    check_record=_check,
)
