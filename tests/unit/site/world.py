"""A small world in memory: two states with a minister each, an international organisation, and what a test adds."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any

from dragoman.model.collection import Records
from dragoman.model.event import Event
from dragoman.model.facts import BuildFacts
from dragoman.model.organisations import Organisation
from dragoman.model.people import Person
from dragoman.model.places import Place, Term
from dragoman.model.site import Site
from dragoman.model.topics import Topic
from dragoman.site.catalog import Catalog
from dragoman.site.linking import link

Given = Mapping[str, Any]
World = Callable[..., Catalog]

FACTS = BuildFacts(now=dt.datetime(2024, 6, 1, 12, 0, tzinfo=dt.UTC))

SITE = {
    "title": {"de": "Probe", "en": "Trial"},
    "description": {"de": "Eine Probe.", "en": "A trial."},
    "url": "https://example.org/trial/",
    "languages": ["de", "en"],
    "publisher": {"name": "Trial"},
}
ORGANISATIONS: dict[str, Given] = {
    "no": {"name": {"de": "Norwegen", "en": "Norway"}, "kind": "state"},
    "at": {"name": {"de": "Österreich", "en": "Austria"}, "kind": "state"},
    "un": {"name": {"de": "Vereinte Nationen", "en": "United Nations"}, "kind": "international-organisation"},
    "no-mfa": {"name": {"en": "Foreign Ministry of Norway"}, "kind": "ministry", "parent": "no"},
    "at-mfa": {"name": {"en": "Foreign Ministry of Austria"}, "kind": "ministry", "parent": "at"},
    "gazette": {"name": {"en": "The Gazette"}, "kind": "media"},
}
PEOPLE: dict[str, Given] = {
    "kari": {
        "name": {"en": "Kari Nor"},
        "sort": {"en": "Nor, Kari"},
        "offices": [
            {"id": "envoy", "of": "un", "title": {"en": "Envoy"}, "from": "2019", "to": "2021-05"},
            {"id": "minister", "of": "no-mfa", "title": {"en": "Minister"}, "from": "2021-06-01"},
        ],
    },
    "sepp": {
        "name": {"en": "Sepp Öster"},
        "offices": [{"id": "minister", "of": "at-mfa", "title": {"en": "Minister"}, "from": "../2022-02-01"}],
    },
}
EVENT: dict[str, Any] = {
    "type": "call",
    "title": {"de": "Ein Anruf", "en": "A call"},
    "summary": {"en": "Two ministers spoke by telephone about the weather in both of their countries."},
    "participants": [{"person": "kari", "part": "caller"}, {"person": "sepp", "part": "callee"}],
    "topics": ["weather"],
    "sources": {"paper": {"url": "https://example.org/1", "publisher": "gazette", "lang": "en"}},
    "published": "2024-01-01",
}
TOPICS: dict[str, Given] = {
    "nature": {"name": {"de": "Natur", "en": "Nature"}},
    "weather": {"name": {"de": "Wetter", "en": "Weather"}, "broader": "nature"},
    "fish": {"name": {"de": "Fisch", "en": "Fish"}},
}


def make_world(events: Mapping[str, Given], *, facts: BuildFacts = FACTS, **more: Mapping[str, Given]) -> Catalog:
    """Link a world: events by id (each changes EVENT), and further records by kind."""

    def read(kind: type[Any], records: Mapping[str, Given]) -> dict[str, Any]:
        return {record_id: kind.model_validate({"id": record_id, **record}) for record_id, record in records.items()}

    return link(
        Records(
            site=Site.model_validate(SITE),
            coverage=(),
            events=read(Event, {event_id: {**EVENT, **event} for event_id, event in events.items()}),
            people=read(Person, {**PEOPLE, **more.get("people", {})}),
            organisations=read(Organisation, {**ORGANISATIONS, **more.get("organisations", {})}),
            places=read(Place, more.get("places", {})),
            topics=read(Topic, {**TOPICS, **more.get("topics", {})}),
            terms=read(Term, more.get("terms", {})),
        ),
        facts,
    )


def say(topic: str, text: str = "Something was said.", **more: Any) -> dict[str, Any]:
    """A point of a readout."""
    return {"topic": topic, "text": {"en": text}, **more}


def account(by: str | list[str], *points: dict[str, Any], **more: Any) -> dict[str, Any]:
    """A readout by an organisation."""
    identity = by if isinstance(by, str) else "joint"
    return {"id": identity, "by": by, "kind": "press-release", "source": "paper", "points": list(points), **more}
