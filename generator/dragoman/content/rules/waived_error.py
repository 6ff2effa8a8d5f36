"""waived-error: a waiver of what cannot be waived; found by ``content.waivers`` at the end."""

from __future__ import annotations

from dragoman.content.rules.rule import Group, Rule, Scope
from dragoman.diagnostics import Severity

RULE = Rule(
    name="waived-error",
    group=Group.WAIVERS,
    severity=Severity.ERROR,
    scope=Scope.SITE,
    sentence="A waiver is of a warning or an advice: what is an error has to be mended.",
)
