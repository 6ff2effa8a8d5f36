"""Dates as uncertain as they are: EDTF (ISO 8601-2), levels 0 and 1 plus one-of sets.

Knows the notation and its bounds, not how a date is shown in any language. What it takes: days, months, seasons
(``2023-21`` spring to ``2023-24`` winter) and years; ``?`` uncertain, ``~`` approximate, ``%`` both; ``XX`` for an
unknown day or month; intervals, open ones too; ``[a,b]`` and ``[a..b]`` for one of several. Of level 1 it leaves out
years beyond four digits, which no day of ours has, ``202X`` (``[2020..2029]`` says the same) and ends left empty.
"""

from __future__ import annotations

import calendar
import datetime as dt
import enum
import functools
import re
from dataclasses import dataclass, field
from itertools import pairwise, takewhile
from typing import Any

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema

from dragoman.model.date_suggestions import suggest_date
from dragoman.model.notation import NotationError, notation_schema

_PART = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d\d|XX)(?:-(?P<day>\d\d|XX))?)?(?P<qualifier>[?~%])?", re.ASCII)
_OPEN = ".."
_SEASONS = range(21, 25)
_HOW_TO_WRITE = (
    "write a date as 2023-09-26, 2023-09 or 2023; add ? if it is uncertain, ~ if approximate; "
    '2023-09-25/2023-09-28 for a span; "[2023-09-25,2023-09-26]" for one of several'
)


class Precision(enum.Enum):
    """How exactly a date is known; unknown digits count for nothing, so ``2023-09-XX`` is a month."""

    DAY = "day"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"


class DateKind(enum.Enum):
    """What the parts of a date mean together."""

    SIMPLE = "simple"
    INTERVAL = "interval"
    ONE_OF = "one-of"
    BETWEEN = "between"


