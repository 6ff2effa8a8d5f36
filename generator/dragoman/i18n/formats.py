"""Days, months, years and spans of them in the formats of a language, by CLDR.

Knows the calendar only: what is uncertain or open about a date is put into words in ``dates``.
"""

from __future__ import annotations

import datetime as dt
import enum
import functools
import re

from babel import Locale
from babel.dates import format_skeleton, get_day_names, get_month_names, parse_pattern

from dragoman.i18n.locales import get_locale
from dragoman.i18n.numbers import localize_digits


class Style(enum.Enum):
    """How long a date is: Tuesday, 26 September 2023; 26 September 2023; 26 Sept 2023; 26/09/2023."""

    FULL = "full"
    LONG = "long"
    MEDIUM = "medium"
    SHORT = "short"


class Unit(enum.Enum):
    """What a span is counted in."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"


#: CLDR's names for the fields that a format shows ("skeletons", UTS 35 part 4).
_SKELETONS = {
    (Unit.DAY, Style.LONG): "yMMMMd",
    (Unit.DAY, Style.MEDIUM): "yMMMd",
    (Unit.DAY, Style.SHORT): "yMd",
    (Unit.MONTH, Style.LONG): "yMMMM",
    (Unit.MONTH, Style.MEDIUM): "yMMM",
    (Unit.MONTH, Style.SHORT): "yM",
}


@functools.lru_cache(maxsize=16384)
def format_day(day: dt.date, lang: str, style: Style = Style.FULL) -> str:
    """One day; only FULL has the weekday."""
    locale = get_locale(lang)
    if style is Style.MEDIUM:  # CLDR's own "medium" is all numbers in German and others.
        return localize_digits(format_skeleton("yMMMd", day, locale=locale), lang)
    pattern = str(locale.date_formats[style.value])
    return _apply(re.sub("y+", "y", pattern) if style is Style.SHORT else pattern, day, lang)


@functools.lru_cache(maxsize=2048)
def format_month(year: int, month: int, lang: str, style: Style = Style.LONG) -> str:
    """A month of a year: ``September 2023``."""
    skeleton = _SKELETONS[Unit.MONTH, _without_weekday(style)]
    return localize_digits(format_skeleton(skeleton, dt.date(year, month, 1), locale=get_locale(lang)), lang)


@functools.lru_cache(maxsize=1024)
def format_year(year: int, lang: str) -> str:
    """A year: ``2023``, with what a language puts beside it."""
    return localize_digits(format_skeleton("y", dt.date(year, 1, 1), locale=get_locale(lang)), lang)


@functools.lru_cache(maxsize=1024)
def month_name(month: int, lang: str, *, short: bool = False) -> str:
    """The name of a month (1 to 12) standing alone."""
    return str(get_month_names("abbreviated" if short else "wide", "stand-alone", get_locale(lang))[month])


@functools.lru_cache(maxsize=1024)
def weekday_name(weekday: int, lang: str, *, short: bool = False) -> str:
    """The name of a weekday standing alone; 0 is Monday, as in ``datetime.date.weekday``."""
    return str(get_day_names("abbreviated" if short else "wide", "stand-alone", get_locale(lang))[weekday])


@functools.lru_cache(maxsize=4096)
def format_span(first: dt.date, last: dt.date, unit: Unit, lang: str, style: Style = Style.LONG) -> str:
    """From one day, month or year to another, what they share said once: ``25–28 September 2023``.

    Of a month or year, any of its days may be given. A span that begins and ends in the same is just that one.
    """
    style = _without_weekday(style)
    field = _widest_difference(first, last, unit)
    if field is None:
        return _format_one(first, unit, lang, style)
    patterns = _span_patterns(lang, unit, style, field)
    if patterns is None:
        return join_span(_format_one(first, unit, lang, style), _format_one(last, unit, lang, style), lang)
    return _apply(patterns[0], first, lang) + _apply(patterns[1], last, lang)


@functools.lru_cache(maxsize=1024)
def format_choices(days: tuple[dt.date, ...], lang: str, style: Style = Style.LONG) -> tuple[str, ...]:
    """Ascending days for a list, what each shares with the next said there: ``25`` and ``26 September 2023``.

    In languages whose long dates begin with the day; elsewhere, and in other styles, each is said in full.
    """
    style = _without_weekday(style)
    long = str(get_locale(lang).date_formats["long"].pattern)
    texts = []
    for day, following in zip(days, (*days[1:], None), strict=True):
        field = _widest_difference(day, following, Unit.DAY) if following else None
        start = _start_of_long_date(long, field) if field and style is Style.LONG else None
        texts.append(_apply(start, day, lang) if start else format_day(day, lang, style))
    return tuple(texts)


def join_span(first: str, last: str, lang: str) -> str:
    """Two texts as the ends of a span: ``{first} – {last}`` in the way of the language."""
    pattern = str(get_locale(lang).interval_formats[None])
    # Not str.format: the texts may hold braces.
    before, _, rest = pattern.partition("{0}")
    between, _, after = rest.partition("{1}")
    return f"{before}{first}{between}{last}{after}"


def _without_weekday(style: Style) -> Style:
    return Style.LONG if style is Style.FULL else style


def _widest_difference(first: dt.date, last: dt.date, unit: Unit) -> str | None:
    """CLDR's letter for the widest field in which the two differ."""
    if first.year != last.year:
        return "y"
    if unit is not Unit.YEAR and first.month != last.month:
        return "M"
    return "d" if unit is Unit.DAY and first.day != last.day else None


