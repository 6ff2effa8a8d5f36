"""Pairs of sides, the matrix of them all, and the contacts that can be compared."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import partial
from itertools import groupby

from dragoman.model.organisations import Organisation
from dragoman.site.addresses import Addresses
from dragoman.site.catalog import Catalog, PairKey
from dragoman.site.plan.facets import NEWEST, make_dossier, plan_years
from dragoman.site.plan.lengths import LONGEST_PAGE, cut, weigh_card, weigh_cards
from dragoman.site.plan.names import Alphabet
from dragoman.site.plan.periods import count_by_year, get_year
from dragoman.site.plan.planned import Planned
from dragoman.site.views import ComparisonsView, MatrixCell, MatrixRow, Pair, PairsView, PairView

#: How many sides the matrix has, and how many pairs are listed below it: those with the most contacts.
MATRIX = 24
LISTED_PAIRS = 60
#: How many comparisons the page of a pair names.
COMPARISONS = 20
#: How dark the darkest cell of the matrix is.
LEVELS = 5


def make_pair(catalog: Catalog, key: PairKey, alphabet: Alphabet) -> Pair:
    """A pair with its sides in the alphabetical order of the page's language."""
    sides = alphabet.sort_records((catalog.organisations[key.first], catalog.organisations[key.second]))
    events = catalog.by_pair.get(key, ())
    return Pair(key=key, first=sides[0], second=sides[1], count=sum(event.counts for event in events))


def list_pairs(catalog: Catalog, alphabet: Alphabet) -> tuple[Pair, ...]:
    """All pairs that had a contact, the most frequent first."""
    pairs = [make_pair(catalog, key, alphabet) for key in catalog.by_pair]
    by_name = alphabet.sort(alphabet.sort(pairs, lambda pair: pair.second), lambda pair: pair.first)
    return tuple(sorted(by_name, key=lambda pair: -pair.count))


def plan_pairs(catalog: Catalog, alphabet: Alphabet, addresses: Addresses) -> Iterator[Planned]:
    """The matrix, and a page for each pair."""
    pairs = list_pairs(catalog, alphabet)
    yield Planned(
        locate=partial(addresses.section, section="pairs"),
        template="pairs.html",
        view=make_matrix(pairs, alphabet),
    )
    for pair in pairs:
        yield Planned(
            locate=partial(addresses.of, thing=pair), template="pair.html", view=make_pair_view(catalog, pair)
        )
        yield from plan_years(pair, make_dossier(catalog.by_pair[pair.key]), addresses, alphabet)


def make_matrix(pairs: tuple[Pair, ...], alphabet: Alphabet) -> PairsView:
    """Sides × sides, those with the most contacts, shaded in LEVELS steps up to the most frequent pair."""
    by_sides: dict[frozenset[str], Pair] = {frozenset({pair.key.first, pair.key.second}): pair for pair in pairs}
    found = {side.id: side for pair in pairs for side in (pair.first, pair.second)}
    contacts = Counter(dict.fromkeys(found, 0))
    for pair in pairs:
        contacts.update({pair.key.first: pair.count, pair.key.second: pair.count})
    shown = sorted(contacts, key=lambda side: (-contacts[side], side))[:MATRIX]
    sides = alphabet.sort_records(found[side] for side in shown)
    most = max((pair.count for pair in pairs), default=0)
    return PairsView(
        sides=sides,
        rows=tuple(
            MatrixRow(side=side, cells=tuple(_make_cell(by_sides, side, other, most) for other in sides))
            for side in sides
        ),
        pairs=pairs[:LISTED_PAIRS],
        side_count=len(found),
        pair_count=len(pairs),
    )


def _make_cell(pairs: Mapping[frozenset[str], Pair], side: Organisation, other: Organisation, most: int) -> MatrixCell:
    pair = pairs.get(frozenset({side.id, other.id})) if side.id != other.id else None
    if pair is None or pair.count == 0:
        return MatrixCell(pair=pair, level=0)
    return MatrixCell(pair=pair, level=-(-pair.count * LEVELS // most))


def make_pair_view(catalog: Catalog, pair: Pair) -> PairView:
    """All contacts of two sides."""
    events = catalog.by_pair[pair.key]
    dossier = make_dossier(events)
    held = [event for event in events if event.counts]
    return PairView(
        pair=pair,
        days=dossier.days,
        year_pages=dossier.year_pages,
        event_count=len(events),
        years=count_by_year(events),
        comparisons=tuple(reversed([event for event in events if event.has_comparison]))[:COMPARISONS],
        last=held[-1] if held else None,
    )


def plan_comparisons(catalog: Catalog, addresses: Addresses) -> Iterator[Planned]:
    """The list of all contacts with two or more accounts; where it is long, the newest, and a page for each year."""
    compared = [event for event in reversed(catalog.listed) if event.has_comparison]
    years = tuple((year, tuple(events)) for year, events in groupby(compared, get_year))
    is_long = weigh_cards(compared) > LONGEST_PAGE
    newest = tuple((year, tuple(events)) for year, events in groupby(compared[:NEWEST], get_year))
    pages = tuple(year for year, _ in years) if is_long else ()
    yield Planned(
        locate=partial(addresses.section, section="comparisons"),
        template="comparisons.html",
        view=ComparisonsView(
            years=newest if is_long else years,
            year_pages=pages,
            year=None,
            part=1,
            parts=1,
            event_count=len(compared),
        ),
    )
    for year, events in years if is_long else ():
        parts = cut(reversed(events), weigh_card, LONGEST_PAGE)
        for number, part in enumerate(parts, start=1):
            yield Planned(
                locate=partial(addresses.section_year, section="comparisons", year=year, part=number),
                template="comparisons.html",
                view=ComparisonsView(
                    years=((year, part),),
                    year_pages=pages,
                    year=year,
                    part=number,
                    parts=len(parts),
                    event_count=len(events),
                ),
            )
