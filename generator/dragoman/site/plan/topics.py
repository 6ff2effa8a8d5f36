"""The tree of topics, and for each what every side said about it over time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import partial

from dragoman.model.topics import Topic
from dragoman.site.addresses import Addresses
from dragoman.site.catalog import Catalog
from dragoman.site.linking import iter_broader
from dragoman.site.plan.facets import make_listing, plan_years
from dragoman.site.plan.names import Alphabet, count_events
from dragoman.site.plan.planned import Planned
from dragoman.site.views import Said, SideStatements, TopicBranch, TopicsView, TopicView

Narrower = Mapping[str | None, tuple[Topic, ...]]


def plan_topics(catalog: Catalog, alphabet: Alphabet, addresses: Addresses) -> Iterator[Planned]:
    """The tree, and each topic."""
    narrower = _collect_narrower(catalog, alphabet)
    said = _collect_statements(catalog)
    yield Planned(
        locate=partial(addresses.section, section="topics"),
        template="topics.html",
        view=TopicsView(branches=tuple(make_branch(catalog, topic, narrower) for topic in narrower.get(None, ()))),
    )
    for topic in catalog.topics.values():
        events = catalog.by_topic.get(topic.id, ())
        listing = make_listing(events)
        yield Planned(
            locate=partial(addresses.of, thing=topic),
            template="topic.html",
            view=TopicView(
                topic=topic,
                broader=tuple(iter_broader(topic, catalog.topics))[1:],
                narrower=make_branch(catalog, topic, narrower).children,
                statements=group_by_sides(said.get(topic.id, []), alphabet),
                days=listing.days,
                year_pages=listing.year_pages,
                event_count=len(events),
            ),
        )
        yield from plan_years(topic, events, addresses)


def make_branch(catalog: Catalog, topic: Topic, narrower: Narrower) -> TopicBranch:
    """A topic with all narrower ones."""
    return TopicBranch(
        topic=topic,
        count=count_events(catalog.by_topic, topic.id),
        children=tuple(make_branch(catalog, child, narrower) for child in narrower.get(topic.id, ())),
    )


def _collect_narrower(catalog: Catalog, alphabet: Alphabet) -> Narrower:
    narrower: dict[str | None, list[Topic]] = defaultdict(list)
    for topic in catalog.topics.values():
        narrower[topic.broader].append(topic)
    return {broader: alphabet.sort(group, lambda topic: topic) for broader, group in narrower.items()}


def _collect_statements(catalog: Catalog) -> dict[str, list[Said]]:
    """What was said about each topic or a narrower one, in chronological order of the contacts."""
    said: dict[str, list[Said]] = defaultdict(list)
    for event in catalog.listed:
        for readout in (*event.readouts, *event.reactions):
            for statement in readout.statements:
                for topic in iter_broader(statement.topic, catalog.topics):
                    said[topic.id].append(Said(event=event, readout=readout, statement=statement))
    return said


def group_by_sides(said: list[Said], alphabet: Alphabet) -> tuple[SideStatements, ...]:
    """The statements of each side together, sides by name; a joint text under all its sides together."""
    groups: dict[tuple[str, ...], list[Said]] = defaultdict(list)
    sides_of = {}
    for item in said:
        sides = alphabet.sort_records(item.readout.sides or item.readout.issuers)
        key = tuple(side.id for side in sides)
        groups[key].append(item)
        sides_of[key] = sides
    statements = [SideStatements(sides=sides_of[key], said=tuple(group)) for key, group in groups.items()]
    by_name = alphabet.sort(statements, lambda entry: entry.sides[0])
    return tuple(sorted(by_name, key=lambda entry: len(entry.sides) > 1))
