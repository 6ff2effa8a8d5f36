"""The front page."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.model.dates import EdtfDate
from dragoman.site.catalog import LinkedEvent
from dragoman.site.views.listings import Counted, DatedCorrection, Day, MonthCount, Pair, YearCount


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontView:
    """The front page."""

    months: tuple[MonthCount, ...]
    latest: tuple[Day, ...]
    comparisons: tuple[LinkedEvent, ...]
    corrections: tuple[DatedCorrection, ...]
    years: tuple[YearCount, ...]
    event_count: int
    comparison_count: int
    people_count: int
    sides: tuple[Counted, ...]
    topics: tuple[Counted, ...]
    pairs: tuple[Pair, ...]
    complete_until: EdtfDate | None
