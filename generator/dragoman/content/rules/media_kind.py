"""media-kind: found by ``content.media`` while files are loaded."""

from __future__ import annotations

from dragoman.content.rules.rule import Group, Rule, Scope
from dragoman.diagnostics import Severity

RULE = Rule(
    name="media-kind",
    group=Group.MEDIA,
    severity=Severity.ERROR,
    scope=Scope.FILE,
    sentence="A file in content/media is PNG, JPEG, WebP, AVIF, GIF or PDF, and is named so.",
)
