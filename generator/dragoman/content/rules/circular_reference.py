"""circular-reference: something that is its own parent, or its parent's parent …"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from dragoman.content.files import Kind
from dragoman.content.index import Index
from dragoman.content.rules.rule import Finding, Group, Rule, Scope
from dragoman.content.yamltree import Path
from dragoman.diagnostics import Severity
from dragoman.model.event import Account, Event

_UPWARDS = ((Kind.ORGANISATION, "parent"), (Kind.TOPIC, "broader"), (Kind.EVENT, "part_of"))


def _check(index: Index) -> Iterator[tuple[str, Finding]]:
    for kind, field in _UPWARDS:
        for circle in _iter_circles({**index.records[kind], **index.judged[kind]}, field):
            yield index.get_path(kind, circle[0]), _report(circle, (field,))
    for path, event in index.iter_events():
        for finding in (*_check_renderings(event), *_check_related(event)):
            yield path, finding


def _check_renderings(event: Event) -> Iterator[Finding]:
    """No readout is a translation of itself, however many steps away: it would be left out of every comparison."""
    places = {
        readout.id: ((field, number), readout)
        for field, readouts in (("readouts", event.readouts), ("reactions", event.reactions))
        for number, readout in enumerate(readouts)
        if isinstance(readout, Account)
    }
    for circle in _iter_circles({identifier: account for identifier, (_, account) in places.items()}, "rendering_of"):
        yield _report(circle, (*places[circle[0]][0], "rendering_of"))


def _check_related(event: Event) -> Iterator[Finding]:
    for number, related in enumerate(event.related):
        if related.event == event.id:
            path = ("related", number, "event")
            yield Finding(path=path, message="this event is related to itself", hint="name another event")


def _report(circle: tuple[str, ...], path: Path) -> Finding:
    chain = " → ".join((*circle, circle[0]))
    if len(circle) == 1:
        return Finding(path=path, message="this names itself", hint=f'name another, or remove "{path[-1]}"')
    hint = f'remove "{path[-1]}" from the one that stands at the top'
    return Finding(path=path, message=f"this goes round in a circle: {chain}", hint=hint)


def _iter_circles(records: Mapping[str, Any], field: str) -> Iterator[tuple[str, ...]]:
    """Every circle once, beginning at the first of its ids. Each record is walked through once."""
    done: set[str] = set()
    for start in sorted(records):
        walked: dict[str, None] = {}
        current: str | None = start
        while current is not None and current in records and current not in done and current not in walked:
            walked[current] = None
            current = getattr(records[current], field)
        if current is not None and current in walked:
            way = tuple(walked)
            circle = way[way.index(current) :]
            first = circle.index(min(circle))
            yield (*circle[first:], *circle[:first])
        done.update(walked)


RULE = Rule(
    name="circular-reference",
    group=Group.REFERENCES,
    severity=Severity.ERROR,
    scope=Scope.SITE,
    sentence=(
        "No organisation is its own parent, no topic its own broader one, no event a part of itself, and no readout "
        "a translation of itself, however many steps away; no event is related to itself."
    ),
    check_site=_check,
)
