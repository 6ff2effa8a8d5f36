"""What readers judge the site by: coverage and corrections."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.model.dates import EdtfDate
from dragoman.model.site import Watched
from dragoman.site.catalog import LinkedEvent, Named
from dragoman.site.views.listings import DatedCorrection, MonthCount


@dataclass(frozen=True, slots=True, kw_only=True)
class WatchedPublisher:
    """A publisher that is watched, since when and how often."""

    publisher: Named
    watched: Watched


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageView:
    """Who is watched and when nobody was; how many contacts have how many accounts; what was looked for in vain."""

    watched: tuple[WatchedPublisher, ...]
    months: tuple[MonthCount, ...]
    complete_until: EdtfDate | None
    contact_count: int
    comparison_count: int
    single_count: int
    searches: tuple[LinkedEvent, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionsView:
    """All public corrections, newest first, by the year in which they were made; and what was taken back."""

    years: tuple[tuple[int, tuple[DatedCorrection, ...]], ...]
    retracted: tuple[LinkedEvent, ...]
    correction_count: int
