"""What one can subscribe to: the site, and each person, organisation, pair of sides and topic that has contacts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dragoman.model.organisations import Organisation
from dragoman.model.people import Person
from dragoman.model.sides import iter_parents
from dragoman.model.topics import Topic
from dragoman.site.catalog import Catalog, LinkedEvent, PairKey, PresentPerson
from dragoman.site.linking import iter_broader

#: Something with a page of its own whose contacts one can follow.
Followed = Person | Organisation | PairKey | Topic


@dataclass(frozen=True, slots=True, kw_only=True)
class Facet:
    """A thing and its contacts in chronological order, retracted ones among them: whoever follows it must hear."""

    kind: str
    id: str
    thing: Followed
    events: tuple[LinkedEvent, ...]


def list_facets(catalog: Catalog) -> tuple[Facet, ...]:
    """Everything that can be followed, in a fixed order."""
    events: dict[tuple[str, str], list[LinkedEvent]] = defaultdict(list)
    things: dict[tuple[str, str], Followed] = {}
    for event in catalog.events.values():
        for kind, record_id, thing in _iter_things(event, catalog):
            key = (kind, record_id)
            if not events[key] or events[key][-1] is not event:
                events[key].append(event)
            things[key] = thing
    return tuple(
        Facet(kind=kind, id=record_id, thing=things[kind, record_id], events=tuple(events[kind, record_id]))
        for kind, record_id in sorted(things)
    )


def _iter_things(event: LinkedEvent, catalog: Catalog) -> Iterator[tuple[str, str, Followed]]:
    for present in event.participants:
        if isinstance(present, PresentPerson):
            yield "person", present.then.person.id, present.then.person
        if present.organisation:
            for parent in iter_parents(present.organisation, catalog.organisations.get):
                yield "organisation", parent.id, parent
    for side in event.sides:
        yield "organisation", side.id, side
    for pair in event.pairs:
        yield "pair", pair.id, pair
    for topic in _iter_topics(event):
        for broader in iter_broader(topic, catalog.topics):
            yield "topic", broader.id, broader


def _iter_topics(event: LinkedEvent) -> Iterable[Topic]:
    yield from event.topics
    for readout in (*event.readouts, *event.reactions):
        for statement in readout.statements:
            yield statement.topic
