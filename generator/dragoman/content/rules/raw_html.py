"""raw-html: HTML in a text that is Markdown, where it would be shown as it is written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from dragoman.content.fields import Found
from dragoman.content.files import Kind
from dragoman.content.rules.rule import Finding, Group, Rule, Scope
from dragoman.content.settings import Settings
from dragoman.diagnostics import Severity
from dragoman.model.text import InlineMarkdown, Markdown

_TAG = re.compile(r"<(?!https?:|mailto:)(?:/?[A-Za-z][^<>]{0,300}|!--)>?")
_INSTEAD = {
    "b": "**…**",
    "strong": "**…**",
    "i": "*…*",
    "em": "*…*",
    "a": "[words](https://…)",
    "br": "an empty line",
    "p": "an empty line",
}


def _check(record: Any, texts: tuple[Found, ...], settings: Settings) -> Iterator[Finding]:  # noqa: ARG001 - a check
    for found in texts:
        if not issubclass(found.leaf.type, Markdown | InlineMarkdown):
            continue
        for language, text in found.value.texts:
            tag = _TAG.search(text) if "<" in text else None
            if tag:
                name = re.sub(r"\W.*", "", tag.group().lstrip("</").lower(), flags=re.DOTALL)
                hint = f"write {_INSTEAD[name]}" if name in _INSTEAD else "remove it, or write a sign < as “less than”"
                message = f"HTML ({tag.group()[:40]}) is not allowed in a text"
                yield Finding(path=(*found.path, language), message=message, hint=hint)


RULE = Rule(
    name="raw-html",
    group=Group.MEDIA,
    severity=Severity.ERROR,
    scope=Scope.RECORD,
    sentence="A text has no HTML: emphasis, links, lists and quotes are written in Markdown.",
    kinds=frozenset(Kind),
    check_texts=_check,
)
