"""comparison-unknown-topic: a judgement on a topic of which no account says anything."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.content.files import Kind
from dragoman.content.near import find_near
from dragoman.content.rules.rule import Finding, Group, Rule, Scope
from dragoman.content.settings import Settings
from dragoman.diagnostics import Severity
from dragoman.model.event import Account, Event


def _check(event: Event, settings: Settings) -> Iterator[Finding]:  # noqa: ARG001 - a record's check
    accounts = (readout for readout in event.readouts if isinstance(readout, Account))
    known = {point.topic for account in accounts for point in account.points}
    for number, judgement in enumerate(event.comparison):
        if judgement.topic not in known:
            near = find_near(judgement.topic, sorted(known), {})
            choices = ", ".join(sorted(known)) or "none yet"
            hint = f'did you mean "{near}"?' if near else f"topics of the readouts’ points: {choices}"
            message = f'no readout has a point on "{judgement.topic}"'
            yield Finding(
                path=("comparison", number, "topic"),
                message=message,
                hint=hint,
                rests_on=("readouts.points.topic",),
            )


RULE = Rule(
    name="comparison-unknown-topic",
    group=Group.CONTACT,
    severity=Severity.ERROR,
    scope=Scope.RECORD,
    sentence="What is compared is a topic of which at least one readout says something.",
    kinds=frozenset({Kind.EVENT}),
    check_record=_check,
)
