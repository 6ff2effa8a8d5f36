"""bad-time: found by the model's dates and times while a record is read."""

from __future__ import annotations

from dragoman.content.rules.rule import Group, Rule, Scope, explain_with_suggestion, named
from dragoman.diagnostics import Severity

RULE = Rule(
    name="bad-time",
    group=Group.DATES,
    severity=Severity.ERROR,
    scope=Scope.RECORD,
    sentence="A time is written as hours and minutes with its zone, a duration as ISO 8601 has it.",
    claims=named("bad-time"),
    explain=explain_with_suggestion,
)
