"""The quotation marks of languages, by CLDR's delimiters (which Babel does not carry)."""

from __future__ import annotations

import functools
from dataclasses import dataclass

from dragoman.i18n.locales import get_lineage

#: Opening and closing marks, those of a quotation within it, and the languages; all others use the first.
_MARKS = (
    ("“", "”", "‘", "’", ()),
    ("„", "“", "‚", "‘", ("de", "cs", "sk", "sl", "bg", "is", "ka", "lt", "lb", "mk", "sr-Latn", "et", "dsb", "hsb")),
    ("„", "”", "«", "»", ("pl", "hu", "ro", "hr", "bs", "sr")),
    ("«", "»", "„", "“", ("ru", "uk", "be", "az-Cyrl", "kk", "ky", "uz-Cyrl", "os", "ab", "hy")),
    ("«", "»", "“", "”", ("el", "it", "es", "pt-PT", "ca", "fa", "ps", "sq")),
    ("«", "»", "‹", "›", ("de-CH", "fr-CH")),
    ("«", "»", "‘", "’", ("nb", "nn", "no")),
    ("«\N{NARROW NO-BREAK SPACE}", "\N{NARROW NO-BREAK SPACE}»", "“", "”", ("fr",)),
    ("”", "”", "’", "’", ("sv", "fi", "he", "da")),
    ("「", "」", "『", "』", ("ja", "zh-Hant")),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotationMarks:
    """The marks around a quotation, and around another one within it."""

    opening: str
    closing: str
    inner_opening: str
    inner_closing: str


@functools.lru_cache(maxsize=256)
def quotation_marks(lang: str) -> QuotationMarks:
    """The marks that a language uses."""
    by_language = {tag: marks for *marks, tags in _MARKS for tag in tags}
    marks = next((by_language[tag] for tag in get_lineage(lang) if tag in by_language), _MARKS[0])
    opening, closing, inner_opening, inner_closing = marks[:4]
    return QuotationMarks(
        opening=str(opening), closing=str(closing), inner_opening=str(inner_opening), inner_closing=str(inner_closing)
    )


def quote(text: str, lang: str) -> str:
    """The text in the quotation marks of its language; those that it has inside become the marks of an inner one."""
    marks = quotation_marks(lang)
    inside = text.replace(marks.opening, marks.inner_opening).replace(marks.closing, marks.inner_closing)
    return f"{marks.opening}{inside}{marks.closing}"
