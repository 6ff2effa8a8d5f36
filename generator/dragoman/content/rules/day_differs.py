"""day-differs: a time at which the other side's calendar already, or still, showed another day."""

from __future__ import annotations

from collections.abc import Iterator
from zoneinfo import ZoneInfo

from dragoman.content.index import Index
from dragoman.content.parties import find_parties
from dragoman.content.rules.rule import Finding, Group, Rule, Scope
from dragoman.diagnostics import Severity
from dragoman.i18n.zones import find_zone
from dragoman.model.event import Event

#: Contacts that two sides can have on different days, because each stays at home.
_FROM_AFAR = frozenset({"call", "video-call", "letter", "statement"})


def _check(index: Index) -> Iterator[tuple[str, Finding]]:
    for path, event in index.iter_events():
        if event.type not in _FROM_AFAR or event.time is None or event.disputed.date:
            continue
        finding = _judge(event, index)
        if finding:
            yield path, finding


def _judge(event: Event, index: Index) -> Finding | None:
    day = event.date.day
    if day is None or event.time is None:
        return None
    moment = event.time.on(day)
    for side in sorted(find_parties(event, index) or ()):
        zone = find_zone(side)
        there = moment.astimezone(ZoneInfo(zone)).date() if zone else day
        if there != day:
            return Finding(
                path=("date",),
                message=f'when it was {day} at the place, it was {there} for "{side}"',
                hint=f"say which day each side gives: disputed: {{date: [{{value: {there}, sources: […], note: …}}]}}",
            )
    return None


RULE = Rule(
    name="day-differs",
    group=Group.DATES,
    severity=Severity.WARNING,
    scope=Scope.SITE,
    sentence="Where a call fell on two different days for the two sides, a note under `disputed` says so.",
    check_site=_check,
)
