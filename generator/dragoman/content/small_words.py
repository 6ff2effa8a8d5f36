"""Tells the language of a text by the small words that every sentence has, as far as it has any. Knows no rule."""

from __future__ import annotations

import functools
from collections.abc import Mapping

# Function words, without those that several of these languages share ("in", "die", "an", "was", "de", "la").
SMALL_WORDS = {
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


def find_language(text: str) -> str | None:
    """The language whose small words a text has, three at least and more than of any other; None where none has."""
    words = {*text.lower().split()}
    counts = sorted(((len(words & small), language) for language, small in _small_words().items()), reverse=True)
    (most, language), (second, _) = counts[:2]
    return language if most >= _ENOUGH and most > second else None


def find_other(text: str, language: str) -> str | None:
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
    return {language: frozenset(words.split()) for language, words in SMALL_WORDS.items()}
