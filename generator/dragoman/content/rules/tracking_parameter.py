"""tracking-parameter: a part of an address that names no page, but where its reader came from."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dragoman.content.fields import Found, Leaf
from dragoman.content.files import Kind
from dragoman.content.rules.rule import Finding, Group, Replacement, Rule, Scope
from dragoman.content.settings import Settings
from dragoman.content.web_addresses import find_tracking, strip_tracking
from dragoman.diagnostics import Severity
from dragoman.model.values import Url


def _is_address(leaf: Leaf) -> bool:
    return leaf.find_note(Url) is not None


def _check(record: Any, texts: tuple[Found, ...], settings: Settings) -> Iterator[Finding]:  # noqa: ARG001 - a check
    for found in texts:
        url: str = found.value
        if "?" not in url or found.path[-1] == "archived":  # a copy has the address under which it was made
            continue
        names = find_tracking(url)
        if names:
            start = url.index(names[0])
            end = len(url.partition("#")[0])
            clean = strip_tracking(url)
            yield Finding(
                path=found.path,
                span=(start, end),
                message=f"parts of this address only serve to follow its readers: {', '.join(names)}",
                hint=f"write {clean}",
                replacements=(Replacement(start=0, end=-1, text=clean),),
            )


RULE = Rule(
    name="tracking-parameter",
    group=Group.SOURCES,
    severity=Severity.WARNING,
    scope=Scope.RECORD,
    sentence="An address names a page and follows nobody: no `utm_source`, no `fbclid`. `--fix` removes them.",
    kinds=frozenset(Kind),
    wants=_is_address,
    check_texts=_check,
)
