"""What several kinds of page share: days with their events, counts, pairs, the entries of an index."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.model.dates import EdtfDate
from dragoman.model.event import Correction
from dragoman.model.organisations import Organisation
from dragoman.model.people import Person
from dragoman.model.places import Place
from dragoman.model.topics import Topic
from dragoman.site.catalog import LinkedEvent, PairKey


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """Events that share a date exactly as it is known (a day, a month, a stretch of days)."""

    date: EdtfDate
    events: tuple[LinkedEvent, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthCount:
    """One month of the density strip; ``has_page`` is false where no event begins in it."""

    year: int
    month: int
    count: int
    has_page: bool
    is_covered: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class YearCount:
    """How many contacts took place in a year."""

    year: int
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two sides, in the page language's alphabetical order, and how many contacts they had."""

    key: PairKey
    first: Organisation
    second: Organisation
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedCorrection:
    """A public correction and the event it belongs to."""

    event: LinkedEvent
    correction: Correction


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """A record in an index, with the number of events it leads to."""

    record: Person | Organisation | Place | Topic
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterGroup:
    """The entries of an index that begin with one letter."""

    letter: str
    entries: tuple[Counted, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterPages:
    """Where an index is too long for one page: its letters, each with a page and the number of its entries.

    ``chosen`` is the letter whose page this is; None on the index itself, which then has no entries.
    """

    letters: tuple[tuple[str, int], ...]
    chosen: str | None
