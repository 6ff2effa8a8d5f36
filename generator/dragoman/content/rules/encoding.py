"""encoding: found by ``content.text`` while it decodes."""

from __future__ import annotations

from dragoman.content.rules.rule import Group, Rule, Scope
from dragoman.diagnostics import Severity

RULE = Rule(
    name="encoding",
    group=Group.READING,
    severity=Severity.ERROR,
    scope=Scope.FILE,
    sentence="A file is UTF-8; a byte order mark at its beginning is accepted.",
)
