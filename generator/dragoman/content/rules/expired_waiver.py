"""expired-waiver: a waiver past its day; found by ``content.waivers`` at the end."""

from __future__ import annotations

from dragoman.content.rules.rule import Group, Rule, Scope
from dragoman.diagnostics import Severity

RULE = Rule(
    name="expired-waiver",
    group=Group.WAIVERS,
    severity=Severity.ERROR,
    scope=Scope.SITE,
    sentence="A waiver holds until its day; then the warning is looked at again.",
)
