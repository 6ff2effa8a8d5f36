"""How much markup an honest text has. Beyond it, a Markdown library takes minutes, or the depth of its own calls.

Knows the signs of Markdown, not their meaning. Everything here takes time in proportion to a text's length.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

MOST_MARKS = 400
"""Signs of Markdown in a text, or in a paragraph of prose; the library's time grows with their square."""
DEEPEST = 8
"""How deep lists and quotes may be nested."""
MOST_MARKS_OF_A_PAGE = 3_000
MOST_TAGS_OF_A_PAGE = 500
MOST_ABBREVIATIONS = 100
LONGEST_LINE = 10_000
"""Characters in a line of prose."""

_MARK = re.compile(r"[*_\[\]<>`\\!]|^[ \t]{0,40}(?:[-+=#:~]|\d{1,9}\.)", re.MULTILINE)
_BLANK_LINE = re.compile(r"\n[ \t\r]*(?=\n)")
_NESTING = re.compile(r"^[ \t]*(?:(?:>|[-+*](?=\s)|\d{1,9}\.(?=\s))[ \t]*)+", re.MULTILINE)
_NESTING_MARK = re.compile(r">|[-+*]|\d+\.")
_ABBREVIATION = re.compile(r"^[ \t]{0,3}\*\[", re.MULTILINE)
_WIDTH_OF_A_LEVEL = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Excess:
    """What is too much, and where: from one character index of the text up to another."""

    start: int
    end: int
    message: str
    hint: str


def find_excess(text: str) -> Excess | None:
    """What is too much markup for one text of a record; None where it is such as people write."""
    return next(_iter_crowds(text, 0, MOST_MARKS, "this text"), None) or next(_iter_depths(text), None)


def find_excess_in_prose(text: str) -> Excess | None:
    """The same for a whole page of prose, of which each paragraph is looked at by itself."""
    return next(_iter_excesses_of_a_page(text), None)


def _iter_excesses_of_a_page(text: str) -> Iterator[Excess]:
    yield from _iter_long_lines(text)
    yield from _iter_depths(text)
    for start, end in _iter_paragraphs(text):
        yield from _iter_crowds(text[start:end], start, MOST_MARKS, "this paragraph")
    yield from _iter_crowds(text, 0, MOST_MARKS_OF_A_PAGE, "this page")
    for mark, most, what in (
        (re.compile("<"), MOST_TAGS_OF_A_PAGE, "signs <"),
        (_ABBREVIATION, MOST_ABBREVIATIONS, "abbreviations"),
    ):
        for number, found in enumerate(mark.finditer(text), 1):
            if number > most:
                yield _make(found.start(), found.end(), f"this page has more than {most} {what}", _DIVIDE)
                break


_DIVIDE = "divide it into several pages"


def _iter_long_lines(text: str) -> Iterator[Excess]:
    start = 0
    for line in text.split("\n"):
        if len(line) > LONGEST_LINE:
            message = f"this line is too long: {len(line)} characters, where {LONGEST_LINE} are allowed"
            yield _make(start + LONGEST_LINE, start + len(line), message, "begin a new paragraph with an empty line")
        start += len(line) + 1


def _iter_paragraphs(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for found in _BLANK_LINE.finditer(text):
        yield start, found.start()
        start = found.end()
    yield start, len(text)


def _iter_crowds(text: str, offset: int, most: int, what: str) -> Iterator[Excess]:
    """The first sign of Markdown that is one too many."""
    for number, found in enumerate(_MARK.finditer(text), 1):
        if number > most:
            message = f"{what} has more than {most} signs of Markdown, such as “[” and “*”"
            hint = _DIVIDE if most == MOST_MARKS_OF_A_PAGE else "remove those that mark nothing up, or divide it"
            yield _make(offset + found.start(), offset + found.end(), message, hint)
            return


def _iter_depths(text: str) -> Iterator[Excess]:
    for found in _NESTING.finditer(text):
        beginning = found[0]
        indented = len(beginning) - len(beginning.lstrip(" \t"))
        width = len(beginning[:indented].expandtabs(_WIDTH_OF_A_LEVEL))
        marks = sum(1 for _ in _NESTING_MARK.finditer(beginning))
        if marks + width // _WIDTH_OF_A_LEVEL > DEEPEST:
            hint = "no text needs this: write the inner ones beside each other"
            yield _make(found.start(), found.end(), f"lists and quotes are nested more than {DEEPEST} deep here", hint)


def _make(start: int, end: int, message: str, hint: str) -> Excess:
    return Excess(start=start, end=end, message=message, hint=hint)
