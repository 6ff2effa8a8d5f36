"""future-held: a contact that is said to have taken place on a day that has not come yet."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.content.index import Index
from dragoman.content.rules.rule import Finding, Group, Rule, Scope
from dragoman.diagnostics import Severity


def _check(index: Index) -> Iterator[tuple[str, Finding]]:
    for path, event in index.iter_events():
        if event.status == "held" and event.date.lower is not None and event.date.lower > index.today:
            message = f"{event.date} is in the future, so nothing has been held yet"
            hint = "write status: announced, or correct the date"
            yield path, Finding(path=("date",), message=message, hint=hint, rests_on=("status",))


RULE = Rule(
    name="future-held",
    group=Group.DATES,
    severity=Severity.ERROR,
    scope=Scope.SITE,
    sentence="What was held is not in the future.",
    check_site=_check,
)
