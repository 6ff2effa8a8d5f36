"""Names of states and languages in a language, by CLDR."""

from __future__ import annotations

import functools

from babel import Locale
from babel.core import get_global

from dragoman.i18n.locales import SOURCE_LANGUAGE, find_locale, get_lineage, get_locale

#: Two-letter codes that CLDR names but ISO 3166-1 does not assign: reserved for other uses (AC, CP, CQ, DG, EA, EU, EZ,
#: IC, TA, UN), CLDR's own (QO, ZZ), or left to users (XA, XB; XK, which some use for Kosovo: a record of its own says
#: what it is and by whose reckoning).
_NOT_ASSIGNED = frozenset(("AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "XK", "ZZ"))

#: Codes of three letters for states that are no more, which CLDR takes for their successors (ISO 3166-3).
_WITHDRAWN = frozenset(("BUR", "DDR", "FXX", "TMP", "YMD", "ZAR"))


@functools.lru_cache(maxsize=1)
def territory_codes() -> frozenset[str]:
    """All codes of ISO 3166-1 alpha-2, in lower case (states, and territories such as ``gl``)."""
    named = (str(code) for code in get_locale(SOURCE_LANGUAGE).territories)
    return frozenset(code.lower() for code in named if len(code) == 2 and code.isalpha() and code not in _NOT_ASSIGNED)


def is_territory(code: str) -> bool:
    """Whether this is a code of ISO 3166-1 alpha-2 in lower case; ``eu``, ``un`` and ``xk`` are not."""
    return code in territory_codes()


@functools.cache
def _three_letters() -> dict[str, str]:
    aliases = get_global("territory_aliases").items()
    return {
        meant[0].lower(): code
        for code, meant in aliases
        if len(code) == 3 and code.isalpha() and len(meant) == 1 and code not in _WITHDRAWN
    }


def find_three_letters(code: str) -> str | None:
    """The code of ISO 3166-1 alpha-3 that stands for one of alpha-2, ``DEU`` for ``de``; None for no territory."""
    return _three_letters().get(code) if is_territory(code) else None


def get_territory_name(code: str, lang: str) -> str:
    """The name of a state or territory, in English if the language has none; raises KeyError for any other code."""
    if not is_territory(code):
        raise KeyError(code)
    name = get_locale(lang).territories.get(code.upper())
    return str(name or get_locale(SOURCE_LANGUAGE).territories[code.upper()])


@functools.lru_cache(maxsize=4096)
def language_name(tag: str, lang: str) -> str:
    """The name of a language in a language: ``Deutsch`` for ``de`` in ``de``; the tag itself if CLDR has no name."""
    for display in (get_locale(lang), get_locale(SOURCE_LANGUAGE)):
        for candidate in get_lineage(tag):
            name = display.languages.get(candidate.replace("-", "_"))
            if name and candidate == tag:
                return str(name)
            if name:
                return _name_with_details(tag, display) or str(name)
    return tag


@functools.lru_cache(maxsize=256)
def autonym(tag: str) -> str:
    """The name of a language in itself, as the entry of a menu: ``Deutsch``, ``Русский``, ``فارسی``."""
    locale = find_locale(tag)
    name = language_name(tag, tag if locale else SOURCE_LANGUAGE)
    # Title case, not upper case: Georgian has capitals, but only for words that are all capitals.
    return name[:1].title() + name[1:]


def _name_with_details(tag: str, display: Locale) -> str | None:
    """The name with script and country in brackets, where CLDR knows the combination: ``Azerbaijani (Cyrillic)``."""
    locale = find_locale(tag)
    return locale.get_display_name(display) if locale else None
