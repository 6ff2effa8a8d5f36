"""Which office somebody held on a date, as certainly as the terms are known."""

from __future__ import annotations

import datetime as dt
import enum
from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.model.dates import DateKind, EdtfDate
from dragoman.model.people import Office

_FIRST = dt.date.min
_LAST = dt.date.max


class Held(enum.Enum):
    """How surely an office was held on a date."""

    SURELY = "surely"
    POSSIBLY = "possibly"
    NOT = "not"


@dataclass(frozen=True, slots=True, kw_only=True)
class TermOfOffice:
    """The four bounds of a term: it began between the first two days and ended between the last two."""

    earliest_start: dt.date
    latest_start: dt.date
    earliest_end: dt.date
    latest_end: dt.date


def get_term(office: Office) -> TermOfOffice:
    """The bounds of an office's term. An unknown start or an open side of it reaches back (or on) for ever."""
    start, end = office.from_, office.to
    return TermOfOffice(
        earliest_start=(start.lower if start else None) or _FIRST,
        latest_start=(start.upper if start else None) or (_LAST if start else _FIRST),
        earliest_end=(end.lower if end else None) or (_FIRST if end else _LAST),
        latest_end=(end.upper if end else None) or _LAST,
    )


def get_held(office: Office, date: EdtfDate) -> Held:
    """How surely the office was held at the time of the contact; the days of change count for both holders.

    A contact that lasted need only overlap the sure part of the term; of a date that is one unknown day among
    several, every day must lie in it.
    """
    term = get_term(office)
    first, last = date.lower or _FIRST, date.upper or _LAST
    if last < term.earliest_start or first > term.latest_end:
        return Held.NOT
    if date.kind is DateKind.INTERVAL:
        sure = term.latest_start <= last and first <= term.earliest_end and term.latest_start <= term.earliest_end
    else:
        sure = term.latest_start <= first and last <= term.earliest_end
    return Held.SURELY if sure else Held.POSSIBLY


def find_offices(offices: Sequence[Office], date: EdtfDate) -> tuple[Office, ...]:
    """The offices held on a date: those surely held if there are any, else those possibly held. In file order."""
    held = [(office, get_held(office, date)) for office in offices]
    surely = tuple(office for office, how in held if how is Held.SURELY)
    return surely or tuple(office for office, how in held if how is Held.POSSIBLY)


def find_nearest_office(offices: Sequence[Office], date: EdtfDate) -> Office | None:
    """The office whose term comes closest to a date on which none was held; None if there is no office at all."""
    first, last = date.lower or _FIRST, date.upper or _LAST

    def distance(office: Office) -> int:
        term = get_term(office)
        return max((term.earliest_start - last).days, (first - term.latest_end).days)

    return min(offices, key=distance, default=None)
