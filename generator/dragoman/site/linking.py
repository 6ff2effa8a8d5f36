"""Records in, catalog out: every reference resolved, every back-reference collected.

The records have passed the rules, so each reference leads to a record. Texts and pages are others' concern.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from itertools import combinations
from typing import TypeVar

from dragoman.model.collection import Records
from dragoman.model.event import UNKNOWN_PLACE, Event
from dragoman.model.facts import BuildFacts
from dragoman.model.sides import iter_parents
from dragoman.model.topics import Topic
from dragoman.site.accounts import link_readouts, link_searches, link_sources
from dragoman.site.catalog import Catalog, LinkedEvent, PairKey, PresentPerson, Relation
from dragoman.site.comparing import find_comparison
from dragoman.site.present import get_sides, link_participants

Key = TypeVar("Key")


def link(records: Records, facts: BuildFacts) -> Catalog:
    """Link all records. Drafts are left out unless the build asks for them, and so is what leads to them."""
    built = {
        event.id: event
        for event in sorted(records.events.values(), key=chronological)
        if facts.drafts or not event.draft
    }
    parts = _collect_parts(built)
    referring = _collect_relations(built)
    events = {event.id: _link_event(event, built, records, parts, referring) for event in built.values()}
    listed = [event for event in events.values() if event.is_listed]
    return Catalog(
        site=records.site,
        coverage=records.coverage,
        events=events,
        people=records.people,
        organisations=records.organisations,
        places=records.places,
        topics=records.topics,
        terms=records.terms,
        by_person=_collect(listed, _get_people),
        by_organisation=_collect(listed, lambda event: _get_organisations(event, records)),
        by_side=_collect(listed, lambda event: (side.id for side in event.sides)),
        by_place=_collect(listed, lambda event: (place.id for place in event.places)),
        by_topic=_collect(listed, lambda event: _get_topics(event, records)),
        by_pair=_collect(listed, lambda event: event.pairs),
    )


def chronological(event: Event) -> tuple[object, ...]:
    """What events are sorted by."""
    return (event.date.sort_key[:2], event.time.time.isoformat() if event.time else "", event.id)


def _link_event(
    event: Event,
    events: Mapping[str, Event],
    records: Records,
    parts: Mapping[str, tuple[str, ...]],
    referring: Mapping[str, tuple[Relation, ...]],
) -> LinkedEvent:
    sources = link_sources(event, records)
    participants = link_participants(event, records, sources)
    sides = get_sides(participant.side for participant in participants)
    readouts = link_readouts(event.readouts, event, records, sources)
    searches = link_searches(event.readouts, records)
    return LinkedEvent(
        record=event,
        participants=participants,
        sides=sides,
        places=tuple(records.places[place] for place in event.place if place != UNKNOWN_PLACE),
        place_unknown=UNKNOWN_PLACE in event.place,
        topics=tuple(records.topics[topic] for topic in event.topics),
        sources=tuple(sources.values()),
        readouts=readouts,
        searches=searches,
        reactions=link_readouts(event.reactions, event, records, sources),
        comparison=find_comparison(event, sides, readouts, searches, dict(records.topics)),
        relations=(
            *(
                Relation(type=related.type, event_id=related.event, inverse=False)
                for related in event.related
                if related.event in events
            ),
            *_unless_mutual(referring.get(event.id, ()), event),
        ),
        part_of=event.part_of if event.part_of in events else None,
        parts=parts.get(event.id, ()),
        pairs=tuple(PairKey(first=first, second=second) for first, second in _pair_up(side.id for side in sides)),
    )


def _pair_up(sides: Iterable[str]) -> Iterable[tuple[str, str]]:
    return combinations(sorted(sides), 2)


def _unless_mutual(referring: tuple[Relation, ...], event: Event) -> Iterable[Relation]:
    """What others say of this event, but for those it names itself: a mutual reference is shown once."""
    named = {related.event for related in event.related}
    return (relation for relation in referring if relation.event_id not in named)


def _collect_parts(events: Mapping[str, Event]) -> dict[str, tuple[str, ...]]:
    parts: dict[str, list[str]] = defaultdict(list)
    for event in events.values():
        if event.part_of in events:
            parts[str(event.part_of)].append(event.id)
    return {whole: tuple(ids) for whole, ids in parts.items()}


def _collect_relations(events: Mapping[str, Event]) -> dict[str, tuple[Relation, ...]]:
    """For each event, the relations that other events state, turned round."""
    referring: dict[str, list[Relation]] = defaultdict(list)
    for event in events.values():
        for related in event.related:
            referring[related.event].append(Relation(type=related.type, event_id=event.id, inverse=True))
    return {event_id: tuple(relations) for event_id, relations in referring.items()}


def _collect(
    events: Iterable[LinkedEvent], get_keys: Callable[[LinkedEvent], Iterable[Key]]
) -> dict[Key, tuple[LinkedEvent, ...]]:
    """The events under each of their keys, once, in the order given."""
    found: dict[Key, list[LinkedEvent]] = defaultdict(list)
    for event in events:
        for key in dict.fromkeys(get_keys(event)):
            found[key].append(event)
    return {key: tuple(group) for key, group in found.items()}


def _get_people(event: LinkedEvent) -> Iterable[str]:
    return (item.then.person.id for item in event.participants if isinstance(item, PresentPerson))


def _get_organisations(event: LinkedEvent, records: Records) -> Iterable[str]:
    """The organisations that took part, with all those above them."""
    present = (item.organisation for item in event.participants if item.organisation)
    above = (parent.id for item in present for parent in iter_parents(item, records.organisations.get))
    return (*above, *(side.id for side in event.sides))


def _get_topics(event: LinkedEvent, records: Records) -> Iterable[str]:
    """The event's topics and those its accounts speak of, with all the broader ones above them."""
    accounts = (*event.readouts, *event.reactions)
    spoken_of = (statement.topic for readout in accounts for statement in readout.statements)
    for topic in (*event.topics, *spoken_of):
        yield from (broader.id for broader in iter_broader(topic, records.topics))


def iter_broader(topic: Topic, topics: Mapping[str, Topic]) -> Iterable[Topic]:
    """The topic itself, the broader one, and so on up; a circle ends where it closes."""
    seen: set[str] = set()
    current: Topic | None = topic
    while current is not None and current.id not in seen:
        seen.add(current.id)
        yield current
        current = topics.get(current.broader) if current.broader else None
