"""Times of day, cities of zones, lengths of time and delays, in the formats of a language."""

from __future__ import annotations

import datetime as dt
import functools
import zoneinfo
from typing import Literal

from babel.dates import format_time, format_timedelta, get_timezone_location

from dragoman.i18n.lists import join_units
from dragoman.i18n.locales import get_locale
from dragoman.i18n.messages import Messages
from dragoman.i18n.numbers import format_number, localize_digits
from dragoman.model.times import Duration

_Unit = Literal["week", "day", "hour", "minute"]


@functools.lru_cache(maxsize=4096)
def format_clock(time: dt.time, lang: str) -> str:
    """Hours and minutes: ``14:30``, or ``2:30 PM`` where that is the custom."""
    return localize_digits(format_time(time, "short", locale=get_locale(lang)), lang)


@functools.lru_cache(maxsize=1024)
def zone_city(zone: str, lang: str) -> str:
    """The city that stands for a zone: ``Baku``, ``New York``."""
    return get_timezone_location(zoneinfo.ZoneInfo(zone), locale=get_locale(lang), return_city=True)


def format_duration(duration: Duration, lang: str) -> str:
    """A length of time in the units it was written in: ``90 minutes``, ``1 hour, 30 minutes``."""
    lengths: dict[_Unit, dt.timedelta] = {
        "week": dt.timedelta(weeks=duration.weeks),
        "day": dt.timedelta(days=duration.days),
        "hour": dt.timedelta(hours=duration.hours),
        "minute": dt.timedelta(minutes=duration.minutes),
    }
    texts = [_format_length(length, unit, lang) for unit, length in lengths.items() if length]
    return localize_digits(join_units(texts, lang), lang)


def _format_length(length: dt.timedelta, unit: _Unit, lang: str) -> str:
    # Not Babel's format_unit, which has no words where CLDR refers from the long form to the short one (Persian).
    never_a_larger_unit = float("inf")
    return format_timedelta(length, unit, threshold=never_a_larger_unit, format="long", locale=get_locale(lang))


def format_delay(days: int, lang: str, words: Messages) -> str:
    """How many days after the event an account of it appeared; below zero, before."""
    if days == 0:
        return words.gettext("on the day")
    number = {"count": format_number(abs(days), lang)}
    if days < 0:
        return words.ngettext("%(count)s day earlier", "%(count)s days earlier", -days) % number
    return words.ngettext("%(count)s day later", "%(count)s days later", days) % number
