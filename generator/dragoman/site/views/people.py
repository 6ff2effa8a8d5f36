"""The index of people, and one person."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.model.event import Called
from dragoman.model.organisations import Organisation
from dragoman.model.people import Office, Person
from dragoman.site.catalog import LinkedEvent, LinkedSource
from dragoman.site.views.listings import Day, LetterGroup, LetterPages, YearCount


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleView:
    """All people, by letter; where they are many, on a page for each letter."""

    letters: tuple[LetterGroup, ...]
    pages: LetterPages | None


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeOf:
    """One of a person's offices, with the organisation and the side it belongs to."""

    office: Office
    organisation: Organisation
    side: Organisation | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Counterpart:
    """Somebody a person met or spoke with, and how often."""

    person: Person
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CalledThen:
    """What a source called the person's office at an event."""

    event: LinkedEvent
    called: Called
    source: LinkedSource


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonView:
    """One person: offices, contacts, counterparts, spellings, statements' number."""

    person: Person
    offices: tuple[OfficeOf, ...]
    days: tuple[Day, ...]
    year_pages: tuple[int, ...]
    event_count: int
    years: tuple[YearCount, ...]
    counterparts: tuple[Counterpart, ...]
    called: tuple[CalledThen, ...]
