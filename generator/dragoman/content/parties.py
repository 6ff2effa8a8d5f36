"""Whose sides an event's participants and readouts are on, as far as the records that could be read tell."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.content.index import Index
from dragoman.model.event import Event, OrganisationParticipant, PersonParticipant
from dragoman.model.offices import find_offices
from dragoman.model.sides import iter_parents

#: The fields of an event by which its parties are told.
PARTIES_REST_ON = ("date", *(f"participants.{field}" for field in ("person", "organisation", "office", "side", "part")))


def find_party(organisation: str, index: Index) -> str | None:
    """The id at the top of an organisation's chain of parents; None where the chain is broken or leads nowhere.

    What stands there is mostly a side; a rule that counts parties also counts what cannot be one (the Red Cross).
    """
    if organisation not in index.parties:
        index.parties[organisation] = _find_top(organisation, index)
    return index.parties[organisation]


def _find_top(organisation: str, index: Index) -> str | None:
    found = index.find_organisation(organisation)
    if found is None:
        return None
    *_, top = iter_parents(found, index.find_organisation)
    return top.id if top.parent is None else None


def find_participant_parties(
    participant: PersonParticipant | OrganisationParticipant, event: Event, index: Index
) -> frozenset[str] | None:
    """The parties one participant may speak for (several offices, several parties); None where it cannot be told."""
    if participant.side:
        return _find_all((participant.side,), index)
    if isinstance(participant, OrganisationParticipant):
        return _find_all((participant.organisation,), index)
    person = index.people.get(participant.person)
    if person is None:
        return None
    offices = find_offices(person.offices, event.date)
    chosen = [office for office in offices if office.id == participant.office] or offices
    return _find_all((office.of for office in chosen), index) if chosen else None


def find_parties(event: Event, index: Index) -> frozenset[str] | None:
    """All parties of an event; None where a participant's cannot be told, so that no rule builds on half of them."""
    parties: set[str] = set()
    for participant in event.participants:
        found = find_participant_parties(participant, event, index)
        if found is None:
            return None
        parties |= found
    return frozenset(parties)


def _find_all(organisations: Iterable[str], index: Index) -> frozenset[str] | None:
    found = [find_party(organisation, index) for organisation in organisations]
    known = frozenset(party for party in found if party is not None)
    return known if len(found) == sum(party is not None for party in found) else None
