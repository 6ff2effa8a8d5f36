"""Finds what a contributor probably meant: the known word nearest to one that is not known."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping

_LONGEST = 120


def find_near(word: str, known: Iterable[str], synonyms: Mapping[str, str]) -> str | None:
    """The known word that is most like ``word`` or that it is a synonym of; None where there is none."""
    choices = tuple(known)
    plain = word.strip().lower().replace("_", "-").replace(" ", "-")
    for choice in choices:
        if choice.replace("_", "-") == plain:
            return choice
    synonym = synonyms.get(word.strip().lower())
    if synonym in choices:
        return synonym
    if len(word) > _LONGEST:
        return None
    near = difflib.get_close_matches(word.lower(), choices, n=1, cutoff=0.7)
    return near[0] if near else None
