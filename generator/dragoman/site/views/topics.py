"""The tree of topics, and one topic with what each side said."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.model.organisations import Organisation
from dragoman.model.topics import Topic
from dragoman.site.catalog import LinkedEvent, LinkedReadout, Statement
from dragoman.site.views.listings import Day


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicBranch:
    """A topic with the narrower ones below it, sorted by name."""

    topic: Topic
    count: int
    children: tuple[TopicBranch, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicsView:
    """All topics as a tree."""

    branches: tuple[TopicBranch, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One statement on a topic, with the readout and the event it belongs to."""

    event: LinkedEvent
    readout: LinkedReadout
    statement: Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class SideStatements:
    """What one side (or, for a joint text, several) said about a topic, in chronological order."""

    sides: tuple[Organisation, ...]
    said: tuple[Said, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicView:
    """One topic: definition, broader and narrower topics, what each side said over time, and the contacts.

    Where that is long, ``statements`` holds the newest of each side, and the rest is on the pages of ``year_pages``.
    """

    topic: Topic
    broader: tuple[Topic, ...]
    narrower: tuple[TopicBranch, ...]
    statements: tuple[SideStatements, ...]
    statement_count: int
    days: tuple[Day, ...]
    year_pages: tuple[int, ...]
    event_count: int
