"""yaml-feature: found by ``content.yamltree`` while it parses."""

from __future__ import annotations

from dragoman.content.rules.rule import Group, Rule, Scope
from dragoman.diagnostics import Severity

RULE = Rule(
    name="yaml-feature",
    group=Group.READING,
    severity=Severity.ERROR,
    scope=Scope.FILE,
    sentence="A file holds one document, without anchors, aliases, merge keys, tags and directives.",
)
