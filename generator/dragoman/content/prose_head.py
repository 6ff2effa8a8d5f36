"""The lines ``Title: …`` at the top of a page of prose, and where they stand. Knows how Python-Markdown reads them.

https://python-markdown.github.io/extensions/meta_data/
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_LINE = re.compile(r"([^\r\n]*)(\r\n|\r|\n|\Z)")
_FIELD = re.compile(r" {0,3}(?P<key>[A-Za-z0-9_-]+):[^\S\n]*(?P<value>.*)")
_CONTINUED = re.compile(r"(?: {4}|\t)[ \t]*(?P<value>.*)")
_BEGINNING = re.compile(r"-{3}(?:\s.*)?")
_END = re.compile(r"(?:-{3}|\.{3})(?:\s.*)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadLine:
    """One line of a head. ``key`` is in lower case; ``start`` is where the line's value begins in the text."""

    key: str
    value: str
    key_start: int
    start: int

    @property
    def end(self) -> int:
        return self.start + len(self.value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """All lines of a head, a field that goes on in the next line once for each; and where the prose begins."""

    lines: tuple[HeadLine, ...]
    end: int

    def find(self, key: str) -> HeadLine | None:
        return next((line for line in self.lines if line.key == key), None)

    def get_text(self, key: str) -> str:
        """A field's value, or nothing."""
        found = self.find(key)
        return found.value if found else ""


def read_head(text: str) -> Head:
    """The head of a page; without any line where the page begins with something else."""
    lines: list[HeadLine] = []
    end = 0
    for number, (start, line, after) in enumerate(_iter_lines(text)):
        end = after
        if number == 0 and _BEGINNING.fullmatch(line):
            continue
        if not line.strip() or _END.fullmatch(line):
            break
        field = _FIELD.fullmatch(line)
        more = None if field else _CONTINUED.fullmatch(line)
        found = field or more
        if found is None or not (field or lines):
            end = start
            break
        lines.append(
            HeadLine(
                key=field["key"].lower() if field else lines[-1].key,
                value=found["value"].rstrip(),
                key_start=start + (field.start("key") if field else found.start("value")),
                start=start + found.start("value"),
            )
        )
    return Head(lines=tuple(lines), end=end)


def _iter_lines(text: str) -> Iterator[tuple[int, str, int]]:
    """Each line with its beginning and the beginning of the next."""
    for found in _LINE.finditer(text):
        yield found.start(), found[1], found.end()
