"""Slips of the hand that can be seen on the lines of a YAML file, however a parser would take them.

Knows lines and their indentation, no YAML beyond that: what stands in a text of several lines is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_CONFLICT = "<<<<<<<"
_CONFLICT_START = re.compile(r"^<{7}(?: .*)?$", re.MULTILINE)
_LINE = re.compile(r"(?P<blank>[ ]*)(?P<words>[^\r\n]*)(?:\r\n|\r|\n|$)")
_BLOCK_TEXT = re.compile(r"(?:^|[:-][ ]+)[>|][-+\d]*[ ]*(?:#.*)?$")
_HYPHEN_WITHOUT_SPACE = re.compile(r"-(?=[^\W\d_]|[{\[\"'„“])")
_OTHER_BULLET = re.compile(r"[–—•·‣*](?=[ \xa0])|-(?=\xa0)")
#: Whether a closer look is worth while: most files have no such line. Each begins with a character, which is fast.
_CANDIDATES = (
    re.compile(r"\n *(?:-(?=[^\W\d_]|[{\[\"'„“\xa0])|[–—•·‣*][ \xa0])"),
    re.compile(r"\n( *)- [^\r\n]*\r?\n\1 +- "),
)
_PLAIN_ITEM = re.compile(r"- [^\s\"'{\[&*!|>#-](?:(?!: ).)*(?<!:)$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Slip:
    """What is wrong from one character of a file's text up to another, and what to do."""

    start: int
    end: int
    message: str
    hint: str


@dataclass(frozen=True, slots=True)
class _Line:
    """A line that is neither blank, a comment nor inside a text of several lines; ``start`` is its first word's."""

    start: int
    indentation: int
    words: str


def find_slips(text: str) -> Iterator[Slip]:
    """All slips of a file; those that git left come alone, since nothing below them is in its place."""
    conflicts = list(_find_conflicts(text)) if _CONFLICT in text else []
    yield from conflicts
    if not conflicts and any(candidate.search(text) for candidate in _CANDIDATES):
        yield from _find_item_slips(text)


def _find_conflicts(text: str) -> Iterator[Slip]:
    for found in _CONFLICT_START.finditer(text):
        yield Slip(
            start=found.start(),
            end=found.end(),
            message="git has left two versions of the lines below, because both were changed",
            hint="keep one of the two, or both in order, and remove the lines “<<<<<<<”, “=======” and “>>>>>>>”",
        )


def _find_item_slips(text: str) -> Iterator[Slip]:
    """List items that are not written like the others."""
    above: list[_Line] = []
    for line in _iter_lines(text):
        while above and above[-1].indentation > line.indentation:
            above.pop()
        before = above[-1] if above else None
        slip = _judge(line, before) if before else None
        if slip:
            yield slip
        if before and before.indentation == line.indentation:
            above.pop()
        above.append(line)


def _judge(line: _Line, before: _Line) -> Slip | None:
    """``before`` is the nearest line above that is not indented more deeply."""
    if not (before.words.endswith(":") or before.words.startswith(("-", *"–—•·‣*"))):
        return None
    without_space = _HYPHEN_WITHOUT_SPACE.match(line.words)
    if without_space:
        better = _shorten(f"- {line.words[1:]}")
        return _mark(line, 1, "a space is missing after the hyphen", f"write “{better}”")
    bullet = _OTHER_BULLET.match(line.words)
    if bullet:
        better = _shorten(f"- {line.words[1:].strip()}")
        what = "a space that does not break" if line.words[0] == "-" else f"“{line.words[0]}”"
        return _mark(line, 1, f"a list item begins with a hyphen and a space, not with {what}", f"write “{better}”")
    if line.words.startswith("- ") and _PLAIN_ITEM.fullmatch(before.words) and before.indentation < line.indentation:
        hint = f"begin it in the same column as the items above ({before.indentation + 1})"
        return _mark(line, 1, "this list item is indented more deeply than the one above", hint)
    return None


def _mark(line: _Line, length: int, message: str, hint: str) -> Slip:
    return Slip(start=line.start, end=line.start + length, message=message, hint=hint)


def _shorten(words: str) -> str:
    return words if len(words) <= 40 else f"{words[:39]}…"


def _iter_lines(text: str) -> Iterator[_Line]:
    inside = -1  # the indentation of the field whose text of several lines goes on; -1 for none
    for found in _LINE.finditer(text):
        words, indentation = found["words"].rstrip(), len(found["blank"])
        if not words or (inside >= 0 and indentation > inside):
            continue
        inside = -1
        if words.startswith("#"):
            continue
        if _BLOCK_TEXT.search(words):
            inside = _find_owner(words, indentation)
        yield _Line(found.start("words"), indentation, words)


def _find_owner(words: str, indentation: int) -> int:
    """The column of the key that a text of several lines belongs to: in ``- text: >-`` that of ``text``."""
    while words.startswith("- "):
        rest = words[2:].lstrip()
        if rest[:1] in {"|", ">"}:
            return indentation
        indentation += len(words) - len(rest)
        words = rest
    return indentation
