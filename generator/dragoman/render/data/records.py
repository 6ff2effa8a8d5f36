"""People, organisations, places, topics and terms as plain records, beside the events."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from dragoman.model.organisations import Organisation
from dragoman.model.people import Office, Person
from dragoman.model.places import Place, Term, UsedName
from dragoman.model.sides import find_side
from dragoman.model.topics import Topic
from dragoman.render.data.events import make_event
from dragoman.render.data.plain import Plain, known, moment, texts
from dragoman.site.addresses import Addresses
from dragoman.site.catalog import Catalog

Record = TypeVar("Record")


@dataclass(frozen=True, slots=True, kw_only=True)
class DataSet:
    """Every record of the site, plain, in the catalog's order: events by date, the others by id.

    ``events`` are the listed ones, ``retracted`` those that are not. ``languages`` are the site's.
    """

    languages: tuple[str, ...]
    events: tuple[Plain, ...]
    retracted: tuple[Plain, ...]
    people: tuple[Plain, ...]
    organisations: tuple[Plain, ...]
    places: tuple[Plain, ...]
    topics: tuple[Plain, ...]
    terms: tuple[Plain, ...]


def make_data_set(catalog: Catalog, addresses: Addresses) -> DataSet:
    """The whole catalog as plain records."""
    return DataSet(
        languages=catalog.site.languages,
        events=tuple(make_event(event, addresses) for event in catalog.events.values() if event.is_listed),
        retracted=tuple(make_event(event, addresses) for event in catalog.events.values() if not event.is_listed),
        people=tuple(_person(person) for person in _in_order(catalog.people)),
        organisations=tuple(_organisation(item, catalog) for item in _in_order(catalog.organisations)),
        places=tuple(_place(place) for place in _in_order(catalog.places)),
        topics=tuple(_topic(topic) for topic in _in_order(catalog.topics)),
        terms=tuple(_term(term) for term in _in_order(catalog.terms)),
    )


def _in_order(records: Mapping[str, Record]) -> Iterable[Record]:
    return (records[record_id] for record_id in sorted(records))


def _person(person: Person) -> Plain:
    return known(
        id=person.id,
        name=texts(person.name),
        sort=texts(person.sort),
        native=dict(person.native),
        aliases=list(person.aliases),
        wikidata=person.wikidata,
        offices=[_office(office) for office in person.offices],
        former_ids=list(person.former_ids),
    )


def _office(office: Office) -> Plain:
    return known(
        id=office.id,
        of=office.of,
        title=texts(office.title),
        from_=moment(office.from_),
        to=moment(office.to),
        acting=office.acting,
        sources=list(office.sources),
    )


def _organisation(organisation: Organisation, catalog: Catalog) -> Plain:
    side = find_side(organisation, catalog.organisations.get)
    return known(
        id=organisation.id,
        name=texts(organisation.name),
        short=texts(organisation.short),
        kind=organisation.kind,
        parent=organisation.parent,
        side=side.id if side else None,
        website=organisation.website,
        wikidata=organisation.wikidata,
        from_=moment(organisation.from_),
        to=moment(organisation.to),
        note=texts(organisation.note),
        former_ids=list(organisation.former_ids),
    )


def _place(place: Place) -> Plain:
    return known(
        id=place.id,
        name=texts(place.name),
        kind=place.kind,
        in_=list(place.in_),
        lat=place.lat,
        lon=place.lon,
        names=_names(place.names),
        note=texts(place.note),
        former_ids=list(place.former_ids),
    )


def _term(term: Term) -> Plain:
    return known(
        id=term.id,
        name=texts(term.name),
        definition=texts(term.definition),
        names=_names(term.names),
        former_ids=list(term.former_ids),
    )


def _names(names: Sequence[UsedName]) -> list[Plain]:
    return [
        known(
            text=name.text,
            lang=name.lang,
            used_by=list(name.used_by),
            from_=moment(name.from_),
            to=moment(name.to),
            source=name.source,
        )
        for name in names
    ]


def _topic(topic: Topic) -> Plain:
    return known(
        id=topic.id,
        name=texts(topic.name),
        definition=texts(topic.definition),
        broader=topic.broader,
        also={language: list(words) for language, words in topic.also.items()},
        former_ids=list(topic.former_ids),
    )
