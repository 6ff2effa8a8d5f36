"""A whole survey of a site's addresses: what is remembered, what is asked for anew, and both written down.

Knows the order of things; the parts know the rest.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from dragoman.errors import DragomanError
from dragoman.linkcheck.answers import Ask
from dragoman.linkcheck.checking import Limits, check_addresses
from dragoman.linkcheck.memory import Remembered, load, save
from dragoman.linkcheck.outcome import Outcome, Status

#: After so many answers what is known is written down, so that a run that is killed has not been for nothing.
_SAVED_AFTER = 25


def survey(
    addresses: Iterable[str], memory: Path, ask: Ask, limits: Limits, *, age: dt.timedelta
) -> Mapping[str, Outcome]:
    """What became of each spelled address, asked for now or no longer ago than ``age``; without those left for later.

    ``memory`` is the file that remembers. Raises DragomanError where it cannot be written.
    """
    wanted = tuple(addresses)
    remembered = {url: entry for url, entry in load(memory).items() if url in set(wanted)}
    now = dt.datetime.now(dt.UTC)
    due = [url for url in wanted if not (url in remembered and _is_fresh(remembered[url], now, age))]
    fresh = {url: entry.outcome for url, entry in remembered.items() if url not in set(due)}
    known = {url: entry.known for url, entry in remembered.items()}

    def note(url: str, outcome: Outcome) -> None:
        remembered[url] = _remember(outcome, remembered.get(url))
        fresh[url] = outcome
        if len(fresh) % _SAVED_AFTER == 0:
            _save(memory, remembered)

    try:
        check_addresses(due, known, ask, limits, note)
    finally:
        _save(memory, remembered)
    return fresh


def accept_changes(memory: Path) -> int:
    """Take every page that has changed as it was seen last; the number of them. Raises DragomanError as above."""
    remembered = load(memory)
    changed = {url: entry for url, entry in remembered.items() if entry.outcome.status is Status.CHANGED}
    for url, entry in changed.items():
        outcome = replace(entry.outcome, status=Status.OK, detail="")
        remembered[url] = replace(entry, outcome=outcome, known=entry.outcome.traces)
    if changed:
        _save(memory, remembered)
    return len(changed)


def _is_fresh(entry: Remembered, now: dt.datetime, age: dt.timedelta) -> bool:
    return entry.outcome.status.is_settled and dt.timedelta(0) <= now - entry.checked < age


def _remember(outcome: Outcome, before: Remembered | None) -> Remembered:
    """A page that has changed is measured by what it was, until an editor accepts what it is."""
    is_seen_well = outcome.status in {Status.OK, Status.MOVED}
    known = outcome.traces if is_seen_well or before is None else before.known
    return Remembered(outcome=outcome, checked=dt.datetime.now(dt.UTC), known=known)


def _save(memory: Path, remembered: Mapping[str, Remembered]) -> None:
    try:
        save(memory, remembered)
    except OSError as error:
        raise DragomanError(f"{memory} cannot be written: {(error.strerror or str(error)).lower()}") from error
