"""too-deep: found by ``content.yamltree``, which stops there."""

from __future__ import annotations

from dragoman.content.rules.rule import Group, Rule, Scope
from dragoman.diagnostics import Severity

RULE = Rule(
    name="too-deep",
    group=Group.READING,
    severity=Severity.ERROR,
    scope=Scope.FILE,
    sentence="Lists and fields are nested at most 20 deep.",
)
