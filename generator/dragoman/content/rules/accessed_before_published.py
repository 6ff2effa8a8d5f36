"""accessed-before-published: a page that was read before it existed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from dragoman.content.files import Kind
from dragoman.content.rules.rule import Finding, Group, Rule, Scope
from dragoman.content.settings import Settings
from dragoman.diagnostics import Severity
from dragoman.model.dates import EdtfDate
from dragoman.model.event import Event
from dragoman.model.times import Moment

_OVER_THE_DATE_LINE = dt.timedelta(days=1)


def _check(event: Event, settings: Settings) -> Iterator[Finding]:  # noqa: ARG001 - a record's check
    for handle, source in event.sources.items():
        published = _find_first_day(source.published)
        if source.accessed is None or source.accessed.upper is None or published is None:
            continue
        if source.accessed.upper + _OVER_THE_DATE_LINE < published:
            yield Finding(
                path=("sources", handle, "accessed"),
                message=f"this was read on {source.accessed}, before it was published on {source.published}",
                hint="look both dates up again; a page that has been changed keeps its first day of publication",
            )


def _find_first_day(published: Moment | EdtfDate | None) -> dt.date | None:
    return published.lower if isinstance(published, EdtfDate) else published.day if published else None


RULE = Rule(
    name="accessed-before-published",
    group=Group.SOURCES,
    severity=Severity.ERROR,
    scope=Scope.RECORD,
    sentence="A source was read on or after the day it was published (a day’s difference may be the date line’s).",
    kinds=frozenset({Kind.EVENT}),
    check_record=_check,
)
