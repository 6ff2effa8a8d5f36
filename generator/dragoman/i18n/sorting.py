"""Sorting as a language sorts: by the Unicode collation algorithm, with the language's own rules where ICU is there.

Without the optional PyICU, all languages share the default order (DUCET): German is right in it, Swedish is not.
"""

from __future__ import annotations

import functools
import importlib
import string
import unicodedata
from collections.abc import Callable
from typing import Any

from pyuca import Collator

#: Something to compare with keys of the same language, and nothing else.
SortKey = tuple[int, ...] | bytes

_OTHER = "#"


@functools.lru_cache(maxsize=65536)
def sort_key(text: str, lang: str) -> SortKey:
    """The key by which texts sort in the language; ``Äpfel`` comes between ``Apfel`` and ``Birne`` in German."""
    return _collation(lang)(text)


@functools.lru_cache(maxsize=16384)
def initial_letter(text: str, lang: str) -> str:
    """The heading in an A–Z register under which the text sorts: ``A`` for ``Äpfel``; ``#`` if it has no letter first.

    Letters that differ from a basic one only by an accent stand under that one, wherever they sort together.
    """
    first = next((character for character in unicodedata.normalize("NFC", text) if character.isalnum()), "")
    if not first.isalpha():
        return _OTHER
    base = unicodedata.normalize("NFD", first)[0]
    weight = _primary_weight(first, lang)
    candidates: tuple[str, ...] = (*string.ascii_uppercase, base)
    for candidate in candidates:
        if _primary_weight(candidate, lang) == weight:
            return candidate.title()
    return first.title()


@functools.lru_cache(maxsize=32)
def _collation(lang: str) -> Callable[[str], SortKey]:
    icu = _find_icu()
    if icu is None:
        return _default_collation()
    return icu.Collator.createInstance(icu.Locale(lang)).getSortKey  # type: ignore[no-any-return]


@functools.lru_cache(maxsize=4096)
def _primary_weight(text: str, lang: str) -> SortKey:
    """The key without accents and case."""
    key = sort_key(text, lang)
    if isinstance(key, bytes):
        return key.split(b"\x01")[0]  # ICU ends each level with 01, pyuca with 0.
    return key[: key.index(0)]


@functools.lru_cache(maxsize=1)
def _default_collation() -> Callable[[str], SortKey]:
    # Reading its table of weights takes a quarter of a second: only when something is sorted, and once.
    return Collator().sort_key  # type: ignore[no-any-return]


@functools.lru_cache(maxsize=1)
def _find_icu() -> Any:
    try:
        return importlib.import_module("icu")
    except ImportError:
        return None
