"""impossible-date: found by the model's dates and times while a record is read."""

from __future__ import annotations

from dragoman.content.rules.rule import Group, Rule, Scope, explain_in_the_models_words, named
from dragoman.diagnostics import Severity

RULE = Rule(
    name="impossible-date",
    group=Group.DATES,
    severity=Severity.ERROR,
    scope=Scope.RECORD,
    sentence="A date exists in the calendar.",
    claims=named("impossible-date"),
    explain=explain_in_the_models_words,
)
