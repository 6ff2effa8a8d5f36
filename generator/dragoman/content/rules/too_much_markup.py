"""too-much-markup: a text of signs rather than words, over which a Markdown library would take minutes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dragoman.content.fields import Found
from dragoman.content.files import Kind
from dragoman.content.rules.rule import Finding, Group, Rule, Scope
from dragoman.content.settings import Settings
from dragoman.diagnostics import Severity
from dragoman.model.marks import DEEPEST, MOST_MARKS, find_excess
from dragoman.model.text import InlineMarkdown, Markdown


def _check(record: Any, texts: tuple[Found, ...], settings: Settings) -> Iterator[Finding]:  # noqa: ARG001 - a check
    for found in texts:
        if not issubclass(found.leaf.type, Markdown | InlineMarkdown):
            continue
        for language, text in found.value.texts:
            excess = find_excess(text)
            if excess:
                span = (excess.start, excess.end)
                yield Finding(path=(*found.path, language), message=excess.message, hint=excess.hint, span=span)


RULE = Rule(
    name="too-much-markup",
    group=Group.SHAPE,
    severity=Severity.ERROR,
    scope=Scope.RECORD,
    sentence=f"A text or paragraph has at most {MOST_MARKS} signs of Markdown, nested at most {DEEPEST} deep.",
    kinds=frozenset(Kind),
    check_texts=_check,
)
