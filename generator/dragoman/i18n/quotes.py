"""The quotation marks of languages, by CLDR's delimiters (which Babel does not carry)."""

from __future__ import annotations

import functools

from dragoman.i18n.locales import get_lineage

#: Opening and closing marks and the languages that use them; all others use the first.
_MARKS = (
    ("“", "”", ()),
    ("„", "“", ("de", "cs", "sk", "sl", "bg", "is", "ka", "lt", "lb", "mk", "sr-Latn", "et", "dsb", "hsb")),
    ("„", "”", ("pl", "hu", "ro", "hr", "bs", "sr")),
    ("«", "»", ("ru", "uk", "be", "hy", "az-Cyrl", "el", "it", "es", "pt-PT", "ca", "fa", "sq", "kk", "ky", "de-CH", "nb",
                "nn", "no", "ps", "uz-Cyrl", "os", "ab", "fr-CH")),
    ("«\N{NARROW NO-BREAK SPACE}", "\N{NARROW NO-BREAK SPACE}»", ("fr",)),
    ("”", "”", ("sv", "fi", "he", "da")),
    ("「", "」", ("ja", "zh-Hant")),
)  # fmt: skip


@functools.lru_cache(maxsize=256)
def quotation_marks(lang: str) -> tuple[str, str]:
    """The opening and the closing mark of a language."""
    by_language = {tag: (opening, closing) for opening, closing, tags in _MARKS for tag in tags}
    found = (by_language[tag] for tag in get_lineage(lang) if tag in by_language)
    return next(found, _MARKS[0][:2])


def quote(text: str, lang: str) -> str:
    """The text in the quotation marks of its language."""
    opening, closing = quotation_marks(lang)
    return f"{opening}{text}{closing}"
