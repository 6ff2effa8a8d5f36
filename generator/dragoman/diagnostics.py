"""Findings about content: where, how grave, what, and what to do.

Knows nothing of YAML, records or rules, and nothing of how a finding is shown.
"""

from __future__ import annotations

import enum
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Self


class Severity(enum.Enum):
    """How grave a finding is. An error stops the build; a warning does not; advice is for the report."""

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Location:
    """A stretch of one source file.

    ``path`` is relative to the site's folder, with ``/``. Lines and columns count from 1, columns in
    characters (not bytes). ``end_column`` is exclusive, so an empty stretch has ``column == end_column``.
    """

    path: str
    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """A replacement in a file's text: the characters from index ``start`` up to ``end`` become ``text``."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Fix:
    """How a finding can be mended without asking: the edits, and what they must come to.

    ``value`` is what the file says at ``path`` afterwards; None where only the writing changes, and not what it says.
    """

    edits: tuple[Edit, ...]
    path: tuple[str | int, ...] = ()
    value: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagnostic:
    """One finding. ``source_line`` is the text of ``location.line`` (empty where there is none to show)."""

    location: Location
    rule: str
    severity: Severity
    message: str
    hint: str = ""
    source_line: str = ""
    fix: Fix | None = field(default=None, compare=False)

    @property
    def sort_key(self) -> tuple[Location, str, str]:
        """The order in which findings are shown: by place, then by rule and words."""
        return (self.location, self.rule, self.message)


@dataclass(frozen=True, slots=True)
class Diagnostics:
    """All findings of a run, sorted by place and without repetition."""

    items: tuple[Diagnostic, ...] = ()

    @classmethod
    def of(cls, findings: Iterable[Diagnostic]) -> Self:
        """Sort the findings and drop exact repetitions."""
        return cls(tuple(sorted(set(findings), key=lambda finding: finding.sort_key)))

    def __iter__(self) -> Iterator[Diagnostic]:
        return iter(self.items)

    def __len__(self) -> int:
        return len(self.items)

    def __add__(self, other: Iterable[Diagnostic]) -> Diagnostics:
        return Diagnostics.of((*self.items, *other))

    def with_severity(self, severity: Severity) -> tuple[Diagnostic, ...]:
        """The findings of exactly this severity."""
        return tuple(finding for finding in self.items if finding.severity is severity)

    @property
    def has_errors(self) -> bool:
        """Whether any finding stops the build."""
        return any(finding.severity is Severity.ERROR for finding in self.items)
