"""one-sided-sources: several sources, and every one of them of the same side."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.content.index import Index
from dragoman.content.parties import find_parties, find_party
from dragoman.content.rules.rule import Finding, Group, Rule, Scope
from dragoman.diagnostics import Severity
from dragoman.model.event import Event


def _check(index: Index) -> Iterator[tuple[str, Finding]]:
    for path, event in index.iter_events():
        side = _find_only_side(event, index)
        if side:
            many = "both sources" if len(event.sources) == 2 else f"all {len(event.sources)} sources"
            finding = Finding(
                path=("sources",),
                part="key",
                message=f"{many} are of one side, {side}",
                hint="add what another side or an independent medium published; if there is nothing, waive this",
            )
            yield path, finding


def _find_only_side(event: Event, index: Index) -> str | None:
    """The side that published all sources, of a contact that has another one. A single source is no one's choice."""
    if len(event.sources) < 2:
        return None
    sides = {find_party(source.publisher, index) for source in event.sources.values()}
    parties = find_parties(event, index)
    if len(sides) != 1 or parties is None or len(parties) < 2:
        return None
    (only,) = sides
    return only if only in parties else None


RULE = Rule(
    name="one-sided-sources",
    group=Group.SOURCES,
    severity=Severity.WARNING,
    scope=Scope.SITE,
    sentence="Where there are several sources, they do not all come from one of the sides.",
    check_site=_check,
)
