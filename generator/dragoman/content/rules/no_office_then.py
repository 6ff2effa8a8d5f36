"""no-office-then: a participant who held no office, or not the one that was chosen, on the day of the contact."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.content.index import Index
from dragoman.content.rules.end_before_start import is_before
from dragoman.content.rules.rule import Finding, Group, Rule, Scope
from dragoman.diagnostics import Severity
from dragoman.model.event import Event, PersonParticipant
from dragoman.model.offices import find_nearest_office, find_offices
from dragoman.model.people import Office, Person


def _check(index: Index) -> Iterator[tuple[str, Finding]]:
    for path, event in index.iter_events():
        for number, participant in enumerate(event.participants):
            if not isinstance(participant, PersonParticipant):
                continue
            person = index.people.get(participant.person)
            if person is None or not person.offices or any(is_before(term.to, term.from_) for term in person.offices):
                continue  # reported elsewhere, or somebody without any office
            finding = _judge(participant, number, person, event)
            if finding:
                yield path, finding


def _judge(participant: PersonParticipant, number: int, person: Person, event: Event) -> Finding | None:
    field = "office" if participant.office else "person"
    offices = [office for office in person.offices if participant.office in {None, office.id}]
    if not offices or find_offices(offices, event.date) or (participant.side and not participant.office):
        return None
    what = f'did not hold the office "{participant.office}"' if participant.office else "held no office"
    nearest = find_nearest_office(offices, event.date)
    near = f"the nearest is “{nearest.id}” ({_show_term(nearest)})" if nearest else ""
    return Finding(
        path=("participants", number, field),
        message=f"{participant.person} {what} on {event.date}",
        hint=f"{near}: correct the date or the term in content/people/{person.id}.yaml, or add the office held then",
        rests_on=("date", "participants.office", "participants.side"),
    )


def _show_term(office: Office) -> str:
    return f"{office.from_ or '…'} to {office.to or 'now'}"


RULE = Rule(
    name="no-office-then",
    group=Group.OFFICES,
    severity=Severity.ERROR,
    scope=Scope.SITE,
    sentence=(
        "A participant held an office on the day of the contact. People without any office, and those whose side is "
        "written, are left alone."
    ),
    check_site=_check,
)
