"""The mirror for editors: how one-sided, how well kept and how complete the site is. Counts only, no judgement."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from dragoman.diagnostics import Diagnostic, Diagnostics, Severity
from dragoman.model.dates import EdtfDate
from dragoman.model.facts import BuildFacts
from dragoman.model.organisations import Organisation
from dragoman.model.people import Office, Person
from dragoman.model.searches import find_days_since_search
from dragoman.model.sides import find_side
from dragoman.model.site import Pause, Watched
from dragoman.site.catalog import Catalog, FruitlessSearch, LinkedEvent, LinkedSource

_UNUSED = "unused-record"


@dataclass(frozen=True, slots=True, kw_only=True)
class SideBalance:
    """One side: the contacts it had (that took place), in how many of them it is known by an account of its own,
    or by a search for one, or by neither; and how many sources are published by it. ``side`` is None for all
    publishers that are no side's: its contacts are 0.
    """

    side: Organisation | None
    contacts: int
    with_account: int
    searched: int
    sources: int
    share: float

    @property
    def not_yet_read(self) -> int:
        return self.contacts - self.with_account - self.searched


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageShare:
    """How many sources are in a language (a BCP 47 tag), and which part of all that is."""

    language: str
    sources: int
    share: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Unarchived:
    """An event's sources that have an address, but no archived copy."""

    event: LinkedEvent
    sources: tuple[LinkedSource, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StaleSearch:
    """A search for an account that found nothing, and was not repeated for ``days``."""

    event: LinkedEvent
    search: FruitlessSearch
    days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Interruption:
    """A time in which one publisher was not watched, as the coverage says."""

    publisher: str
    organisation: Organisation | None
    pause: Pause


@dataclass(frozen=True, slots=True, kw_only=True)
class Unwatched:
    """An interval of days on which nobody at all was watched."""

    stretch: EdtfDate


@dataclass(frozen=True, slots=True, kw_only=True)
class UndatedOffice:
    """An office of which neither beginning nor end is known."""

    person: Person
    office: Office


@dataclass(frozen=True, slots=True, kw_only=True)
class Mirror:
    """Everything the report shows. Events are in chronological order; those retracted are left out.

    ``single_account`` and ``no_account`` are of contacts that took place between two sides or more.
    ``has_coverage``: whether anybody has written down who is watched; if not, ``unwatched`` is empty.
    """

    event_count: int
    contact_count: int
    compared_count: int
    single_account: tuple[LinkedEvent, ...]
    no_account: tuple[LinkedEvent, ...]
    sides: tuple[SideBalance, ...]
    source_count: int
    archived_count: int
    online_count: int
    languages: tuple[LanguageShare, ...]
    unarchived: tuple[Unarchived, ...]
    stale_searches: tuple[StaleSearch, ...]
    has_coverage: bool
    unwatched: tuple[Unwatched, ...]
    interruptions: tuple[Interruption, ...]
    undated_offices: tuple[UndatedOffice, ...]
    unused: tuple[Diagnostic, ...]
    advice: tuple[Diagnostic, ...]


def reflect(catalog: Catalog, facts: BuildFacts, findings: Diagnostics) -> Mirror:
    """Look at the whole site. Of the findings those of severity advice are shown."""
    listed = catalog.listed
    bilateral = [event for event in listed if event.counts and len(event.sides) > 1]
    sources = [source for event in listed for source in event.sources]
    online = [source for source in sources if source.record.url is not None]
    advice = findings.with_severity(Severity.ADVICE)
    return Mirror(
        event_count=len(listed),
        contact_count=sum(event.counts for event in listed),
        compared_count=sum(event.has_comparison for event in listed),
        single_account=tuple(event for event in bilateral if len(_find_issuers(event)) == 1),
        no_account=tuple(event for event in bilateral if not event.accounts),
        sides=_weigh_sides(listed, sources, catalog),
        source_count=len(sources),
        archived_count=sum(source.record.archived is not None for source in online),
        online_count=len(online),
        languages=_count_languages(sources),
        unarchived=tuple(_iter_unarchived(listed)),
        stale_searches=tuple(_iter_stale_searches(listed, facts.today)),
        has_coverage=bool(catalog.coverage),
        unwatched=tuple(_iter_unwatched(listed, catalog.coverage, facts.today)),
        interruptions=tuple(
            Interruption(
                publisher=watched.publisher, organisation=catalog.organisations.get(watched.publisher), pause=pause
            )
            for watched in catalog.coverage
            for pause in watched.pauses
        ),
        undated_offices=tuple(
            UndatedOffice(person=person, office=office)
            for person in catalog.people.values()
            for office in person.offices
            if office.from_ is None and office.to is None
        ),
        unused=tuple(finding for finding in advice if finding.rule == _UNUSED),
        advice=tuple(finding for finding in advice if finding.rule != _UNUSED),
    )


def _find_issuers(event: LinkedEvent) -> frozenset[str]:
    """The sides that have an account of their own, or a part in a joint one; a side that is none's counts as one."""
    return frozenset(
        side for readout in event.accounts for side in ([side.id for side in readout.sides] or [readout.record.id])
    )


def _weigh_sides(
    events: Sequence[LinkedEvent], sources: Sequence[LinkedSource], catalog: Catalog
) -> tuple[SideBalance, ...]:
    """The sides, those with most contacts first, then those that only publish; last, the publishers of no side."""
    contacts: Counter[str] = Counter()
    told: Counter[str] = Counter()
    searched: Counter[str] = Counter()
    for event in events:
        if not event.counts or len(event.sides) < 2:
            continue
        with_account = {side.id for readout in event.accounts for side in readout.sides}
        looked_for = {side.id for search in event.searches for side in search.sides}
        present = {side.id for side in event.sides}
        contacts.update(present)
        told.update(present & with_account)
        searched.update((present & looked_for) - with_account)
    published = Counter(_find_publishing_side(source, catalog) for source in sources)
    ids = sorted({*contacts, *(side for side in published if side)}, key=lambda side: (-contacts[side], side))
    return tuple(
        SideBalance(
            side=catalog.organisations[side] if side else None,
            contacts=contacts[side],
            with_account=told[side],
            searched=searched[side],
            sources=published[side],
            share=published[side] / len(sources),
        )
        for side in (*ids, *([""] if published[""] else []))
        if sources
    )


def _find_publishing_side(source: LinkedSource, catalog: Catalog) -> str:
    """The id of the side that the publisher belongs to; empty where that is none."""
    organisation = source.publisher.organisation
    side = find_side(organisation, catalog.organisations.get) if organisation else None
    return side.id if side else ""


def _count_languages(sources: Sequence[LinkedSource]) -> tuple[LanguageShare, ...]:
    counts = Counter(source.record.lang for source in sources)
    in_order = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return tuple(
        LanguageShare(language=language, sources=number, share=number / len(sources)) for language, number in in_order
    )


def _iter_unarchived(events: Iterable[LinkedEvent]) -> Iterator[Unarchived]:
    for event in events:
        missing = tuple(
            source for source in event.sources if source.record.url is not None and source.record.archived is None
        )
        if missing:
            yield Unarchived(event=event, sources=missing)


def _iter_stale_searches(events: Iterable[LinkedEvent], today: dt.date) -> Iterator[StaleSearch]:
    for event in events:
        for search in event.searches:
            days = find_days_since_search(search.on, event.record.date, today)
            if days is not None:
                yield StaleSearch(event=event, search=search, days=days)


def _iter_unwatched(events: Sequence[LinkedEvent], coverage: Sequence[Watched], today: dt.date) -> Iterator[Unwatched]:
    """From the first event up to today; nothing where nobody has said who is watched."""
    known = [event.record.date.lower for event in events if event.record.date.lower]
    if not coverage or not known:
        return
    day = min(known)
    for first, last in sorted(stretch for watched in coverage for stretch in _iter_watched(watched, today)):
        if first > day:
            yield _unwatched(day, first - _DAY)
        day = max(day, last + _DAY)
        if day > today:
            return
    yield _unwatched(day, today)


_DAY = dt.timedelta(days=1)


def _unwatched(first: dt.date, last: dt.date) -> Unwatched:
    return Unwatched(stretch=EdtfDate.parse(f"{first}/{last}" if first < last else f"{first}"))


def _iter_watched(watched: Watched, today: dt.date) -> Iterator[tuple[dt.date, dt.date]]:
    """The stretches of days on which a publisher was watched, up to today."""
    day = watched.since.lower or dt.date.min
    end = min((watched.until.upper if watched.until else None) or today, today)
    for pause in sorted(watched.pauses, key=lambda pause: pause.from_.sort_key):
        first, last = pause.from_.lower or dt.date.min, pause.to.upper or dt.date.max
        if day < first <= end:
            yield day, first - _DAY
        if last >= end:
            return
        day = max(day, last + _DAY)
    if day <= end:
        yield day, end
