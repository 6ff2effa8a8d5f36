"""unneeded-waiver: a waiver of a warning that is not there (any more); found by ``content.waivers`` at the end."""

from __future__ import annotations

from dragoman.content.rules.rule import Group, Rule, Scope
from dragoman.diagnostics import Severity

RULE = Rule(
    name="unneeded-waiver",
    group=Group.WAIVERS,
    severity=Severity.ERROR,
    scope=Scope.SITE,
    sentence="A waiver is of a warning that the event would have without it.",
)
