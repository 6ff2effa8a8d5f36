"""Each side's account of an event: issuers, sources, statements, and how long after the contact it appeared."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dragoman.model.collection import Records
from dragoman.model.dates import EdtfDate
from dragoman.model.event import Account, Event, NoneFound, Point, Readout
from dragoman.model.sides import find_side
from dragoman.model.times import Moment
from dragoman.site.catalog import Delay, FruitlessSearch, LinkedReadout, LinkedSource, Named, PersonThen, Statement
from dragoman.site.present import get_sides, link_person


def link_sources(event: Event, records: Records) -> dict[str, LinkedSource]:
    """The event's sources by handle, numbered in the order of the file."""
    return {
        handle: LinkedSource(
            handle=handle,
            number=number,
            record=source,
            publisher=_link_name(source.publisher, records),
            via=_link_name(source.via, records) if source.via else None,
        )
        for number, (handle, source) in enumerate(event.sources.items(), start=1)
    }


def _link_name(name: str, records: Records) -> Named:
    return Named(name=name, organisation=records.organisations.get(name))


def link_readouts(
    readouts: tuple[Readout, ...], event: Event, records: Records, sources: Mapping[str, LinkedSource]
) -> tuple[LinkedReadout, ...]:
    """The accounts among the readouts, in the order of the file."""
    return tuple(_link_account(item, event, records, sources) for item in readouts if isinstance(item, Account))


def link_searches(readouts: tuple[Readout, ...], records: Records) -> tuple[FruitlessSearch, ...]:
    """The searches among the readouts that found nothing."""
    return tuple(_link_search(item, records) for item in readouts if isinstance(item, NoneFound))


def _link_search(search: NoneFound, records: Records) -> FruitlessSearch:
    issuers = tuple(records.organisations[issuer] for issuer in search.by)
    sides = get_sides(find_side(issuer, records.organisations.get) for issuer in issuers)
    return FruitlessSearch(issuers=issuers, sides=sides, on=search.none_found)


def _link_account(
    account: Account, event: Event, records: Records, sources: Mapping[str, LinkedSource]
) -> LinkedReadout:
    issuers = tuple(records.organisations[issuer] for issuer in account.by)
    spoken_on = EdtfDate.parse(account.published.day.isoformat()) if account.published else event.date
    return LinkedReadout(
        record=account,
        issuers=issuers,
        sides=get_sides(find_side(issuer, records.organisations.get) for issuer in issuers),
        sources=tuple(sources[handle] for handle in account.source),
        statements=tuple(_link_point(point, spoken_on, records, sources) for point in account.points),
        calls=tuple(
            (records.places.get(called) or records.terms[called], text) for called, text in account.calls.items()
        ),
        delay=find_delay(event, account.published),
    )


def _link_point(point: Point, spoken_on: EdtfDate, records: Records, sources: Mapping[str, LinkedSource]) -> Statement:
    def find_speaker(person: str | None) -> PersonThen | None:
        return link_person(person, spoken_on, records) if person else None

    quote = point.quote
    return Statement(
        record=point,
        topic=records.topics[point.topic],
        speaker=find_speaker(point.speaker),
        quote_speaker=find_speaker(quote.speaker) if quote else None,
        quote_source=sources[quote.source] if quote and quote.source else None,
    )


def find_delay(event: Event, published: Moment | None) -> Delay | None:
    """How long after the (last day of the) contact a text appeared; None where either is not known to the day."""
    end = event.date.end
    if published is None or end is None or end.lower != end.upper or event.date.choices:
        return None
    begun = event.time.on(end.lower) if event.time and event.date.is_day else None
    hours = (published.instant - begun).total_seconds() / 3600 if begun and published.instant else None
    return Delay(days=(published.day - end.lower).days, hours=hours)


def find_delay_between(readouts: tuple[LinkedReadout, ...]) -> Delay | None:
    """The time from the first account to the first that came from other sides only.

    None where fewer than two are dated, or where it cannot be told which came first.
    """
    dated = sorted(_iter_dated(readouts), key=lambda entry: entry[0].sort_key)
    if not dated:
        return None
    first, own = dated[0]
    theirs = {side.id for side in own.sides}
    second = next((moment for moment, readout in dated if theirs.isdisjoint(side.id for side in readout.sides)), None)
    if second is None:
        return None
    hours = _hours_between(first, second)
    # One instant and one mere day on the same day: nobody knows which was first.
    if hours is None and first.day == second.day and (first.instant is None) != (second.instant is None):
        return None
    days = int(hours // 24) if hours is not None else max((second.day - first.day).days, 0)
    return Delay(days=days, hours=hours)


def _iter_dated(readouts: tuple[LinkedReadout, ...]) -> Iterator[tuple[Moment, LinkedReadout]]:
    for readout in readouts:
        if readout.is_account and readout.record.published is not None:
            yield readout.record.published, readout


def _hours_between(first: Moment, second: Moment) -> float | None:
    if first.instant is None or second.instant is None:
        return None
    return (second.instant - first.instant).total_seconds() / 3600
