"""approximate-term: a contact on a day on which an office may, or may not yet (or no longer), have been held."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.content.index import Index
from dragoman.content.rules.rule import Finding, Group, Rule, Scope
from dragoman.diagnostics import Severity
from dragoman.model.event import PersonParticipant
from dragoman.model.offices import Held, find_offices, get_held


def _check(index: Index) -> Iterator[tuple[str, Finding]]:
    for path, event in index.iter_events():
        for number, participant in enumerate(event.participants):
            person = index.people.get(participant.person) if isinstance(participant, PersonParticipant) else None
            if person is None or not isinstance(participant, PersonParticipant):
                continue
            offices = find_offices(person.offices, event.date)
            chosen = [office for office in offices if office.id == participant.office] or offices
            if chosen and all(get_held(office, event.date) is Held.POSSIBLY for office in chosen):
                office = chosen[0]
                finding = Finding(
                    path=("participants", number, "person"),
                    message=f"{person.id} may not have been “{office.id}” on {event.date}: the term is known as "
                    f"{office.from_ or '…'} to {office.to or 'now'}",
                    hint=f"look the term up, and write it in content/people/{person.id}.yaml",
                )
                yield path, finding


RULE = Rule(
    name="approximate-term",
    group=Group.OFFICES,
    severity=Severity.ADVICE,
    scope=Scope.SITE,
    sentence="The day of a contact lies within the sure part of its participants’ terms of office.",
    check_site=_check,
)
