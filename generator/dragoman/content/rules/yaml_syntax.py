"""yaml-syntax: tabs and slips of the hand; all else ``content.yamltree`` finds while it parses."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.content.rules.rule import Group, Rule, Scope, TextFinding
from dragoman.content.slips import find_slips
from dragoman.diagnostics import Severity

_TABS = re.compile(r"\t+")


def _check(text: str) -> Iterator[TextFinding]:
    for match in _TABS.finditer(text) if "\t" in text else ():
        yield TextFinding(
            start=match.start(),
            end=match.end(),
            message="a tab stands here, and YAML is written with spaces",
            hint="indent with two spaces per level; most editors can be set to do so with the tab key",
        )
    if "\n" in text:  # a single value has no lines to slip on
        for slip in find_slips(text):
            yield TextFinding(start=slip.start, end=slip.end, message=slip.message, hint=slip.hint)


RULE = Rule(
    name="yaml-syntax",
    group=Group.READING,
    severity=Severity.ERROR,
    scope=Scope.FILE,
    sentence="The file is valid YAML, has no tabs, and nothing in it looks like a slip of the hand.",
    check_text=_check,
)
