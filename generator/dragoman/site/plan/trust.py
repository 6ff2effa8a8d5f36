"""The pages that say how far the site can be trusted: what was watched, and what was put right."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import groupby, islice

from dragoman.model.site import Watched
from dragoman.site.addresses import Addresses
from dragoman.site.catalog import Catalog, Named
from dragoman.site.plan.calendar import list_corrections, list_strip
from dragoman.site.plan.planned import Planned
from dragoman.site.views import CorrectionsView, CoverageView, DatedCorrection, WatchedPublisher

#: How many searches without a find are listed, the newest.
SEARCHES = 200


def plan_trust(catalog: Catalog, addresses: Addresses) -> Iterator[Planned]:
    """Coverage and corrections."""
    yield Planned(
        locate=partial(addresses.section, section="coverage"), template="coverage.html", view=make_coverage(catalog)
    )
    yield Planned(
        locate=partial(addresses.section, section="corrections"),
        template="corrections.html",
        view=make_corrections(catalog),
    )


def make_coverage(catalog: Catalog) -> CoverageView:
    """Who is watched, month by month; and of the contacts that took place, how many are known by whose account."""
    held = [event for event in catalog.listed if event.counts]
    return CoverageView(
        watched=tuple(WatchedPublisher(publisher=_name(catalog, entry), watched=entry) for entry in catalog.coverage),
        months=list_strip(catalog),
        complete_until=catalog.site.complete_until,
        contact_count=len(held),
        comparison_count=sum(event.has_comparison for event in held),
        single_count=sum(len(event.accounts) == 1 for event in held),
        searches=tuple(islice((event for event in reversed(catalog.listed) if event.searches), SEARCHES)),
    )


def _name(catalog: Catalog, watched: Watched) -> Named:
    return Named(name=watched.publisher, organisation=catalog.organisations.get(watched.publisher))


def make_corrections(catalog: Catalog) -> CorrectionsView:
    """All corrections by year, and the contacts that were retracted, those of late first."""
    corrections = list_corrections(catalog)
    retracted = [
        (event.record.retracted.date.sort_key, event) for event in catalog.events.values() if event.record.retracted
    ]
    return CorrectionsView(
        years=tuple((year, tuple(group)) for year, group in groupby(corrections, _get_year)),
        retracted=tuple(event for _, event in sorted(retracted, key=lambda pair: pair[0], reverse=True)),
        correction_count=len(corrections),
    )


def _get_year(entry: DatedCorrection) -> int:
    return entry.correction.date.day.year
