"""points-without-source: statements that nobody can look up."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.content.files import Kind
from dragoman.content.rules.rule import Finding, Group, Rule, Scope
from dragoman.content.settings import Settings
from dragoman.diagnostics import Severity
from dragoman.model.event import Account, Event


def _check(event: Event, settings: Settings) -> Iterator[Finding]:  # noqa: ARG001 - a record's check
    for field, readouts in (("readouts", event.readouts), ("reactions", event.reactions)):
        for number, readout in enumerate(readouts):
            if isinstance(readout, Account) and readout.points and not readout.source:
                yield Finding(
                    path=(field, number, "points"),
                    part="key",
                    message="this readout has points, but no source",
                    rests_on=(f"{field}.source",),
                    hint=f"add source: with the name of one of this event’s sources: {next(iter(event.sources))}",
                )


RULE = Rule(
    name="points-without-source",
    group=Group.READOUTS,
    severity=Severity.ERROR,
    scope=Scope.RECORD,
    sentence="A readout with points names its source.",
    kinds=frozenset({Kind.EVENT}),
    check_record=_check,
)
