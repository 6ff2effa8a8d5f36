"""none-found-with-points: found by the model while a record is read."""

from __future__ import annotations

from dragoman.content.rules.rule import Group, Rule, Scope, explain_in_the_models_words, named
from dragoman.diagnostics import Severity

RULE = Rule(
    name="none-found-with-points",
    group=Group.READOUTS,
    severity=Severity.ERROR,
    scope=Scope.RECORD,
    sentence="A readout that was looked for and not found has no points.",
    claims=named("none-found-with-points"),
    explain=explain_in_the_models_words,
)
