"""Long lists of contacts: the newest on the thing's own page, all of them on a page a year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from dragoman.model.organisations import Organisation
from dragoman.model.people import Person
from dragoman.model.places import Place
from dragoman.model.topics import Topic
from dragoman.site.addresses import Addresses
from dragoman.site.catalog import LinkedEvent
from dragoman.site.plan.periods import get_year, group_by_day, newest_first, take_newest
from dragoman.site.plan.planned import Planned
from dragoman.site.views import Day, FacetYearView, Pair

#: A list of more events than this is split by year.
LONGEST_LIST = 150
#: How many events the thing's own page then still shows.
NEWEST = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """The contacts of one thing, as its own page shows them."""

    days: tuple[Day, ...]
    year_pages: tuple[int, ...]


def make_listing(events: Sequence[LinkedEvent]) -> Listing:
    """The whole list, newest first; or the newest and the years, if it is long and spans several years."""
    years = sorted({get_year(event) for event in events}, reverse=True)
    if len(events) <= LONGEST_LIST or len(years) == 1:
        return Listing(days=newest_first(events), year_pages=())
    return Listing(days=take_newest(events, NEWEST), year_pages=tuple(years))


def plan_years(
    subject: Person | Organisation | Place | Topic | Pair, events: Sequence[LinkedEvent], addresses: Addresses
) -> Iterator[Planned]:
    """A page for each year of a list that is split."""
    years = make_listing(events).year_pages
    for year, of_year in _group_by_year(events) if years else ():
        yield Planned(
            locate=partial(addresses.of_year, thing=subject, year=year),
            template="facet-year.html",
            view=FacetYearView(
                subject=subject, year=year, years=years, days=group_by_day(of_year), event_count=len(of_year)
            ),
        )


def _group_by_year(events: Sequence[LinkedEvent]) -> Iterator[tuple[int, list[LinkedEvent]]]:
    """Events in chronological order, year by year."""
    return ((year, list(group)) for year, group in groupby(events, get_year))
