"""Finds the comments and blank lines of a file and what each belongs to. Knows where things stand, not what they mean.

A comment beside something belongs to it; one on a line of its own belongs to what follows at its column or further
right, and else (it is further right than what follows) to the end of the block before it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dragoman.editing.tree import Collection, Entry, Node, iter_entries, iter_scalars

BLANK = ""
_START = re.compile(r"(?:^|(?<=[ \t]))#")
_ONLY_DASHES = re.compile(r"[ \t]*(?:-[ \t]+)+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Comments:
    """Comments by the number of the entry they belong to; among lines, an empty one is a blank line.

    ``before`` are lines above an entry, ``beside`` is at the end of its first line, ``below`` are lines at the end
    of the collection that the entry holds (0: of the file). ``header`` stands at the top and moves with nothing.
    """

    header: tuple[str, ...]
    before: Mapping[int, tuple[str, ...]]
    beside: Mapping[int, str]
    below: Mapping[int, tuple[str, ...]]


def find_comments(text: str, tree: Node) -> Comments:
    """All comments of a text, ``tree`` being what was read from it."""
    return _Finder(text, tree).find()


def count_comments(text: str, tree: Node) -> tuple[str, ...]:
    """The comments' words, sorted: what must be the same before and after."""
    lines = text.split("\n")
    return tuple(sorted(lines[line][column:].rstrip() for line, column in _Finder(text, tree).places.items()))


class _Finder:
    def __init__(self, text: str, tree: Node) -> None:
        self._lines = text.split("\n")
        self._starts = [0]
        for line in self._lines:
            self._starts.append(self._starts[-1] + len(line) + 1)
        self._entries = list(iter_entries(tree))
        self._entry_starts = [entry.start for _, entry in self._entries]
        self._covered = sorted((scalar.start, scalar.end) for scalar in iter_scalars(tree) if scalar.end > scalar.start)
        self._cover_starts = [start for start, _ in self._covered]
        self._headers = {
            self._find_line(scalar.start): scalar.start for scalar in iter_scalars(tree) if scalar.style in {"|", ">"}
        }
        self.places = dict(self._iter_places())
        self._before: dict[int, list[str]] = {}
        self._beside: dict[int, str] = {}
        self._below: dict[int, list[str]] = {}

    def find(self) -> Comments:
        pending = False
        for number, line in enumerate(self._lines):
            column = self.places.get(number)
            inside = self._is_inside(self._starts[number])
            if column is not None and self._is_alone(line[:column]):
                lines = self._find_place(number, column)
                if pending:
                    lines.append(BLANK)
                lines.append(line[column:].rstrip())
                pending = False
                continue
            if not line.strip() and not inside:
                pending = True
                continue
            if pending:
                first = self._find_first_on(number)
                if first:
                    self._before.setdefault(first.number, []).append(BLANK)
                pending = False
            if column is not None:
                self._put_beside(number, column)
        header = self._take_header()
        return Comments(
            header=header,
            before={number: tuple(lines) for number, lines in self._before.items()},
            beside=self._beside,
            below={number: tuple(lines) for number, lines in self._below.items()},
        )

    def _iter_places(self) -> Iterator[tuple[int, int]]:
        """The line and column of every comment."""
        for number, line in enumerate(self._lines):
            if "#" not in line:
                continue
            for found in _START.finditer(line):
                if not self._is_inside(self._starts[number] + found.start(), number):
                    yield number, found.start()
                    break

    def _is_inside(self, index: int, line: int | None = None) -> bool:
        """Whether a character belongs to a text; what follows the indicator of a block on its line does not."""
        position = bisect_right(self._cover_starts, index) - 1
        if position < 0 or index >= self._covered[position][1]:
            return False
        return line is None or self._headers.get(line) != self._covered[position][0]

    def _is_alone(self, before: str) -> bool:
        return not before.strip() or _ONLY_DASHES.fullmatch(before) is not None

    def _find_line(self, index: int) -> int:
        return bisect_right(self._starts, index) - 1

    def _find_first_on(self, line: int) -> Entry | None:
        position = bisect_right(self._entry_starts, self._starts[line] - 1)
        entry = self._entries[position][1] if position < len(self._entries) else None
        return entry if entry and entry.line == line else None

    def _find_place(self, line: int, column: int) -> list[str]:
        """The lines that a comment on a line of its own is added to."""
        index = self._starts[line] + column
        column -= len(self._lines[line][:column].lstrip(" \t"))
        position = bisect_right(self._entry_starts, index)
        following = self._entries[position] if position < len(self._entries) else None
        if position == 0:
            return self._before.setdefault(following[1].number if following else 0, [])
        holder, entry = self._entries[position - 1]
        if isinstance(entry.value, Collection) and entry.value.is_flow and index < entry.value.end:
            return self._before.setdefault(entry.number, [])
        block = self._find_block(position - 1, column)
        if following and (
            column <= following[1].column
            or following[0] in (holder, block)
            or following[0].number == entry.number  # the first in the block of the entry before
        ):
            return self._before.setdefault(following[1].number, [])
        return self._below.setdefault(block.number, [])

    def _find_block(self, position: int, column: int) -> Collection:
        """The innermost block open at an entry whose entries stand no further right than the column."""
        last = self._entries[position][1]
        best = self._entries[0][0]
        for candidate, entry in self._entries[: position + 1]:
            if candidate.start <= last.start < candidate.end and entry.column <= column:
                best = candidate
        return best

    def _put_beside(self, line: int, column: int) -> None:
        index = self._starts[line] + column
        position = bisect_right(self._entry_starts, index) - 1
        if position < 0:
            self._below.setdefault(0, []).append(self._lines[line][column:].rstrip())
            return
        number = self._entries[position][1].number
        text = self._lines[line][column:].rstrip()
        if number in self._beside or self._entries[position][1].line != line:
            self._before.setdefault(number, []).append(text)
        else:
            self._beside[number] = text

    def _take_header(self) -> tuple[str, ...]:
        """The comments at the top up to a blank line, which speak of the whole file."""
        if not self._entries:
            return tuple(self._before.pop(0, []))
        first = self._entries[0][1].number
        lines = self._before.get(first, [])
        while lines and lines[0] == BLANK:
            lines.pop(0)
        if BLANK not in lines:
            return ()
        cut = lines.index(BLANK) + 1
        self._before[first] = lines[cut:]
        return tuple(lines[:cut])
