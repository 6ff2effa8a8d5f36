"""duplicate-key: found by ``content.yamltree`` while it parses."""

from __future__ import annotations

from dragoman.content.rules.rule import Group, Rule, Scope
from dragoman.diagnostics import Severity

RULE = Rule(
    name="duplicate-key",
    group=Group.READING,
    severity=Severity.ERROR,
    scope=Scope.FILE,
    sentence="A field stands only once beside its neighbours.",
)
