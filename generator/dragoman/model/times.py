"""Local times with their zone, durations, and moments (a day, or an instant with its offset).

Knows the IANA zones and ISO 8601, not how a time is shown in any language.
"""

from __future__ import annotations

import datetime as dt
import difflib
import functools
import re
import zoneinfo
from dataclasses import dataclass, field
from typing import Any

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema

from dragoman.model.dates import DateError, EdtfDate
from dragoman.model.moment_suggestions import read_date_time, suggest_zone_of
from dragoman.model.notation import NotationError, notation_schema

_CLOCK = re.compile(r"([01]\d|2[0-3]):([0-5]\d)", re.ASCII)
_HALF_OF_DAY = re.compile(r"[ap]\.?m\.?\b", re.IGNORECASE)
_OTHER_CLOCK = re.compile(
    r"(\d{1,2})(?:[:.h](\d\d))?(?::\d\d)?\s*(?:uhr|h)?\s*([ap]\.?m\.?)?", re.ASCII | re.IGNORECASE
)
_DURATION = re.compile(
    r"P(?:(?P<weeks>\d{1,4})W)?(?:(?P<days>\d{1,5})D)?(?:T(?:(?P<hours>\d{1,5})H)?(?:(?P<minutes>\d{1,6})M)?)?",
    re.ASCII,
)
_OTHER_DURATION = re.compile(
    r"(?:(?P<hours>\d{1,5})\s*(?:h|hrs?|hours?|std\.?|stunden?)\s*)?(?:(?P<minutes>\d{1,6})\s*(?:m|min\.?|mins|minutes?|minuten)?)?",
    re.ASCII | re.IGNORECASE,
)
_DATE_TIME = re.compile(
    r"(?P<day>\d{4}-\d\d-\d\d)(?P<gap>[Tt ])(?P<time>\d\d:\d\d(?::\d\d)?)(?P<offset>Z|z|[+-]\d\d:?\d\d)?", re.ASCII
)
_HAS_CLOCK = re.compile(r"\d[:.]\d\d(?!\.?\d)")
#: What is written behind a time and names no zone.
_NO_ZONE = frozenset({"uhr", "h", "ortszeit", "uhr ortszeit", "local time", "local", "hours", "hrs"})
_ZONE_HINT = "name the zone by its region and largest city, as in Asia/Baku or America/New_York"


