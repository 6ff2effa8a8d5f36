"""comment-in-text: found by ``content.yamltree`` while it parses."""

from __future__ import annotations

from dragoman.content.rules.rule import Group, Rule, Scope
from dragoman.diagnostics import Severity

RULE = Rule(
    name="comment-in-text",
    group=Group.READING,
    severity=Severity.WARNING,
    scope=Scope.FILE,
    sentence="A text that goes on with “#” (`#COP29`) is in quotation marks: without them a comment begins there.",
)
