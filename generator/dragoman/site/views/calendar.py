"""The pages by time: all events, a year, a month."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.site.views.listings import Day, MonthCount, YearCount


@dataclass(frozen=True, slots=True, kw_only=True)
class EventsView:
    """All years with their months; the way into the whole. Of very many months, ``months`` has only the newest."""

    years: tuple[YearCount, ...]
    months: tuple[MonthCount, ...]
    event_count: int
    latest: tuple[Day, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class YearView:
    """One year: its months, and every event that begins in it.

    Where these are many, ``days`` holds only those of which no month is known, and the others are on its months' pages.
    """

    year: int
    previous: int | None
    next: int | None
    months: tuple[MonthCount, ...]
    days: tuple[Day, ...]
    event_count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthView:
    """One month: the events that begin in it, by day; those known to the month only come first.

    A long month is cut into ``parts``, of which this is ``part``, counted from 1.
    """

    year: int
    month: int
    part: int
    parts: int
    previous: tuple[int, int] | None
    next: tuple[int, int] | None
    days: tuple[Day, ...]
    event_count: int
