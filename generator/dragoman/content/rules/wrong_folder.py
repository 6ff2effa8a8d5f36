"""wrong-folder: a record where nobody would look for it. Files that are no records are found by ``content.files``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.content.files import FOLDERS, Kind, SourceFile
from dragoman.content.rules.rule import Finding, Group, Rule, Scope
from dragoman.diagnostics import Severity

_YEAR = re.compile(r"(\d{4})(?:-|$)", re.ASCII)


def _check(source: SourceFile) -> Iterator[Finding]:
    if source.kind in {Kind.SITE, Kind.COVERAGE}:
        return
    top = next(folder for folder, kind in FOLDERS.items() if kind is source.kind)
    expected = f"content/{top}"
    if source.kind is Kind.EVENT:
        year = _YEAR.match(source.id)
        if not year:
            message = "the name of an event’s file begins with its date"
            yield Finding(path=(), message=message, hint=f"rename it to 2023-09-26-{source.id}.yaml, with its own date")
            return
        expected += f"/{year[1]}"
    actual = source.path.rpartition("/")[0]
    if actual != expected:
        yield Finding(path=(), message=f"this file is in the wrong folder, {actual}", hint=f"move it to {expected}")


RULE = Rule(
    name="wrong-folder",
    group=Group.IDENTITY,
    severity=Severity.ERROR,
    scope=Scope.FILE,
    sentence="Every file is in the folder of its kind, an event in that of its year; there is nothing else in content.",
    check_file=_check,
)
