"""yaml-syntax: tabs; all else is found by ``content.yamltree`` while it parses, and worded by ``content.syntax``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.content.rules.rule import Group, Rule, Scope, TextFinding
from dragoman.diagnostics import Severity

_TABS = re.compile(r"\t+")


def _check(text: str) -> Iterator[TextFinding]:
    if "\t" not in text:
        return
    for match in _TABS.finditer(text):
        yield TextFinding(
            start=match.start(),
            end=match.end(),
            message="a tab stands here, and YAML is written with spaces",
            hint="indent with two spaces per level; most editors can be set to do so with the tab key",
        )


RULE = Rule(
    name="yaml-syntax",
    group=Group.READING,
    severity=Severity.ERROR,
    scope=Scope.FILE,
    sentence="The file is valid YAML, and has no tabs.",
    check_text=_check,
)
