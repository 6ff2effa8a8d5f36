"""Language tags (BCP 47) and what follows from one: its parents, its formats (a Babel locale), its direction.

Knows no site: a language without data of its own borrows the formats of English, as its texts do.
"""

from __future__ import annotations

import copy
import functools
import re
from typing import Any, Literal

from babel import Locale, UnknownLocaleError, localedata
from babel.core import get_global

Direction = Literal["ltr", "rtl"]

#: The language that the words of the program are written in, and so the last resort for all others.
SOURCE_LANGUAGE = "en"
#: Babel's plain "en" is that of the United States.
_DEFAULT_TERRITORIES = {"en": "en-GB"}

# RFC 5646, section 2.1, without the grandfathered tags and with primary languages of two or three letters only
# (longer ones are reserved): it is a mistake that would not be noticed to take "german" for a language.
_TAG = re.compile(
    r"""
    [a-z]{2,3} (?:-[a-z]{3}){0,3}                 # language, extended language
    (?:-[a-z]{4})?                                # script
    (?:-(?:[a-z]{2}|\d{3}))?                      # region
    (?:-(?:[a-z\d]{5,8}|\d[a-z\d]{3}))*           # variants
    (?:-[a-wyz\d](?:-[a-z\d]{2,8})+)*             # extensions
    (?:-x(?:-[a-z\d]{1,8})+)?                     # private use
    """,
    re.ASCII | re.IGNORECASE | re.VERBOSE,
)
_SCRIPT = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z]{3})*-([A-Za-z]{4})(?:-|$)")

#: ISO 15924 codes of the scripts in use that run from right to left (Unicode, Bidi_Class R and AL).
_RIGHT_TO_LEFT = frozenset({"Adlm", "Arab", "Aran", "Hebr", "Mand", "Mend", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa"})


def is_language_tag(text: str) -> bool:
    """Whether this is a well-formed BCP 47 tag: ``de``, ``pt-BR``, ``zh-Hant``; not ``de_DE``, not ``German``."""
    return _TAG.fullmatch(text) is not None


def get_lineage(tag: str) -> tuple[str, ...]:
    """The tag and its ever more general parents: ``zh-Hant-HK``, ``zh-Hant``, ``zh`` (RFC 4647 lookup)."""
    subtags = tag.split("-")
    lengths = [count for count in range(len(subtags), 0, -1) if len(subtags[count - 1]) > 1]
    return tuple("-".join(subtags[:count]) for count in lengths)


class _OwnLocale(Locale):
    """A locale that shares nothing it writes to.

    In Babel, locales share what none of them overrides, and write into it what they look up: after Hebrew, month names
    of other languages came out in Hebrew (Babel's issue 1234, open in 2.18).
    """

    @functools.cached_property
    def _data(self) -> localedata.LocaleDataDict:
        shared: dict[Any, Any] = localedata.load(str(self))
        return localedata.LocaleDataDict(copy.deepcopy(shared))


@functools.lru_cache(maxsize=256)
def get_locale(tag: str) -> Locale:
    """The formats for a language: its own, else its parent's (``de-XX`` → ``de``), else those of British English."""
    return find_locale(tag) or _OwnLocale("en", "GB")


@functools.lru_cache(maxsize=256)
def find_locale(tag: str) -> Locale | None:
    """The CLDR locale for a language or the nearest of its parents; None if CLDR has data for none of them."""
    if tag.partition("-")[0].lower() == "und":  # Babel would take "undetermined" for its own default.
        return None
    for candidate in get_lineage(tag):
        try:
            found = Locale.parse(_DEFAULT_TERRITORIES.get(candidate, candidate), sep="-")
        except (UnknownLocaleError, ValueError):
            continue
        return _OwnLocale(found.language, found.territory, found.script, found.variant)
    return None


def script(tag: str) -> str:
    """The ISO 15924 code of the script of a language: the tag's own, else the likely one by CLDR, else ``Latn``."""
    written = _SCRIPT.match(tag)
    if written:
        return written[1].title()
    likely = get_global("likely_subtags")
    for candidate in get_lineage(tag):
        full = likely.get(candidate.replace("-", "_"))
        if full:
            return str(full).split("_")[1]
    return "Latn"


@functools.lru_cache(maxsize=256)
def name_with_territory(tag: str) -> str:
    """The language with the territory of its formats, else the likely one by CLDR: ``de_DE``, ``en_GB``, ``ar_EG``.

    The form is Open Graph's; a language of which CLDR knows no territory is named alone.
    """
    locale = find_locale(tag)
    if locale is None:
        return tag.partition("-")[0]
    likely = str(get_global("likely_subtags").get(locale.language, ""))
    territory = locale.territory or likely.rpartition("_")[2]
    return f"{locale.language}_{territory}" if territory else locale.language


@functools.lru_cache(maxsize=256)
def direction(tag: str) -> Direction:
    """The direction of the language's script, as HTML's ``dir`` wants it."""
    return "rtl" if script(tag) in _RIGHT_TO_LEFT else "ltr"