class TimeError(NotationError):
    """A text that is no time, duration or moment: ``rule`` is ``bad-time``, ``bad-zone`` or a date's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalTime:
    """A time of day as the clocks of an IANA zone show it: ``10:30 Asia/Baku``."""

    time: dt.time
    zone: str

    @classmethod
    def parse(cls, text: str) -> LocalTime:
        """Read ``HH:MM Area/City``; raise TimeError (``bad-time``, ``bad-zone``)."""
        clock, _, zone = text.partition(" ")
        found = _CLOCK.fullmatch(clock)
        if not found or _HALF_OF_DAY.match(zone):
            raise _bad_time(text)
        if not zone or zone.casefold() in _NO_ZONE:
            raise TimeError("bad-zone", f'the time "{text}" has no zone', hint=_ZONE_HINT)
        return cls(time=dt.time(int(found[1]), int(found[2])), zone=_check_zone(zone, before=f"{clock} "))

    @property
    def text(self) -> str:
        """The time as it is written in a file."""
        return f"{self.time:%H:%M} {self.zone}"

    def on(self, day: dt.date) -> dt.datetime:
        """The instant at which clocks there show this time on that day, with its zone.

        Where the clocks are put back and show it twice, the first; where they skip it, as if they had not yet.
        """
        return dt.datetime.combine(day, self.time, zoneinfo.ZoneInfo(self.zone))

    def __str__(self) -> str:
        return self.text

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return notation_schema(cls, cls.parse, str)


@dataclass(frozen=True, slots=True, kw_only=True)
class Duration:
    """A length of time in the units it was written in: ``PT90M`` is 90 minutes, ``PT1H30M`` an hour and a half."""

    text: str
    weeks: int = 0
    days: int = 0
    hours: int = 0
    minutes: int = 0

    @classmethod
    def parse(cls, text: str) -> Duration:
        """Read an ISO 8601 duration of weeks, days, hours and minutes; raise TimeError (``bad-time``).

        Years and months have no fixed length and are refused, and so is a duration of nothing.
        """
        found = _DURATION.fullmatch(text)
        if not found or text.endswith("T"):
            raise _bad_duration(text)
        duration = cls(text=text, **{unit: int(number or 0) for unit, number in found.groupdict().items()})
        if not duration.length:
            raise _bad_duration(text)
        return duration

    @property
    def length(self) -> dt.timedelta:
        """The whole length."""
        return dt.timedelta(weeks=self.weeks, days=self.days, hours=self.hours, minutes=self.minutes)

    def __str__(self) -> str:
        return self.text

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return notation_schema(cls, cls.parse, str)


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """When something was published or changed: a day, or an instant where the time and its offset are known.

    ``day`` is the calendar day as written, that is, at the offset of ``instant``.
    """

    text: str
    day: dt.date = field(compare=False)
    instant: dt.datetime | None = field(compare=False, default=None)

    @classmethod
    def parse(cls, text: str) -> Moment:
        """Read ``2023-09-26``, ``2023-09-26T14:30+04:00`` or ``2023-09-26T10:30Z``, with seconds or without.

        Raises TimeError: ``bad-zone`` for a time without an offset, ``bad-time`` for a wrong one, and for a wrong
        day what ``EdtfDate.parse`` says.
        """
        found = _DATE_TIME.fullmatch(text)
        if not found:
            _refuse_words(text)
            return cls(text=text, day=_parse_day(text))
        day = _parse_day(found["day"])
        if not found["offset"]:
            raise TimeError(
                "bad-zone",
                f'the date-time "{text}" has no zone',
                hint=_suggest_offset(f"{found['day']}T{found['time']}"),
            )
        if found["gap"] != "T" or found["offset"] == "z" or (found["offset"] != "Z" and ":" not in found["offset"]):
            raise _loose_date_time(text, found)
        return cls(text=text, day=day, instant=_parse_instant(text))

    @property
    def sort_key(self) -> tuple[dt.datetime, str]:
        """Sorts by time; a day without a time comes at the start of that day in UTC."""
        return (self.instant or dt.datetime.combine(self.day, dt.time(), dt.UTC), self.text)

    def __str__(self) -> str:
        return self.text

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return notation_schema(cls, cls.parse, str)


def is_zone(name: str) -> bool:
    """Whether this is the name of an IANA time zone, in its exact spelling (``Asia/Baku``, ``UTC``)."""
    return name in _zones()


def suggest_zone(name: str) -> str | None:
    """The zone whose name, or whose city, is most like the given one; None if none is."""
    if name.isupper():  # An abbreviation such as EST looks like anything.
        return suggest_zone_of(name)
    city = re.sub(r"\s+(?:time|zeit)$", "", name.strip(" ,()"), flags=re.IGNORECASE)
    wanted = city.replace(" ", "_").casefold()
    by_name = {zone.casefold(): zone for zone in sorted(_zones())}
    by_city = {zone.rpartition("/")[2].casefold(): zone for zone in sorted(_zones(), reverse=True)}
    for spellings in (by_name, by_city):
        near = difflib.get_close_matches(wanted, spellings, n=1, cutoff=0.8)
        if near:
            return spellings[near[0]]
    return by_city.get(wanted.rpartition("/")[2])


@functools.lru_cache(maxsize=1)
def _zones() -> frozenset[str]:
    # Names without a slash are aliases ("Eire") and files of the machine ("localtime"); UTC alone is not.
    return frozenset(name for name in zoneinfo.available_timezones() if "/" in name) | {"UTC"}


def _check_zone(name: str, *, before: str = "") -> str:
    if is_zone(name):
        return name
    suggestion = suggest_zone(name)
    raise TimeError(
        "bad-zone",
        f'there is no time zone "{name}"',
        hint=f"did you mean {suggestion}?" if suggestion else _ZONE_HINT,
        suggestion=before + suggestion if suggestion and not name.isupper() else None,  # "MEZ" is Vienna's too
    )


def _bad_time(text: str) -> TimeError:
    clock, _, zone = text.strip().rpartition(" ")
    suggestion = _suggest_clock(clock) if "/" in zone else None
    hint = f"write {suggestion} {zone}" if suggestion else "write hours and minutes, then the zone: 09:30 Asia/Baku"
    whole = f"{suggestion} {zone}" if suggestion else None
    return TimeError("bad-time", f'"{text}" is not a time', hint=hint, suggestion=whole)


def _suggest_clock(clock: str) -> str | None:
    """``9:30``, ``13.00 Uhr``, ``1.30 pm`` or ``13:00:00`` as ``HH:MM``."""
    found = _OTHER_CLOCK.fullmatch(clock.strip())
    if not found:
        return None
    hour, minute, half = int(found[1]), int(found[2] or 0), (found[3] or "").lower()
    if half:
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    return f"{hour:02}:{minute:02}" if hour < 24 and minute < 60 else None


def _bad_duration(text: str) -> TimeError:
    found = _OTHER_DURATION.fullmatch(text.strip())
    hours, minutes = (int(found[unit] or 0) for unit in ("hours", "minutes")) if found else (0, 0)
    suggestion = "PT" + (f"{hours}H" if hours else "") + (f"{minutes}M" if minutes else "")
    return TimeError(
        "bad-time",
        f'"{text}" is not a duration',
        hint=f"write {suggestion if hours or minutes else 'hours and minutes as in PT1H30M, or PT90M'}",
        suggestion=suggestion if hours or minutes else None,
    )


def _parse_day(text: str) -> dt.date:
    date = EdtfDate.parse(text)
    if date.day is None or date.text != date.day.isoformat():
        raise DateError("bad-date", f'"{text}" is not a single day', hint="write one day, as in 2023-09-26")
    return date.day


def _refuse_words(text: str) -> None:
    """A date-time that is written in some other way."""
    words = read_date_time(text)
    if words is None and _HAS_CLOCK.search(text):  # what suggests a day alone would lose the time
        raise TimeError(
            "bad-time", f'"{text}" is not a date-time', hint="write 2023-09-26T14:30+04:00, or the day alone"
        )
    if words is None:
        return
    if words.offset:
        message, written = f'"{text}" is not a date-time', str(words)
        raise TimeError("bad-date", message, hint=f"write {written}", suggestion=written)
    raise TimeError("bad-zone", f'the date-time "{text}" has no zone', hint=_suggest_offset(str(words)))


def _suggest_offset(date_time: str) -> str:
    return f"write {date_time}+04:00 with the offset from UTC that holds there (Z is UTC itself), or the day alone"


def _loose_date_time(text: str, found: re.Match[str]) -> TimeError:
    offset = found["offset"].upper()
    if offset != "Z" and ":" not in offset:
        offset = f"{offset[:3]}:{offset[3:]}"
    suggestion = f"{found['day']}T{found['time']}{offset}"
    return TimeError("bad-time", f'"{text}" is not a date-time', hint=f"write {suggestion}", suggestion=suggestion)


def _parse_instant(text: str) -> dt.datetime:
    try:
        return dt.datetime.fromisoformat(text)
    except ValueError as error:
        raise TimeError("bad-time", f'"{text}" is not a date-time', hint="write 2023-09-26T14:30+04:00") from error
