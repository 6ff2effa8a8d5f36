"""The pages along time: front, all years, each year and month."""

from __future__ import annotations

import datetime as dt
from calendar import monthrange
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from dragoman.model.site import Watched
from dragoman.site.addresses import Addresses
from dragoman.site.catalog import Catalog, LinkedEvent
from dragoman.site.plan.lengths import LONGEST_MONTH, LONGEST_PAGE, cut, weigh_card, weigh_cards
from dragoman.site.plan.names import Alphabet
from dragoman.site.plan.pairs import list_pairs
from dragoman.site.plan.periods import count_by_year, find_month, get_year, group_by_day, take_newest
from dragoman.site.plan.planned import Planned
from dragoman.site.views import Counted, DatedCorrection, EventsView, FrontView, MonthCount, MonthView, YearView

#: How much of each kind the front page shows.
LATEST_EVENTS = 10
COMPARISONS = 6
CORRECTIONS = 5
MONTHS = 120
#: How many months a page can show besides; more are left to the pages of their years.
LONGEST_STRIP = 300
SIDES = 16
PAIRS = 8


def plan_calendar(catalog: Catalog, alphabet: Alphabet, addresses: Addresses) -> Iterator[Planned]:
    """Front, events, years and months."""
    yield Planned(locate=addresses.front, template="front.html", view=make_front(catalog, alphabet))
    yield Planned(
        locate=partial(addresses.section, section="events"),
        template="events.html",
        view=make_events(catalog),
    )
    yield from _plan_years(catalog, addresses)
    yield from _plan_months(catalog, addresses)


def make_front(catalog: Catalog, alphabet: Alphabet) -> FrontView:
    """The front page's parts, each cut to its length."""
    listed = catalog.listed
    compared = [event for event in listed if event.has_comparison]
    sides = [
        Counted(record=catalog.organisations[side], count=sum(event.counts for event in events))
        for side, events in catalog.by_side.items()
    ]
    topics = [
        Counted(record=topic, count=len(catalog.by_topic.get(topic.id, ())))
        for topic in catalog.topics.values()
        if topic.broader is None
    ]
    in_order = alphabet.sort(sides, lambda side: side.record)
    return FrontView(
        months=count_months(listed, catalog.coverage)[-MONTHS:],
        latest=take_newest(listed, LATEST_EVENTS),
        comparisons=tuple(reversed(compared))[:COMPARISONS],
        corrections=list_corrections(catalog)[:CORRECTIONS],
        years=count_by_year(listed),
        event_count=len(listed),
        comparison_count=len(compared),
        people_count=len(catalog.by_person),
        sides=tuple(sorted(in_order, key=lambda side: -side.count))[:SIDES],
        topics=alphabet.sort(topics, lambda topic: topic.record),
        pairs=list_pairs(catalog, alphabet)[:PAIRS],
        complete_until=catalog.site.complete_until,
    )


def list_corrections(catalog: Catalog) -> tuple[DatedCorrection, ...]:
    """All public corrections, newest first."""
    corrections = [
        DatedCorrection(event=event, correction=correction)
        for event in catalog.events.values()
        for correction in event.record.corrections
    ]
    return tuple(sorted(corrections, key=lambda item: item.correction.date.sort_key, reverse=True))


def make_events(catalog: Catalog) -> EventsView:
    """The way into the whole: every year and month."""
    return EventsView(
        years=count_by_year(catalog.listed),
        months=list_strip(catalog),
        event_count=len(catalog.listed),
        latest=take_newest(catalog.listed, LATEST_EVENTS),
    )


def list_strip(catalog: Catalog) -> tuple[MonthCount, ...]:
    """The months of the strip: all, or where they are very many, as many of the newest as the front page has."""
    months = count_months(catalog.listed, catalog.coverage)
    return months if len(months) <= LONGEST_STRIP else months[-MONTHS:]


def count_months(events: Sequence[LinkedEvent], coverage: Sequence[Watched]) -> tuple[MonthCount, ...]:
    """Contacts that took place, for each month from the first to the last event, empty ones included."""
    known = [month for event in events if (month := find_month(event))]
    if not known:
        return ()
    counts = Counter(month for event in events if event.counts and (month := find_month(event)))
    with_page = set(known)
    first, last = min(known), max(known)
    months = [(index // 12, index % 12 + 1) for index in range(_index(first), _index(last) + 1)]
    return tuple(
        MonthCount(
            year=year,
            month=month,
            count=counts[year, month],
            has_page=(year, month) in with_page,
            is_covered=is_covered(year, month, coverage),
        )
        for year, month in months
    )


def _index(month: tuple[int, int]) -> int:
    return month[0] * 12 + month[1] - 1


def is_covered(year: int, month: int, coverage: Sequence[Watched]) -> bool:
    """Whether anybody was watched at some time of the month. Without any statement on coverage, yes."""
    first = dt.date(year, month, 1)
    last = first.replace(day=monthrange(year, month)[1])
    return not coverage or any(_is_watched(first, last, watched) for watched in coverage)


def _is_watched(first: dt.date, last: dt.date, watched: Watched) -> bool:
    since = watched.since.lower or dt.date.min
    until = (watched.until.upper if watched.until else None) or dt.date.max
    paused = any(
        (pause.from_.lower or dt.date.min) <= first and last <= (pause.to.upper or dt.date.max)
        for pause in watched.pauses
    )
    return since <= last and first <= until and not paused


def _plan_years(catalog: Catalog, addresses: Addresses) -> Iterator[Planned]:
    by_year: dict[int, list[LinkedEvent]] = {}
    for event in catalog.listed:
        by_year.setdefault(get_year(event), []).append(event)
    # Years without a contact have a page too: that there was none is said as well.
    years = range(min(by_year), max(by_year) + 1) if by_year else range(0)
    counts = count_months(catalog.listed, catalog.coverage)
    for position, year in enumerate(years):
        events = by_year.get(year, [])
        is_long = weigh_cards(events) > LONGEST_PAGE
        shown = [event for event in events if find_month(event) is None] if is_long else events
        yield Planned(
            locate=partial(addresses.year, year=year),
            template="year.html",
            view=YearView(
                year=year,
                previous=years[position - 1] if position else None,
                next=years[position + 1] if position + 1 < len(years) else None,
                months=tuple(month for month in counts if month.year == year),
                days=group_by_day(shown),
                event_count=len(events),
            ),
        )


def _plan_months(catalog: Catalog, addresses: Addresses) -> Iterator[Planned]:
    by_month = list_months(catalog)
    months = sorted(by_month)
    for position, month in enumerate(months):
        parts = by_month[month]
        for number, events in enumerate(parts, start=1):
            yield Planned(
                locate=partial(addresses.month, year=month[0], month=month[1], part=number),
                template="month.html",
                view=MonthView(
                    year=month[0],
                    month=month[1],
                    part=number,
                    parts=len(parts),
                    previous=months[position - 1] if position else None,
                    next=months[position + 1] if position + 1 < len(months) else None,
                    days=group_by_day(events),
                    event_count=sum(map(len, parts)),
                ),
            )


def list_months(catalog: Catalog) -> Mapping[tuple[int, int], tuple[tuple[LinkedEvent, ...], ...]]:
    """The events of each year and month, in the parts in which its pages show them."""
    by_month: dict[tuple[int, int], list[LinkedEvent]] = {}
    for event in catalog.listed:
        month = find_month(event)
        if month is not None:
            by_month.setdefault(month, []).append(event)
    return {month: cut(events, weigh_card, LONGEST_MONTH) for month, events in by_month.items()}
