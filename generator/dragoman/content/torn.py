"""Texts in braces that a comma tears apart: in ``{de: Power, Samantha}`` YAML sees a field without a value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from dragoman.content.text import SourceText
from dragoman.diagnostics import Location


@dataclass(frozen=True, slots=True, kw_only=True)
class TornText:
    """A text that was torn apart, from one character of the file up to another. ``text`` is the whole of it, to stand
    at ``key``; the key is None where a word stands alone, without a text before it.
    """

    start: int
    end: int
    key: str | None
    text: str
    message: str
    hint: str


def find_torn_text(fields: Mapping[str, Any], word: str, text: SourceText, empty: Location) -> TornText | None:
    """What a key without a value belongs to: ``fields`` are those before it, and ``empty`` is where its value would be.

    None where there is a colon behind the word, so that it is a key indeed.
    """
    written = text.text
    end = text.find_index(empty.line, empty.column)
    while end and written[end - 1].isspace():
        end -= 1
    if written.startswith(":", end - 1):
        return None
    last = next(reversed(fields), None) if isinstance(fields, dict) else None
    if last is None or not isinstance(fields[last], str):
        message, hint = f"“{word}” stands here without a field’s name", "write the name and a colon before it"
        return TornText(start=end - len(word), end=end, key=None, text=word, message=message, hint=hint)
    whole = f"{fields[last]}, {word}"
    return TornText(
        start=_find_value(written, last, end),
        end=end,
        key=last,
        text=whole,
        message="a comma ends this text too early",
        hint=f'put the whole text in quotes: {last}: "{whole}"',
    )


def _find_value(written: str, key: str, end: int) -> int:
    """Where the value of the last field of this name before ``end`` begins."""
    start = end
    while (start := written.rfind(key, 0, start)) >= 0:
        rest = written[start + len(key) : end].lstrip("\"' ")
        if rest.startswith(":"):
            return end - len(rest[1:].lstrip())
    return end
