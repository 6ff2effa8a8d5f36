"""Spellings and terms: who calls a place or a thing what."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.model.organisations import Organisation
from dragoman.model.people import Person
from dragoman.model.places import Place, Term, UsedName
from dragoman.site.catalog import LinkedEvent, LinkedReadout


@dataclass(frozen=True, slots=True, kw_only=True)
class NameUse:
    """A name of a place or term, with those who use it (organisations of ours, or plain names)."""

    name: UsedName
    users: tuple[Organisation | str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CalledInReadouts:
    """What the readouts of the same issuers call a place or a term: the newest, and how many call it so."""

    event: LinkedEvent
    readout: LinkedReadout
    text: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NamesEntry:
    """A place or a term that is named differently: each name with its users, and what readouts call it."""

    record: Place | Term
    names: tuple[NameUse, ...]
    called: tuple[CalledInReadouts, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NamesView:
    """Spellings and terms: places and terms that have several names, and people whose names are spelt variously.

    Where these people are many, ``people`` is empty: the register has them all under all their names.
    """

    terms: tuple[NamesEntry, ...]
    places: tuple[NamesEntry, ...]
    people: tuple[Person, ...]
    people_count: int
