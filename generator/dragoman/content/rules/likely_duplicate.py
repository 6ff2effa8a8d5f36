"""likely-duplicate: two records that seem to be of one and the same contact."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from dragoman.content.index import Index
from dragoman.content.rules.rule import Finding, Group, Rule, Scope
from dragoman.diagnostics import Severity
from dragoman.model.event import Event, PersonParticipant


def _check(index: Index) -> Iterator[tuple[str, Finding]]:
    alike: dict[tuple[object, ...], list[tuple[str, Event]]] = defaultdict(list)
    for path, event in index.iter_events():
        people = frozenset(one.person for one in event.participants if isinstance(one, PersonParticipant))
        start = event.date.start
        if people and start is not None and start.lower == start.upper and event.retracted is None:
            alike[people, start.lower, event.type].append((path, event))
    for events in alike.values():
        for (_, one), (path, other) in pairwise(sorted(events, key=lambda pair: pair[1].id)):
            if not _are_told_apart(one, other):
                finding = Finding(
                    path=("date",),
                    message=f"this may be the same {other.type} as {one.id}: same people, same day",
                    hint="keep one of the two; if there were two, give both a time, or relate them with type: same-day",
                )
                yield path, finding


def _are_told_apart(one: Event, other: Event) -> bool:
    """Whether the records themselves say that they are two."""
    if one.time is not None and other.time is not None and one.time != other.time:
        return True
    related = {related.event for related in one.related} | {one.part_of}
    back = {related.event for related in other.related} | {other.part_of}
    return other.id in related or one.id in back


RULE = Rule(
    name="likely-duplicate",
    group=Group.CONTACT,
    severity=Severity.WARNING,
    scope=Scope.SITE,
    sentence="Two records of the same people, the same first day and the same type are two contacts, and say so.",
    check_site=_check,
)
