"""stale-search: an account that was looked for soon after the contact, and not again since."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.content.index import Index
from dragoman.content.rules.rule import Finding, Group, Rule, Scope
from dragoman.diagnostics import Severity
from dragoman.model.event import NoneFound
from dragoman.model.searches import find_days_since_search


def _check(index: Index) -> Iterator[tuple[str, Finding]]:
    for path, event in index.iter_events():
        for number, readout in enumerate(event.readouts):
            if not isinstance(readout, NoneFound):
                continue
            days = find_days_since_search(readout.none_found, event.date, index.today)
            if days is not None:
                finding = Finding(
                    path=("readouts", number, "none_found"),
                    message=f"this account was last looked for {days} days ago",
                    hint=f"look again: write the account, or none_found: {index.today}",
                )
                yield path, finding


RULE = Rule(
    name="stale-search",
    group=Group.CONTACT,
    severity=Severity.WARNING,
    scope=Scope.SITE,
    sentence="An account of a contact of the last twelve months that was not found is looked for every 90 days.",
    check_site=_check,
)
