"""When a record last changed in substance, as it says itself; never what a file or the clock says."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping

from dragoman.site.catalog import LinkedEvent


def get_change(event: LinkedEvent) -> dt.datetime:
    """When the record last changed in substance: its publication, update, newest correction or retraction."""
    record = event.record
    moments = [record.published, record.updated, *(correction.date for correction in record.corrections)]
    if record.retracted is not None:
        moments.append(record.retracted.date)
    return max(moment.sort_key[0] for moment in moments if moment is not None)


def rank_by_change(events: Iterable[LinkedEvent]) -> Mapping[str, int]:
    """The place of each event, by id, among all: 0 is the one that appeared or changed last."""
    newest = sorted(events, key=lambda event: (get_change(event), event.id), reverse=True)
    return {event.id: place for place, event in enumerate(newest)}
