"""too-large: a file over the limit is not even parsed."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.content.files import MAXIMUM_SIZE, SourceFile
from dragoman.content.rules.rule import Finding, Group, Rule, Scope
from dragoman.diagnostics import Severity


def _check(source: SourceFile) -> Iterator[Finding]:
    if source.size > MAXIMUM_SIZE:
        limit = MAXIMUM_SIZE // 1024
        yield Finding(
            path=(),
            message=f"this file is too large: {source.size // 1024} KiB, where {limit} are allowed",
            hint="one file holds one record; pictures and documents belong in content/media",
        )


RULE = Rule(
    name="too-large",
    group=Group.READING,
    severity=Severity.ERROR,
    scope=Scope.FILE,
    sentence="A file has at most 256 KiB.",
    check_file=_check,
)
