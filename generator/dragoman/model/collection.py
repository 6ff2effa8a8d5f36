"""All records of a site together, by kind and id. No rule has been applied to them as a whole yet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dragoman.model.event import Event
from dragoman.model.organisations import Organisation
from dragoman.model.people import Person
from dragoman.model.places import Place, Term
from dragoman.model.site import Site, Watched
from dragoman.model.topics import Topic


@dataclass(frozen=True, slots=True, kw_only=True)
class Records:
    """What was read. ``organisations`` holds the written ones and every state that the others refer to."""

    site: Site
    coverage: tuple[Watched, ...]
    events: Mapping[str, Event]
    people: Mapping[str, Person]
    organisations: Mapping[str, Organisation]
    places: Mapping[str, Place]
    topics: Mapping[str, Topic]
    terms: Mapping[str, Term]