class DateError(NotationError):
    """A text that is no date: ``rule`` is ``bad-date``, ``impossible-date`` or ``end-before-start``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DatePart:
    """One day, month, season or year, ``lower`` and ``upper`` being its first and last day.

    A season is given the bounds it has in meteorology on the northern half: spring is March to May, and winter goes
    on to the end of the following February.
    """

    text: str
    precision: Precision
    lower: dt.date
    upper: dt.date
    uncertain: bool = False
    approximate: bool = False

    @property
    def known_text(self) -> str:
        """The text as far as it is known, without qualifier and unknown digits: ``2023-09`` for ``2023-09-XX?``."""
        return self.text[: {Precision.DAY: 10, Precision.MONTH: 7}.get(self.precision, 4)]

    @property
    def season(self) -> int | None:
        """21 spring, 22 summer, 23 autumn, 24 winter; None for what is not a season."""
        return int(self.text[5:7]) if self.precision is Precision.SEASON else None


@dataclass(frozen=True, slots=True, kw_only=True)
class EdtfDate:
    """A date with a lower and an upper bound. ``text`` is as it was written; two dates are equal if their texts are.

    ``parts`` holds one part (SIMPLE), the start and the end (INTERVAL, BETWEEN), or all choices (ONE_OF);
    an open start or end, which only an INTERVAL has, is None.
    """

    text: str
    kind: DateKind = field(compare=False)
    parts: tuple[DatePart | None, ...] = field(compare=False)

    @classmethod
    def parse(cls, text: str) -> EdtfDate:
        """Read a date; raise DateError, with a suggestion if the text is a date in some other notation."""
        return _parse(text)

    @property
    def start(self) -> DatePart | None:
        """The first part; None if open."""
        return self.parts[0]

    @property
    def end(self) -> DatePart | None:
        """The last part (for a simple date, the same as the first); None if open."""
        return self.parts[-1]

    @property
    def lower(self) -> dt.date | None:
        """The earliest day this can mean; None if open."""
        return self.parts[0].lower if self.parts[0] else None

    @property
    def upper(self) -> dt.date | None:
        """The latest day this can mean; None if open."""
        match self.kind:
            case DateKind.ONE_OF:
                return max(part.upper for part in self.choices)
            case _:
                return self.parts[-1].upper if self.parts[-1] else None

    @property
    def choices(self) -> tuple[DatePart, ...]:
        """The members of a one-of set; empty for every other kind."""
        return tuple(part for part in self.parts if part) if self.kind is DateKind.ONE_OF else ()

    @property
    def precision(self) -> Precision:
        """The precision of the least exact part."""
        order = list(Precision)
        return max((part.precision for part in self.parts if part), key=order.index)

    @property
    def uncertain(self) -> bool:
        """Whether any part is marked ``?`` or ``%``."""
        return any(part.uncertain for part in self.parts if part)

    @property
    def approximate(self) -> bool:
        """Whether any part is marked ``~`` or ``%``."""
        return any(part.approximate for part in self.parts if part)

    @property
    def is_exact(self) -> bool:
        """Whether this is one day and nothing qualifies it."""
        return self.is_day and not self.uncertain and not self.approximate

    @property
    def is_day(self) -> bool:
        """Whether this names one single day, however surely."""
        return self.day is not None

    @property
    def day(self) -> dt.date | None:
        """The one day this names, qualified or not (see ``is_exact``); None for a month, a span, a choice."""
        return self.lower if self.lower is not None and self.lower == self.upper else None

    @property
    def known_prefix(self) -> str:
        """The start of the text that ids of events begin with: ``2023-09-26``, ``2023-09``, ``2023``.

        For an interval this is its start (of an open one, its end), for one of several what all of them share.
        """
        texts = [part.known_text for part in self.parts if part]
        if self.kind in {DateKind.SIMPLE, DateKind.INTERVAL}:
            return texts[0]
        shared = takewhile(
            lambda fields: len(set(fields)) == 1, zip(*(text.split("-") for text in texts), strict=False)
        )
        return "-".join(fields[0] for fields in shared)

    @property
    def sort_key(self) -> tuple[dt.date, int, str]:
        """Sorts by the first day (of an open start: by the last), the wider before the narrower, then by text."""
        anchor = self.lower or self.upper or dt.date.min
        return (anchor, -((self.upper or dt.date.max) - anchor).days, self.text)

    def may_contain(self, day: dt.date) -> bool:
        """Whether the day can be meant: it is within the bounds, and for a one-of set within one of its choices."""
        if self.kind is DateKind.ONE_OF:
            return any(part.lower <= day <= part.upper for part in self.choices)
        return (self.lower or dt.date.min) <= day <= (self.upper or dt.date.max)

    def surely_contains(self, day: dt.date) -> bool:
        """Whether the day must be meant: it is the one day named, or lies inside an interval whatever its ends are.

        Always False for a qualified date, for a choice, and for one day of a month or year.
        """
        if self.uncertain or self.approximate:
            return False
        if self.kind is not DateKind.INTERVAL:
            return self.day == day
        return (self.start.upper if self.start else dt.date.min) <= day <= (self.end.lower if self.end else dt.date.max)

    def overlaps(self, other: EdtfDate) -> bool:
        """Whether the bounds of the two have a day in common."""
        starts_in_time = (self.lower or dt.date.min) <= (other.upper or dt.date.max)
        return starts_in_time and (other.lower or dt.date.min) <= (self.upper or dt.date.max)

    def __str__(self) -> str:
        return self.text

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return notation_schema(cls, cls.parse, str)


@functools.lru_cache(maxsize=4096)
def _parse(text: str) -> EdtfDate:
    if text.startswith("[") and text.endswith("]"):
        return _parse_one_of(text)
    if "/" in text:
        return _parse_interval(text)
    return EdtfDate(text=text, kind=DateKind.SIMPLE, parts=(_parse_part(text, text),))


def _parse_interval(text: str) -> EdtfDate:
    ends = text.split("/")
    if len(ends) != 2 or ends == [_OPEN, _OPEN] or "" in ends:
        raise _bad_date(text)
    start, end = (None if part == _OPEN else _parse_part(part, text) for part in ends)
    if start and end and start.lower > end.upper:
        raise _wrong_order(f'"{text}" ends before it starts', f"{ends[1]}/{ends[0]}")
    return EdtfDate(text=text, kind=DateKind.INTERVAL, parts=(start, end))


def _parse_one_of(text: str) -> EdtfDate:
    inside = text[1:-1]
    between = _OPEN in inside
    written = inside.split(_OPEN if between else ",")
    if "" in written or len(written) < 2 or (between and len(written) > 2):
        raise _bad_date(text)
    parts = tuple(_parse_part(part, text) for part in written)
    if any((one.lower, one.upper) >= (next_one.lower, next_one.upper) for one, next_one in pairwise(parts)):
        in_order = {part.text: None for part in sorted(parts, key=lambda part: (part.lower, part.upper))}
        separator = _OPEN if between else ","
        better = f"[{separator.join(in_order)}]" if len(in_order) > 1 else parts[0].text
        raise _wrong_order(f'the dates in "{text}" are not in ascending order', better)
    return EdtfDate(text=text, kind=DateKind.BETWEEN if between else DateKind.ONE_OF, parts=parts)


def _parse_part(text: str, whole: str) -> DatePart:
    found = _PART.fullmatch(text)
    if not found or (found["month"] == "XX" and (found["day"] or "XX") != "XX"):
        raise _bad_date(whole)
    year, month, day = int(found["year"]), _as_number(found["month"]), _as_number(found["day"])
    if year < 1:
        raise _impossible(text, "there is no year 0000")
    precision, lower, upper = _bounds(text, year, month, day, has_day=found["day"] is not None)
    return DatePart(
        text=text,
        precision=precision,
        lower=lower,
        upper=upper,
        uncertain=found["qualifier"] in {"?", "%"},
        approximate=found["qualifier"] in {"~", "%"},
    )


def _as_number(digits: str | None) -> int | None:
    return None if digits is None or digits == "XX" else int(digits)


def _bounds(
    text: str, year: int, month: int | None, day: int | None, *, has_day: bool
) -> tuple[Precision, dt.date, dt.date]:
    """How exact, first day, last day; raises DateError for a month or day that does not exist."""
    if month is None:
        return Precision.YEAR, dt.date(year, 1, 1), dt.date(year, 12, 31)
    if month in _SEASONS and not has_day:
        return Precision.SEASON, *_season_bounds(year, month)
    if not 1 <= month <= 12:
        raise _impossible(text, f"there is no month {month:02}", _swapped(year, month, day))
    days = calendar.monthrange(year, month)[1]
    if day is None:
        return Precision.MONTH, dt.date(year, month, 1), dt.date(year, month, days)
    if not 1 <= day <= days:
        reason = f"{year:04}-{month:02} has {days} days" if day else "there is no day 00"
        raise _impossible(text, reason)
    return Precision.DAY, dt.date(year, month, day), dt.date(year, month, day)


def _season_bounds(year: int, season: int) -> tuple[dt.date, dt.date]:
    first_month = 3 * (season - _SEASONS.start + 1)
    last_year, last_month = (year, first_month + 2) if first_month < 12 else (year + 1, 2)
    if last_year > dt.MAXYEAR:
        return dt.date(year, first_month, 1), dt.date.max
    last_day = calendar.monthrange(last_year, last_month)[1]
    return dt.date(year, first_month, 1), dt.date(last_year, last_month, last_day)


def _swapped(year: int, month: int, day: int | None) -> str | None:
    """``2023-26-09`` with month and day the other way round, if that is a date."""
    if day is None or not 1 <= day <= 12 or not 1 <= month <= calendar.monthrange(year, day)[1]:
        return None
    return f"{year:04}-{day:02}-{month:02}"


def _bad_date(text: str) -> DateError:
    suggestion = suggest_date(text)
    if suggestion == text or (suggestion is not None and not _is_date(suggestion)):
        suggestion = None
    return DateError(
        "bad-date", f'"{text}" is not a date', hint=_hint(suggestion, _HOW_TO_WRITE), suggestion=suggestion
    )


def _is_date(text: str) -> bool:
    try:
        _parse(text)
    except DateError:
        return False
    return True


def _impossible(text: str, reason: str, suggestion: str | None = None) -> DateError:
    hint = _hint(suggestion, "look the date up again in the source")
    return DateError("impossible-date", f'there is no date "{text}": {reason}', hint=hint, suggestion=suggestion)


def _wrong_order(message: str, suggestion: str) -> DateError:
    return DateError("end-before-start", message, hint=_hint(suggestion, ""), suggestion=suggestion)


def _hint(suggestion: str | None, otherwise: str) -> str:
    if suggestion is None:
        return otherwise
    # Unquoted, YAML would read the brackets as a list.
    return f'write "{suggestion}"' if suggestion.startswith("[") else f"write {suggestion}"
