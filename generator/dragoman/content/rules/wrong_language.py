"""wrong-language: a text under ``en`` that looks German, judged by the small words that every sentence has.

A text with few of them has no language that could be told, and is left alone.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
from typing import Any

from dragoman.content.fields import Found
from dragoman.content.files import Kind
from dragoman.content.passages import blank_foreign, blank_links, blank_quotations
from dragoman.content.rules.rule import Finding, Group, Rule, Scope
from dragoman.content.settings import Settings
from dragoman.diagnostics import Severity
from dragoman.i18n.names import language_name

# Function words, without those that several of these languages share ("in", "die", "an", "was", "de", "la").
_SMALL_WORDS = {
    "de": "der das den dem des ein eine einen einem einer und oder nicht ist sind war waren wurde wurden wird werden "
    "mit von vom für auf aus bei beim nach über zu zum zur sich auch als dass sei seien habe haben hat hatte durch "
    "zwischen gegen ihre ihrer sowie im ins am beiden",
    "en": "the of and to is are were has have had with for on by from that which their his its be been not but this "
    "these would should between about after before into over also it they he she both who",
    "fr": "le les des du une et est sont avec pour dans sur par qui que pas au aux ce cette ses leur leurs entre été "
    "ont ne",
    "es": "el los las del una y es son con para por que no se su sus entre al ha han como más fue sobre",
    "it": "il gli dei della delle del una e è sono con per che non si sul nel nella alla tra ha hanno come",
    "pt": "os as dos das da do uma e é são com para por que não se sua seu entre ao foi mais",
    "tr": "ve bir bu ile için olarak da de olan çok ise gibi daha sonra kadar ancak",
    "ru": "и в не на что с по как это для от о при к из его их был была были между",
    "uk": "і в не на що з по як це для від про при до із його їх був була були між та",
}  # fmt: skip
#: So many different ones of another language, before anything is said.
_ENOUGH = 3


def _check(record: Any, texts: tuple[Found, ...], settings: Settings) -> Iterator[Finding]:  # noqa: ARG001 - a check
    for found in texts:
        for language, text in found.value.texts:
            primary = language.partition("-")[0]
            if primary not in _SMALL_WORDS or len(text) < 20:
                continue
            other = _find_other(text, primary)
            if other and _find_other(_keep_own(text, language), primary) == other:
                name = language_name(other, "en")
                yield Finding(
                    path=(*found.path, language),
                    message=f'this text under "{language}" looks {name}',
                    hint=f"write it in {language_name(language, 'en')}, or mark a longer phrase as :{other}[…]",
                )


def _keep_own(text: str, language: str) -> str:
    return blank_quotations(blank_foreign(blank_links(text)), language)


def _find_other(text: str, language: str) -> str | None:
    """The language of which a text has many small words, and at most one of its own; None where there is none."""
    known = _small_words()
    words = {*text.lower().split()}  # each once: an Arabic name may have "al" three times
    own = len(words & known[language])
    if own > 1:
        return None
    counts = {other: len(words & small) for other, small in known.items() if other != language}
    most = max(counts, key=lambda other: counts[other])
    return most if counts[most] >= _ENOUGH + 2 * own else None


@functools.cache
def _small_words() -> Mapping[str, frozenset[str]]:
    return {language: frozenset(words.split()) for language, words in _SMALL_WORDS.items()}


RULE = Rule(
    name="wrong-language",
    group=Group.LANGUAGES,
    severity=Severity.WARNING,
    scope=Scope.RECORD,
    sentence="A text is in the language under which it stands, as far as its small words (“and”, “the”) tell.",
    kinds=frozenset(Kind),
    check_texts=_check,
)
