"""The index of organisations, and one organisation."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.model.organisations import Organisation
from dragoman.model.people import Office, Person
from dragoman.site.catalog import LinkedEvent, LinkedReadout
from dragoman.site.views.listings import Day, Pair, YearCount


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationBranch:
    """An organisation with those below it, sorted by name."""

    organisation: Organisation
    count: int
    children: tuple[OrganisationBranch, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationsView:
    """Every side with its organisations, and the organisations that belong to no side."""

    sides: tuple[OrganisationBranch, ...]
    others: tuple[OrganisationBranch, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """A person who holds or held an office of the organisation."""

    person: Person
    office: Office


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedReadout:
    """A readout that the organisation issued."""

    event: LinkedEvent
    readout: LinkedReadout


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationView:
    """One organisation. Where there is much, ``days`` and ``readouts`` hold the newest, the rest is by year."""

    organisation: Organisation
    parents: tuple[Organisation, ...]
    children: tuple[OrganisationBranch, ...]
    side: Organisation | None
    holders: tuple[Holder, ...]
    days: tuple[Day, ...]
    year_pages: tuple[int, ...]
    event_count: int
    years: tuple[YearCount, ...]
    pairs: tuple[Pair, ...]
    readouts: tuple[PublishedReadout, ...]
    readout_count: int