def _format_one(day: dt.date, unit: Unit, lang: str, style: Style) -> str:
    match unit:
        case Unit.DAY:
            return format_day(day, lang, style)
        case Unit.MONTH:
            return format_month(day.year, day.month, lang, style)
        case Unit.YEAR:
            return format_year(day.year, lang)


@functools.lru_cache(maxsize=512)
def _span_patterns(lang: str, unit: Unit, style: Style, field: str) -> tuple[str, str] | None:
    """The patterns of a span's first and last end; None where CLDR has none that can be used."""
    locale = get_locale(lang)
    if unit is Unit.YEAR:
        return _cldr_patterns(locale, "y", field)
    skeleton = _SKELETONS[unit, style]
    if (unit, style) != (Unit.DAY, Style.LONG):
        return _cldr_patterns(locale, skeleton, field)
    # Few languages have a pattern with the whole name of the month; in the others the abbreviated one is widened.
    patterns = _cldr_patterns(locale, skeleton, field) or _widen_months(_cldr_patterns(locale, "yMMMd", field))
    long = str(locale.date_formats["long"].pattern)
    if not long.startswith("d"):
        return patterns
    if patterns is not None and _normalize(patterns[1]) == _normalize(long):
        return patterns
    # Widening went wrong (Czech has numbers there, Azerbaijani another order): take the long date apart instead.
    return _take_apart(long, field, join_span("", "", lang))


def _cldr_patterns(locale: Locale, skeleton: str, field: str) -> tuple[str, str] | None:
    formats = locale.interval_formats
    patterns = tuple(formats[skeleton].get(field, ())) if skeleton in formats else ()
    # Where its two months are of different kinds, Babel leaves a pattern in one piece.
    return (patterns[0], patterns[1]) if len(patterns) == 2 and all(map(_is_intact, patterns)) else None


def _is_intact(pattern: str) -> bool:
    """Whether a pattern has only letters of dates outside its quotes: Babel misquotes those of Basque and others."""
    letters = re.sub(r"'[^']*'", "", pattern)
    return (
        "'" not in letters and "''" not in pattern and re.search(r"[A-Za-z]", re.sub("[GyMLdEc]", "", letters)) is None
    )


def _widen_months(patterns: tuple[str, str] | None) -> tuple[str, str] | None:
    if patterns is None:
        return None
    first, last = (
        re.sub(r"(?<![ML])(?:MMM|LLL)(?![ML])", lambda found: found[0] + found[0][0], text) for text in patterns
    )
    return first, last


def _normalize(pattern: str) -> str:
    """A pattern without its quoting and the kinds of its spaces, for comparison."""
    letters = re.sub(r"(?P<letter>[dy])+", r"\g<letter>", pattern.replace("'", ""))
    return re.sub(r"\s+", " ", letters.replace("L", "M")).strip()


def _take_apart(long: str, field: str, separator: str) -> tuple[str, str] | None:
    """The ends of a span from a long date that begins with its day: the first as far as they differ, then a dash."""
    start = _start_of_long_date(long, field)
    if start is None:
        return None
    is_word = any(character.isalpha() for character in separator)
    dash = separator.strip() if field == "d" and not is_word else separator
    quoted = dash.replace("'", "''")
    return f"{start}'{quoted}'", long


def _start_of_long_date(long: str, field: str) -> str | None:
    """``d.``, ``d. MMMM`` or all of a long date, down to the widest field that differs; None if it has none."""
    found = re.match({"d": r"d+\.?", "M": r"d.*?MMMM", "y": r"d.*"}[field], long)
    return found[0] if found else None


def _apply(pattern: str, day: dt.date, lang: str) -> str:
    return localize_digits(parse_pattern(pattern).apply(day, get_locale(lang)), lang)
