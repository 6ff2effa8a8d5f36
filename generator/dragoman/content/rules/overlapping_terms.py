"""overlapping-terms: two people who held one and the same office at once, where only one can.

Which offices have one holder is judged by evidence, so that two advisers of one title are left alone: the office has
the usual id of one that is held alone, or somebody else succeeded one of its holders within weeks.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from dragoman.content.files import Kind
from dragoman.content.index import Index
from dragoman.content.rules.rule import Finding, Group, Rule, Scope
from dragoman.diagnostics import Severity
from dragoman.model.offices import TermOfOffice, get_term
from dragoman.model.people import Office

_HELD_ALONE = frozenset(
    {"president", "prime-minister", "foreign-minister", "chancellor", "minister", "secretary", "secretary-of-state",
     "secretary-general", "king", "queen", "minister-of-defence", "defence-minister", "speaker", "federal-president"}
)  # fmt: skip
#: An outgoing holder may be named for some days more; a longer overlap is a mistake.
_HANDOVER = dt.timedelta(days=31)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Holder:
    person: str
    number: int
    office: Office
    term: TermOfOffice


def _check(index: Index) -> Iterator[tuple[str, Finding]]:
    holders: dict[tuple[str, str], list[_Holder]] = defaultdict(list)
    for person in index.people.values():
        for number, office in enumerate(person.offices):
            if not office.acting:
                title = office.title.resolve(index.settings.languages).text.casefold()
                holder = _Holder(person=person.id, number=number, office=office, term=get_term(office))
                holders[office.of, title].append(holder)
    for group in holders.values():
        if len(group) > 1 and _has_one_holder(group):
            for one, other in combinations(sorted(group, key=lambda holder: holder.term.latest_start), 2):
                finding = _judge(one, other)
                if finding:
                    yield index.get_path(Kind.PERSON, other.person), finding


def _has_one_holder(group: Sequence[_Holder]) -> bool:
    if any(holder.office.id in _HELD_ALONE for holder in group):
        return True
    return any(
        one.person != other.person
        and one.office.to is not None
        and other.office.from_ is not None
        and one.term.earliest_end == one.term.latest_end
        and abs(other.term.latest_start - one.term.latest_end) <= _HANDOVER
        for one in group
        for other in group
    )


def _judge(one: _Holder, other: _Holder) -> Finding | None:
    """What is wrong with two terms that surely have more than a handover in common."""
    first = max(one.term.latest_start, other.term.latest_start)
    last = min(one.term.earliest_end, other.term.earliest_end)
    if one.person == other.person or last <= first or last - first <= _HANDOVER:
        return None
    until = "now" if last == dt.date.max else last
    return Finding(
        path=("offices", other.number, "from"),
        message=f"{one.person} held this office as well, from {first} to {until}",
        hint=f"correct one of the terms, here or in content/people/{one.person}.yaml; they may also be one person",
    )


RULE = Rule(
    name="overlapping-terms",
    group=Group.OFFICES,
    severity=Severity.WARNING,
    scope=Scope.SITE,
    sentence="An office that only one person can hold is held by one at a time, but for a month of handover.",
    check_site=_check,
)
