"""encoding: bytes that are not UTF-8, found by ``content.text`` while it decodes, and letters lost before that."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.content.garbled import LOST, find_garbled
from dragoman.content.rules.rule import Group, Rule, Scope, TextFinding
from dragoman.diagnostics import Severity


def _check(text: str) -> Iterator[TextFinding]:
    start = text.find(LOST)
    while start >= 0:
        yield TextFinding(
            start=start,
            end=start + 1,
            message=f"a letter was lost here and stands as “{LOST}”",
            hint="type the letter again; it was lost when the text was copied or saved in another encoding",
        )
        start = text.find(LOST, start + 1)
    for garbled in find_garbled(text):
        written = text[garbled.start : garbled.end]
        yield TextFinding(
            start=garbled.start,
            end=garbled.end,
            message=f"“{written}” is a garbled “{garbled.text}”",
            hint=f"write “{garbled.text}”; copy the text again if there is more of this, and save it as UTF-8",
        )


RULE = Rule(
    name="encoding",
    group=Group.READING,
    severity=Severity.ERROR,
    scope=Scope.FILE,
    sentence=(
        "A file is UTF-8 (a byte order mark at its beginning is accepted), and no letter in it was lost or garbled "
        "before it was saved."
    ),
    check_text=_check,
)
