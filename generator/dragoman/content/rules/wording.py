"""wording: words that the site does not want to use itself, outside of what it quotes and reports."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from typing import Any

from dragoman.content.fields import Found
from dragoman.content.files import Kind
from dragoman.content.passages import blank_foreign, blank_links, blank_quotations
from dragoman.content.rules.rule import Finding, Group, Rule, Scope
from dragoman.content.settings import Settings
from dragoman.diagnostics import Severity

#: What is said there, others have said.
_OTHERS_WORDS = frozenset({"readouts", "reactions"})


def _check(record: Any, texts: tuple[Found, ...], settings: Settings) -> Iterator[Finding]:  # noqa: ARG001 - a check
    if not settings.wording:
        return
    for found in texts:
        if found.path[0] in _OTHERS_WORDS:
            continue
        for language, text in found.value.texts:
            words = settings.wording.get(language)
            match = _compile(words).search(text) if words else None
            if match is None:
                continue
            own = blank_quotations(blank_foreign(blank_links(text)), language)
            for written in _compile(words or ()).finditer(own):
                yield Finding(
                    path=(*found.path, language),
                    span=written.span(),
                    message=f"“{written.group()}” is a word that this site does not use itself",
                    hint="choose a neutral one, or put it in quotation marks and say whose word it is",
                )


@functools.lru_cache(maxsize=64)
def _compile(words: tuple[str, ...]) -> re.Pattern[str]:
    """The words with whatever ending they may have."""
    inside = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    return re.compile(rf"\b(?:{inside})\w*", re.IGNORECASE)


RULE = Rule(
    name="wording",
    group=Group.LANGUAGES,
    severity=Severity.WARNING,
    scope=Scope.RECORD,
    sentence="The site’s own texts do without the words under `wording` in site.yaml, but for quotations and accounts.",
    kinds=frozenset(Kind) - {Kind.TERM, Kind.SITE},
    check_texts=_check,
)
