"""unreadable-file: found by ``content.files`` while it loads."""

from __future__ import annotations

from dragoman.content.rules.rule import Group, Rule, Scope
from dragoman.diagnostics import Severity

RULE = Rule(
    name="unreadable-file",
    group=Group.READING,
    severity=Severity.ERROR,
    scope=Scope.FILE,
    sentence="Content is plain files that can be read: no symbolic links, pipes, sockets or devices.",
)
