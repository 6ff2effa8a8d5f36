"""several-offices: a participant who held more than one office, and it is not said in which they took part."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.content.index import Index
from dragoman.content.rules.rule import Finding, Group, Rule, Scope
from dragoman.diagnostics import Severity
from dragoman.model.event import PersonParticipant
from dragoman.model.offices import Held, get_held


def _check(index: Index) -> Iterator[tuple[str, Finding]]:
    for path, event in index.iter_events():
        for number, participant in enumerate(event.participants):
            if not isinstance(participant, PersonParticipant) or participant.office:
                continue
            person = index.people.get(participant.person)
            offices = person.offices if person else ()
            held = [office for office in offices if get_held(office, event.date) is Held.SURELY]
            if len(held) > 1:
                names = ", ".join(office.id for office in held)
                finding = Finding(
                    path=("participants", number, "person"),
                    message=f"{participant.person} held {len(held)} offices on {event.date}: {names}",
                    hint=f"say which one is meant: office: {held[0].id}",
                )
                yield path, finding


RULE = Rule(
    name="several-offices",
    group=Group.OFFICES,
    severity=Severity.WARNING,
    scope=Scope.SITE,
    sentence="Of a participant who held several offices on that day, the one they acted in is chosen with `office`.",
    check_site=_check,
)
