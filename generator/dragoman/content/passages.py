"""Parts of a text that are not the writer's own words: links, phrases in other languages, quotations.

They are blanked rather than cut out, so that places in the rest stay what they are.
"""

from __future__ import annotations

import functools
import re

from dragoman.i18n.quotes import quotation_marks

_LINK_TARGETS = re.compile(r"\]\([^()\s]*\)|<?https?://[^\s<>)]+>?|\bwww\.[^\s<>)]+")
_FOREIGN = re.compile(r":[a-z]{2,3}(?:-[A-Za-z0-9]+)*\[[^\]]*\]")
_EVERYWHERE = (r"“[^“”]*”", r"„[^„“”]*[“”]", r"«[^«»]*»", r"\"[^\"\n]*\"")


def blank_links(text: str) -> str:
    """The text with the addresses in it made blank."""
    return _blank(_LINK_TARGETS, text) if "](" in text or "://" in text or "www." in text else text


def blank_foreign(text: str) -> str:
    """The text with phrases that are marked as another language (``:en[…]``) made blank."""
    return _blank(_FOREIGN, text) if "[" in text else text


def blank_quotations(text: str, language: str) -> str:
    """The text with everything between quotation marks made blank, be they the language's own or another's."""
    if text.isascii() and '"' not in text:
        return text
    return _blank(_quotations(language), text)


@functools.lru_cache(maxsize=64)
def _quotations(language: str) -> re.Pattern[str]:
    marks = quotation_marks(language)
    opening, closing = re.escape(marks.opening), re.escape(marks.closing)
    own = f"{opening}[^{opening}{closing}]*{closing}"
    return re.compile("|".join((own, *_EVERYWHERE)))


def _blank(pattern: re.Pattern[str], text: str) -> str:
    return pattern.sub(lambda match: " " * len(match.group()), text)
