"""circular-reference: something that is its own parent, or its parent's parent …"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from dragoman.content.files import Kind
from dragoman.content.index import Index
from dragoman.content.rules.rule import Finding, Group, Rule, Scope
from dragoman.diagnostics import Severity

_UPWARDS = ((Kind.ORGANISATION, "parent"), (Kind.TOPIC, "broader"), (Kind.EVENT, "part_of"))


def _check(index: Index) -> Iterator[tuple[str, Finding]]:
    for kind, field in _UPWARDS:
        for circle in _iter_circles(index.records[kind], field):
            chain = " → ".join((*circle, circle[0]))
            message = f"this leads back to itself: {chain}" if len(circle) > 1 else "this leads to itself"
            finding = Finding(path=(field,), message=message, hint=f'remove "{field}" where the circle should end')
            yield index.get_path(kind, circle[0]), finding


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
        "No organisation is its own parent, no topic its own broader one, no event a part of itself, however many "
        "steps away."
    ),
    check_site=_check,
)
