"""bad-date: found by the model's dates and times while a record is read."""

from __future__ import annotations

from dragoman.content.rules.rule import Group, Rule, Scope, explain_with_suggestion, named
from dragoman.diagnostics import Severity

RULE = Rule(
    name="bad-date",
    group=Group.DATES,
    severity=Severity.ERROR,
    scope=Scope.RECORD,
    sentence="A date is written as the notation says: 2023-09-26, 2023-09, 2023-09-26?, 2023-09-25/2023-09-28 …",
    claims=named("bad-date"),
    explain=explain_with_suggestion,
)
