"""The tree of topics, and for each what every side said about it over time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import partial

from dragoman.model.topics import Topic
from dragoman.site.addresses import Addresses
from dragoman.site.catalog import Catalog
from dragoman.site.linking import iter_broader
from dragoman.site.plan.facets import make_dossier, plan_years
from dragoman.site.plan.names import Alphabet, count_events
from dragoman.site.plan.planned import Planned
from dragoman.site.views import Said, TopicBranch, TopicsView, TopicView

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
        dossier = make_dossier(events, said=said.get(topic.id, ()))
        yield Planned(
            locate=partial(addresses.of, thing=topic),
            template="topic.html",
            view=TopicView(
                topic=topic,
                broader=tuple(iter_broader(topic, catalog.topics))[1:],
                narrower=make_branch(catalog, topic, narrower).children,
                statements=dossier.list_statements(alphabet),
                statement_count=len(said.get(topic.id, ())),
                days=dossier.days,
                year_pages=dossier.year_pages,
                event_count=len(events),
            ),
        )
        yield from plan_years(topic, dossier, addresses, alphabet)


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
