"""Who took part, for which side, and in which office that day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from dragoman.model.collection import Records
from dragoman.model.dates import EdtfDate
from dragoman.model.event import Event, OrganisationParticipant, PersonParticipant
from dragoman.model.offices import Held, find_offices, get_held
from dragoman.model.organisations import Organisation
from dragoman.model.sides import find_side
from dragoman.site.catalog import LinkedSource, PersonThen, Present, PresentOrganisation, PresentPerson


def link_person(person_id: str, date: EdtfDate, records: Records, *, office_id: str | None = None) -> PersonThen:
    """A person with the office held on the date: the one chosen by ``office_id``, or the first that was held.

    ``certain`` is false where the date lies in the uncertain part of the term, and where no office is known.
    """
    person = records.people[person_id]
    if office_id is not None:
        held = tuple(office for office in person.offices if office.id == office_id)
    else:
        held = find_offices(person.offices, date)
    if not held:
        return PersonThen(person=person, office=None, organisation=None, side=None, certain=False)
    organisation = records.organisations[held[0].of]
    return PersonThen(
        person=person,
        office=held[0],
        organisation=organisation,
        side=find_side(organisation, records.organisations.get),
        certain=get_held(held[0], date) is Held.SURELY,
    )


def link_participants(event: Event, records: Records, sources: Mapping[str, LinkedSource]) -> tuple[Present, ...]:
    """The participants in the order of the file."""
    return tuple(_link_participant(participant, event, records, sources) for participant in event.participants)


def _link_participant(
    participant: PersonParticipant | OrganisationParticipant,
    event: Event,
    records: Records,
    sources: Mapping[str, LinkedSource],
) -> Present:
    overruled = records.organisations[participant.side] if participant.side else None
    match participant:
        case PersonParticipant():
            then = link_person(participant.person, event.date, records, office_id=participant.office)
            return PresentPerson(
                record=participant,
                then=then,
                side=overruled or then.side,
                called=tuple((called, sources[called.source]) for called in participant.called),
            )
        case OrganisationParticipant():
            organisation = records.organisations[participant.organisation]
            return PresentOrganisation(
                record=participant,
                organisation=organisation,
                side=overruled or find_side(organisation, records.organisations.get),
            )


def get_sides(sides: Iterable[Organisation | None]) -> tuple[Organisation, ...]:
    """Each side once, in the order of first mention."""
    return tuple({side.id: side for side in sides if side is not None}.values())
