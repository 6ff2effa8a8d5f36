"""Events by day, month and year: nothing here invents a day, a month or a year that is not known."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import groupby

from dragoman.site.catalog import LinkedEvent
from dragoman.site.views import Day, YearCount


def get_year(event: LinkedEvent) -> int:
    """The year in which the event begins (if it could be two, the earlier)."""
    date = event.record.date
    begins = date.lower or date.upper
    return begins.year if begins else dt.MINYEAR


def find_month(event: LinkedEvent) -> tuple[int, int] | None:
    """The year and month in which the event begins; None where the month is not known."""
    known = event.record.date.known_prefix
    return (int(known[:4]), int(known[5:7])) if len(known) >= len("2023-09") else None


def group_by_day(events: Iterable[LinkedEvent]) -> tuple[Day, ...]:
    """The events in the order given, those with the same date together."""
    return tuple(
        Day(date=group[0].record.date, events=tuple(group))
        for _, grouped in groupby(events, lambda event: event.record.date)
        for group in [list(grouped)]
    )


def newest_first(events: Sequence[LinkedEvent]) -> tuple[Day, ...]:
    """Days from the newest back; within a day the events stay in chronological order."""
    return tuple(reversed(group_by_day(events)))


def count_by_year(events: Iterable[LinkedEvent]) -> tuple[YearCount, ...]:
    """Contacts that took place, for each year from the first to the last, empty ones included."""
    counts = Counter(get_year(event) for event in events if event.counts)
    if not counts:
        return ()
    return tuple(YearCount(year=year, count=counts[year]) for year in range(min(counts), max(counts) + 1))


def take_newest(events: Sequence[LinkedEvent], number: int) -> tuple[Day, ...]:
    """The newest days, as many as it takes to show at least ``number`` events; whole days only."""
    taken: list[Day] = []
    shown = 0
    for day in newest_first(events):
        if shown >= number:
            break
        taken.append(day)
        shown += len(day.events)
    return tuple(taken)
