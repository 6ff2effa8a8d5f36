"""wrong-language: a text under ``en`` that looks German, judged by the small words that every sentence has.

A text with few of them has no language that could be told, and is left alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dragoman.content.fields import Found
from dragoman.content.files import Kind
from dragoman.content.passages import blank_foreign, blank_links, blank_quotations
from dragoman.content.rules.rule import Finding, Group, Rule, Scope
from dragoman.content.settings import Settings
from dragoman.content.small_words import SMALL_WORDS, find_other
from dragoman.diagnostics import Severity
from dragoman.i18n.names import language_name


def _check(record: Any, texts: tuple[Found, ...], settings: Settings) -> Iterator[Finding]:  # noqa: ARG001 - a check
    for found in texts:
        for language, text in found.value.texts:
            primary = language.partition("-")[0]
            if primary not in SMALL_WORDS or len(text) < 20:
                continue
            other = find_other(text, primary)
            if other and find_other(_keep_own(text, language), primary) == other:
                name = language_name(other, "en")
                yield Finding(
                    path=(*found.path, language),
                    message=f'this text under "{language}" looks {name}',
                    hint=f"write it in {language_name(language, 'en')}, or mark a longer phrase as :{other}[…]",
                )


def _keep_own(text: str, language: str) -> str:
    return blank_quotations(blank_foreign(blank_links(text)), language)


RULE = Rule(
    name="wrong-language",
    group=Group.LANGUAGES,
    severity=Severity.WARNING,
    scope=Scope.RECORD,
    sentence="A text is in the language under which it stands, as far as its small words (“and”, “the”) tell.",
    kinds=frozenset(Kind),
    check_texts=_check,
)
