"""The pages for those who take something along: the data, and what one can subscribe to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from dragoman.site.addresses import Addresses
from dragoman.site.catalog import Catalog
from dragoman.site.downloads import find_years, list_files, list_tables, list_years
from dragoman.site.plan.names import Alphabet, count_events
from dragoman.site.plan.pairs import list_pairs
from dragoman.site.plan.planned import Planned
from dragoman.site.views import Counted, DataView, SubscribeView

#: How many pairs of sides are offered; every other has its feeds on its own page.
PAIRS = 30


def plan_reuse(
    catalog: Catalog, alphabet: Alphabet, addresses: Addresses, releases: Sequence[str]
) -> Iterator[Planned]:
    """Data and subscriptions. ``releases`` are the names of the frozen editions of the data, newest first."""
    years = find_years(catalog.listed)
    yield Planned(
        locate=partial(addresses.section, section="data"),
        template="data.html",
        view=DataView(
            event_count=len(catalog.listed),
            years=years,
            files=list_files(catalog, addresses),
            tables=list_tables(addresses),
            year_files=list_years(addresses, years),
            releases=tuple(releases),
        ),
    )
    yield Planned(
        locate=partial(addresses.section, section="subscribe"),
        template="subscribe.html",
        view=SubscribeView(
            sides=alphabet.sort(
                [
                    Counted(record=catalog.organisations[side], count=count_events(catalog.by_side, side))
                    for side in catalog.by_side
                ],
                lambda entry: entry.record,
            ),
            topics=alphabet.sort(
                [
                    Counted(record=catalog.topics[topic], count=count_events(catalog.by_topic, topic))
                    for topic in catalog.by_topic
                ],
                lambda entry: entry.record,
            ),
            pairs=list_pairs(catalog, alphabet)[:PAIRS],
        ),
    )
