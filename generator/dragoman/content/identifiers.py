"""What an id is made of, and how one is made from a name. Knows no record."""

from __future__ import annotations

import re
import unicodedata

LONGEST_ID = 80
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*", re.ASCII)
_WRITTEN_OUT = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "ə": "a", "ı": "i", "ł": "l", "ø": "o", "đ": "d"}
)


def is_id(text: str) -> bool:
    """Whether a text can be an id: at most 80 of a to z, 0 to 9 and single hyphens."""
    return len(text) <= LONGEST_ID and _ID.fullmatch(text) is not None


def suggest_id(text: str) -> str | None:
    """An id made from a text in Latin letters; None where there are others, which one has to transcribe oneself."""
    plain = unicodedata.normalize("NFKD", text.lower().translate(_WRITTEN_OUT))
    letters = "".join(letter for letter in plain if not unicodedata.combining(letter))
    if any(letter.isalpha() and not letter.isascii() for letter in letters):
        return None
    words = re.findall(r"[a-z0-9]+", letters, re.ASCII)
    return "-".join(words)[:LONGEST_ID].rstrip("-") or None
