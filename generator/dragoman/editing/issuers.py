"""Who is likely to have published an account of a contact: the organisations that its participants act for that day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from dragoman.content.index import Index
from dragoman.content.parties import find_party
from dragoman.model.dates import EdtfDate
from dragoman.model.offices import find_offices


@dataclass(frozen=True, slots=True, kw_only=True)
class Issuer:
    """An organisation, and the party that it speaks for."""

    organisation: str
    party: str


def find_issuers(participants: Iterable[Mapping[str, str]], date: EdtfDate, index: Index) -> tuple[Issuer, ...]:
    """One for each party, in the order of the participants; nobody for those of whom it cannot be told."""
    found: dict[str, Issuer] = {}
    for participant in participants:
        for organisation in _iter_organisations(participant, date, index):
            party = find_party(organisation, index)
            if party:
                found.setdefault(party, Issuer(organisation=organisation, party=party))
    return tuple(found.values())


def _iter_organisations(participant: Mapping[str, str], date: EdtfDate, index: Index) -> Iterator[str]:
    if "organisation" in participant:
        yield participant["organisation"]
    elif person := index.people.get(participant.get("person", "")):
        yield from (office.of for office in find_offices(person.offices, date)[:1])
