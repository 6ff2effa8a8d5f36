"""Texts made by chance and kept where they reach new lines of a parser, as fuzzers do; what the parser says is judged.

A small one of our own: what is looked for is in Python, and only few lines of it, so tracing them is quick enough.
"""

from __future__ import annotations

import random
import re
import sys
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from types import FrameType
from typing import Any

import yaml

from dragoman.content.files import Kind, SourceFile
from dragoman.content.text import SourceText, decode
from dragoman.content.yamltree import Document, Unreadable, find_positions, parse
from dragoman.diagnostics import Severity
from dragoman.model.dates import DateError, EdtfDate

_STRANGE = tuple(map(chr, (0, 9, 10, 13, 0x7F, 0x85, 0x301, 0x660, 0x2028, 0x202E, 0xFEFF, 0xD800, 0x1F600)))


@dataclass(slots=True, kw_only=True)
class Explorer:
    """Tries texts on ``check``, which fails if one is treated wrongly; follows which lines of ``files`` they reach."""

    check: Callable[[str], None]
    files: Sequence[str]
    words: Sequence[str]
    corpus: list[str]
    chance: random.Random
    seen: set[tuple[str, int]] = field(default_factory=set)

    def explore(self, count: int) -> None:
        """Try the corpus as it is, and so many more texts made from it."""
        for text in list(self.corpus):
            self._try(text)
        for _ in range(count):
            text = self._mutate(self.chance.choice(self.corpus))
            if self._try(text):
                self.corpus.append(text)

    def _try(self, text: str) -> bool:
        before = len(self.seen)
        sys.settrace(self._enter)
        try:
            self.check(text)
        except Exception as error:
            error.add_note(f"the text is {text!r}")
            raise
        finally:
            sys.settrace(None)
        return len(self.seen) > before

    def _enter(self, frame: FrameType, _event: str, _argument: Any) -> Any:
        return self._follow if frame.f_code.co_filename.endswith(tuple(self.files)) else None

    def _follow(self, frame: FrameType, event: str, _argument: Any) -> Any:
        if event == "line":
            self.seen.add((frame.f_code.co_filename, frame.f_lineno))
        return self._follow

    def _mutate(self, text: str) -> str:
        for _ in range(self.chance.choice((1, 1, 2, 4))):
            start = self.chance.randint(0, len(text))
            end = min(len(text), start + self.chance.choice((0, 1, 1, 3, 10)))
            other = self.chance.choice(self.corpus)
            cut = self.chance.randint(0, len(other))
            new = self.chance.choice(
                (
                    "",
                    self.chance.choice(self.words),
                    self.chance.choice(self.words) * self.chance.randint(1, 30),
                    other[cut : cut + 12],
                    chr(
                        self.chance.choice(
                            (0, 9, 10, 13, 0x7F, 0x85, 0x301, 0x660, 0x2028, 0x202E, 0xFEFF, 0xD800, 0x1F600)
                        )
                    ),
                )
            )
            text = text[:start] + new + text[end:]
        return text[:2000]


def check_yaml(text: str) -> None:
    """Fail unless a text is refused at its place, or read as PyYAML reads it when it leaves everything text."""
    content = text.encode("utf-8", "surrogatepass")
    file = SourceFile(path="content/people/x.yaml", kind=Kind.PERSON, content=content, size=len(content), digest="")
    source = decode(file)
    if not isinstance(source, SourceText):
        assert source.message
        return
    parsed = parse(source)
    for finding in parsed.findings:
        assert finding.location.line >= 1
        assert finding.location.column >= 1
        assert finding.message
    if isinstance(parsed, Unreadable):
        assert parsed.findings
        return
    assert isinstance(parsed, Document)
    assert find_positions(source).data == parsed.data
    if all(finding.severity is not Severity.ERROR for finding in parsed.findings):
        text = re.sub("[\x85\u2028\u2029]", " ", source.text)  # which are refused elsewhere
        theirs = yaml.load(text, Loader=yaml.CBaseLoader)  # noqa: S506 - which makes texts only
        assert _plainly(parsed.data) == _plainly(theirs)


def check_date(text: str) -> None:
    """Fail unless a text is refused as a date, or is one whose bounds are in order and whose text is kept."""
    try:
        date = EdtfDate.parse(text)
    except DateError as error:
        assert str(error)
        return
    assert date.text == text
    assert EdtfDate.parse(date.text) == date
    assert date.parts
    if date.lower and date.upper:
        assert date.lower <= date.upper
    for part in date.parts:
        assert part is None or part.lower <= part.upper


def explore_yaml(count: int, seed: int = 0) -> Explorer:
    """Explore how files are read."""
    explorer = Explorer(
        check=check_yaml,
        files=("content/yamltree.py", "content/syntax.py", "content/ambiguity.py", "content/text.py"),
        words=(
            *"abx-:,[]{}#&*!|>%@`?\"'\\\n \t.0~<",
            *("\n  ", "\n- ", ": ", "---\n", "...\n", "<<: ", "2023-09-26", "no", "|2-\n", "? ", "!!str "),
        ),
        corpus=[
            *("", "a: b\n", "- a\n- [b, {c: d}]\n", "a: |\n  text\n  more\nb: >-\n  folded\n"),
            *("a: 'x'\nb: \"y\\n\"\n", "? a\n: b\n", "no: 10:30\n"),
        ],
        chance=random.Random(seed),
    )
    explorer.explore(count)
    return explorer


def explore_dates(count: int, seed: int = 0) -> Explorer:
    """Explore how dates are read."""
    explorer = Explorer(
        check=check_date,
        files=("model/dates.py", "model/date_suggestions.py"),
        words=(
            *"0123456789-/.,[]?~%X ٣",
            *("..", "2023", "-09", "-26", "26.09.2023", "Sept", "/..", "../", "T00:00Z", "0000", "9999"),
        ),
        corpus=[
            *("2023-09-26", "2023-09", "2023", "2023-21?", "2023-XX-XX", "../2023-09~", "2023-09-25/2023-09-28"),
            *("[2023-09-25,2023-09-26]", "[2023..2024]", "26.9.2023", "September 26, 2023"),
        ],
        chance=random.Random(seed),
    )
    explorer.explore(count)
    return explorer


def _plainly(data: Any) -> Any:
    match data:
        case None:
            return ""
        case str():
            return unicodedata.normalize("NFC", data)
        case list():
            return [_plainly(item) for item in data]
        case _:
            return {_plainly(key): _plainly(value) for key, value in data.items()}
