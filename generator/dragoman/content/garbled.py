"""Finds letters that were lost or garbled when a text was saved or copied in another encoding. Knows no file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

LOST = "\ufffd"
# What UTF-8's first bytes look like where each byte was taken for a letter of Windows-1252, and what may follow.
_FIRST = "ÃÂÄÅÉâÐÑÎÏØÙáÕÔ×"
_RUN = re.compile(f"[{_FIRST}][^\x00-\x7f]{{1,40}}")
_SIGNS = "“”„‘’«»‹›–—…"


@dataclass(frozen=True, slots=True, kw_only=True)
class Garbled:
    """Characters from one index up to another, and what they were before."""

    start: int
    end: int
    text: str


def find_garbled(text: str) -> Iterator[Garbled]:
    """``FranzÃ¶sisch`` for ``Französisch``: the bytes of UTF-8, each read as a letter of its own."""
    if text.isascii() or not any(letter in text for letter in _FIRST):
        return
    for found in _RUN.finditer(text):
        run = found.group()
        for length in range(len(run), 1, -1):
            meant = _decode(run[:length])
            if meant is not None and _is_likely(run[:length], meant):
                yield Garbled(start=found.start(), end=found.start() + length, text=meant)
                break


def _decode(run: str) -> str | None:
    try:
        return run.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return None


def _is_likely(run: str, meant: str) -> bool:
    """Two letters in a row can hardly be chance; one is, where a word ends in a capital before a sign: „FPÖ“."""
    if len(meant) > 1 or run[0] in "Ãâ":
        return True
    return run[0] in "ÂÄÅÉ" and run[1] not in _SIGNS
