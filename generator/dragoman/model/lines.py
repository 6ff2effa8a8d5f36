"""Texts of one line: titles, names, quotations. In calendars, tables and citations a line end means something else."""

from __future__ import annotations

from pydantic_core import PydanticKnownError


def join_lines(text: str) -> str:
    """The text with blanks for the ends of its lines, which keeps every other character at its index.

    Raises what pydantic raises for an empty text, where there is nothing else.
    """
    if "\n" in text or "\r" in text:
        text = text.rstrip("\r\n").replace("\n", " ").replace("\r", " ")
    if not text or text.isspace():
        raise PydanticKnownError("string_too_short", {"min_length": 1})
    return text
