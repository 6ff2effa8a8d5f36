"""Values other than ours which a source gives, with what they refer to."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.model.event import (
    UNKNOWN_PLACE,
    DisputedDate,
    DisputedDuration,
    DisputedInitiative,
    DisputedParticipants,
    DisputedPlace,
    DisputedStatus,
    DisputedTime,
    DisputedType,
    DisputedValue,
)
from dragoman.site.catalog import Catalog, LinkedEvent
from dragoman.site.views import DisputedContent, DisputedEntry


def iter_disputed(catalog: Catalog, event: LinkedEvent) -> Iterator[DisputedEntry]:
    """Every disputed value, field by field in the order of the model."""
    sources = {source.handle: source for source in event.sources}
    for field, _ in event.record.disputed:
        for entry in getattr(event.record.disputed, field):
            yield DisputedEntry(
                field=field,
                value=_resolve(catalog, entry),
                sources=tuple(sources[handle] for handle in entry.sources),
                note=entry.note,
            )


def _resolve(catalog: Catalog, entry: DisputedValue) -> DisputedContent:
    match entry:
        case DisputedPlace():
            return tuple(catalog.places[place] for place in entry.value if place != UNKNOWN_PLACE)
        case DisputedInitiative():
            return tuple(catalog.organisations[side] for side in entry.value)
        case DisputedDate() | DisputedTime() | DisputedDuration() | DisputedParticipants():
            return entry.value
        case DisputedType() | DisputedStatus():
            return entry.value
        case _:
            raise TypeError(f"{type(entry).__name__} is no kind of disputed value")
