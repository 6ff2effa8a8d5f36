"""The matrix of sides, and all contacts of two."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.model.organisations import Organisation
from dragoman.site.catalog import LinkedEvent
from dragoman.site.views.listings import Day, Pair, YearCount


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixCell:
    """Contacts of two sides; ``pair`` is None on the diagonal and where there were none. ``level`` 0–5 for shading."""

    pair: Pair | None
    level: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixRow:
    """One side against all others, in the columns' order."""

    side: Organisation
    cells: tuple[MatrixCell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PairsView:
    """The matrix of sides × sides, and the pairs by number of contacts.

    Of many, only those with the most contacts are shown: ``side_count`` and ``pair_count`` are how many there are.
    """

    sides: tuple[Organisation, ...]
    rows: tuple[MatrixRow, ...]
    pairs: tuple[Pair, ...]
    side_count: int
    pair_count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PairView:
    """All contacts of two sides."""

    pair: Pair
    days: tuple[Day, ...]
    year_pages: tuple[int, ...]
    event_count: int
    years: tuple[YearCount, ...]
    comparisons: tuple[LinkedEvent, ...]
    last: LinkedEvent | None
