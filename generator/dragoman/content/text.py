"""The text of one source file: decoding it, its lines, and how a stretch of it becomes a finding. Knows no YAML."""

from __future__ import annotations

import bisect
import functools
import re
from dataclasses import dataclass

from dragoman.content.files import SourceFile
from dragoman.diagnostics import Diagnostic, Fix, Location, Severity

_LINE_END = re.compile(r"\r\n|\r|\n")
_BYTE_ORDER_MARKS_16 = (b"\xff\xfe", b"\xfe\xff")


@dataclass(frozen=True)  # without slots, to remember its lines
class SourceText:
    """A source file decoded; ``text`` is without a byte order mark, which no editor counts as a column."""

    path: str
    text: str

    @functools.cached_property
    def _lines(self) -> list[str]:
        return _LINE_END.split(self.text)

    def get_line(self, line: int) -> str:
        """The text of a line, counted from 1; empty where the text has no such line."""
        return self._lines[line - 1] if line <= len(self._lines) else ""

    @functools.cached_property
    def _starts(self) -> list[int]:
        return [0, *(match.end() for match in _LINE_END.finditer(self.text))]

    def find_index(self, line: int, column: int) -> int:
        """The index in the text of a place, the opposite of ``locate``.

        It is the text's end for a place behind that, where the parser sees the end of what is left open there.
        """
        return self._starts[line - 1] + column - 1 if line <= len(self._starts) else len(self.text)

    def locate(self, start: int, end: int | None = None) -> Location:
        """The place of the characters from index ``start`` up to ``end`` (by default, of one character)."""
        end = start + 1 if end is None else end
        line, column = self._find_place(start)
        end_line, end_column = self._find_place(end)
        return Location(path=self.path, line=line, column=column, end_line=end_line, end_column=end_column)

    def _find_place(self, index: int) -> tuple[int, int]:
        line = bisect.bisect_right(self._starts, index)
        return line, index - self._starts[line - 1] + 1

    def diagnose(
        self,
        location: Location,
        rule: str,
        message: str,
        hint: str = "",
        severity: Severity = Severity.ERROR,
        *,
        fix: Fix | None = None,
    ) -> Diagnostic:
        """Make a finding of a place in this text, with its line for showing."""
        return Diagnostic(
            location=location,
            rule=rule,
            severity=severity,
            message=message,
            hint=hint,
            source_line=self.get_line(location.line),
            fix=fix,
        )


def decode(source: SourceFile) -> SourceText | Diagnostic:
    """The file's text, which must be UTF-8, or the finding that it is not, at the first byte that is wrong."""
    if source.content.startswith(_BYTE_ORDER_MARKS_16) or _is_wide(source.content):
        return _not_utf8(source, 1, 1, "", "this file is UTF-16, not UTF-8")
    try:
        return SourceText(source.path, source.content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        return _explain(source, error)


def _is_wide(content: bytes) -> bool:
    """Whether every other one of the first bytes is NUL, as in UTF-16 without a mark."""
    start = content[:64]
    return len(start) >= 4 and (not any(start[0::2]) or not any(start[1::2]))


def _explain(source: SourceFile, error: UnicodeDecodeError) -> Diagnostic:
    before = SourceText(source.path, error.object[: error.start].decode("utf-8"))
    place = before.locate(len(before.text))
    rest = re.split(rb"[\r\n]", error.object[error.start :], maxsplit=1)[0].decode("cp1252", "replace")
    line = before.get_line(place.line) + rest
    guess = f", but probably a “{rest[0]}” in Windows-1252" if rest[0].isalpha() else ""
    return _not_utf8(
        source, place.line, place.column, line, f"this is not UTF-8{guess}: byte 0x{error.object[error.start]:02X}"
    )


def _not_utf8(source: SourceFile, line: int, column: int, source_line: str, message: str) -> Diagnostic:
    location = Location(path=source.path, line=line, column=column, end_line=line, end_column=column + 1)
    return Diagnostic(
        location=location,
        rule="encoding",
        severity=Severity.ERROR,
        message=message,
        hint="save the file again as UTF-8 (your editor has it under “Save as” or “Encoding”)",
        source_line=source_line,
    )
