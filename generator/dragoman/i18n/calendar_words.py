"""The words for weekdays and months of a language, as CLDR has them. Knows words, no texts in which they stand."""

from __future__ import annotations

import functools
from collections.abc import Mapping

from dragoman.i18n.locales import find_locale, get_lineage

#: Words of everyday use beside those of CLDR.
_OTHER_WEEKDAYS = {"de": {"sonnabend": 5}}
_OTHER_MONTHS = {"en": {"sep": 9}}
#: What can follow the name of a weekday in one word, without its meaning another thing ("Montagabend", "Tuesday’s").
_ENDINGS = {
    "de": ("s", "es", "e", "en", *(f"{part}{s}" for part in (
        "abend", "morgen", "mittag", "nachmittag", "vormittag", "nacht", "früh"
    ) for s in ("", "s"))),
    "en": ("s", "'s", "’s"),
}  # fmt: skip


@functools.lru_cache(maxsize=64)
def weekday_words(lang: str) -> Mapping[str, int]:
    """Every form of the weekdays' full names, folded, with the number of the day: 0 is Monday. Empty if unknown."""
    locale = find_locale(lang)
    if locale is None:
        return {}
    words = {
        name.casefold(): day
        for context in ("format", "stand-alone")
        for day, name in locale.days[context]["wide"].items()
    }
    for tag in get_lineage(lang):
        words |= _OTHER_WEEKDAYS.get(tag, {})
    endings = next((_ENDINGS[tag] for tag in get_lineage(lang) if tag in _ENDINGS), ())
    return {f"{word}{ending}": day for word, day in words.items() for ending in ("", *endings)}


@functools.lru_cache(maxsize=64)
def month_words(lang: str) -> Mapping[str, int]:
    """The months' names, whole and abbreviated, folded and without a point, with their number. Empty if unknown."""
    locale = find_locale(lang)
    if locale is None:
        return {}
    words = {
        name.casefold().rstrip("."): month
        for context in ("format", "stand-alone")
        for width in ("wide", "abbreviated")
        for month, name in locale.months[context][width].items()
        if not name.isdigit()
    }
    return words | next((_OTHER_MONTHS[tag] for tag in get_lineage(lang) if tag in _OTHER_MONTHS), {})


@functools.lru_cache(maxsize=512)
def weekday_name(day: int, lang: str) -> str:
    """The name of a weekday (0 is Monday), as it stands in a sentence; empty if the language is unknown."""
    locale = find_locale(lang)
    return str(locale.days["format"]["wide"][day]) if locale else ""
