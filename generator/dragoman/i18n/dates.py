"""Dates as they are known (EDTF), in words: "probably 26 September 2023", "25 or 26 September 2023".

Formats are CLDR's; the words come from the catalog that the caller hands in. No date is made more exact than it is.
"""

from __future__ import annotations

from dragoman.i18n.formats import (
    Style,
    Unit,
    format_choices,
    format_day,
    format_month,
    format_span,
    format_year,
    join_span,
)
from dragoman.i18n.lists import join_or
from dragoman.i18n.messages import Messages
from dragoman.i18n.numbers import localize_digits
from dragoman.model.dates import DateKind, DatePart, EdtfDate, Precision

_UNITS = {Precision.DAY: Unit.DAY, Precision.MONTH: Unit.MONTH, Precision.YEAR: Unit.YEAR}


def format_date(date: EdtfDate, lang: str, words: Messages, style: Style = Style.FULL) -> str:
    """The date as text. FULL gives a single day its weekday; in spans and choices there are none."""
    match date.kind:
        case DateKind.SIMPLE:
            return _qualified_part(date.parts[0], lang, words, style)
        case DateKind.INTERVAL:
            return _format_interval(date.start, date.end, lang, words, _without_weekday(style))
        case DateKind.ONE_OF:
            return join_or(_choices(date, lang, words, _without_weekday(style)), lang)
        case DateKind.BETWEEN:
            return _format_between(date, lang, words, _without_weekday(style))


def format_term(
    start: EdtfDate | None, end: EdtfDate | None, lang: str, words: Messages, style: Style = Style.LONG
) -> str:
    """A term of office from what is known of its start and end; empty if that is nothing.

    Here an open date means "or earlier", "or later": ``../2020-09-29`` began on that day or earlier.
    """
    if start and end and start.kind is end.kind is DateKind.SIMPLE:
        return _format_interval(start.start, end.start, lang, words, _without_weekday(style))
    first = _format_limit(start, lang, words, style) if start else ""
    last = _format_limit(end, lang, words, style) if end else ""
    if start and end:
        return join_span(first, last, lang)
    if start:
        return words.pgettext(_grammar(start.start or start.end), "since %(date)s") % {"date": first}
    if end:
        return words.pgettext(_grammar(end.start or end.end), "until %(date)s") % {"date": last}
    return ""


def _format_limit(date: EdtfDate, lang: str, words: Messages, style: Style) -> str:
    style = _without_weekday(style)
    if date.kind is DateKind.INTERVAL and date.start is None:
        return words.gettext("%(date)s or earlier") % {"date": _qualified_part(date.end, lang, words, style)}
    if date.kind is DateKind.INTERVAL and date.end is None:
        return words.gettext("%(date)s or later") % {"date": _qualified_part(date.start, lang, words, style)}
    return format_date(date, lang, words, style)


def _format_interval(start: DatePart | None, end: DatePart | None, lang: str, words: Messages, style: Style) -> str:
    if start is None:
        date = _qualified_part(end, lang, words, style)
        return words.pgettext(_grammar(end), "until %(date)s") % {"date": date}
    if end is None:
        date = _qualified_part(start, lang, words, style)
        return words.pgettext(_grammar(start), "from %(date)s on") % {"date": date}
    same_doubts = (start.uncertain, start.approximate) == (end.uncertain, end.approximate)
    if not same_doubts:
        first, last = (_qualified_part(part, lang, words, style) for part in (start, end))
        return join_span(first, last, lang)
    unit = _UNITS.get(start.precision) if start.precision is end.precision else None
    if unit is None:
        span = join_span(_format_part(start, lang, words, style), _format_part(end, lang, words, style), lang)
    else:
        span = format_span(start.lower, end.lower, unit, lang, style)
    return _qualify(span, start, "span", words)


def _choices(date: EdtfDate, lang: str, words: Messages, style: Style) -> tuple[str, ...]:
    if all(part.precision is Precision.DAY and not part.uncertain and not part.approximate for part in date.choices):
        return format_choices(tuple(part.lower for part in date.choices), lang, style)
    return tuple(_qualified_part(part, lang, words, style) for part in date.choices)


def _format_between(date: EdtfDate, lang: str, words: Messages, style: Style) -> str:
    first, last = (_qualified_part(part, lang, words, style) for part in date.parts)
    grammar = "day" if date.precision is Precision.DAY else "period"
    return words.pgettext(grammar, "between %(start)s and %(end)s") % {"start": first, "end": last}


def _qualified_part(part: DatePart | None, lang: str, words: Messages, style: Style) -> str:
    if part is None:
        return ""
    if part.approximate:
        style = _without_weekday(style)
    return _qualify(_format_part(part, lang, words, style), part, _grammar(part), words)


def _qualify(text: str, part: DatePart, grammar: str, words: Messages) -> str:
    if part.approximate:
        text = words.pgettext(grammar, "about %(date)s") % {"date": text}
    if part.uncertain:
        text = words.gettext("probably %(date)s") % {"date": text}
    return text


def _format_part(part: DatePart, lang: str, words: Messages, style: Style) -> str:
    day = part.lower
    match part.precision:
        case Precision.DAY:
            return format_day(day, lang, style)
        case Precision.MONTH:
            return format_month(day.year, day.month, lang, style)
        case Precision.YEAR:
            return format_year(day.year, lang)
        case Precision.SEASON:
            return _format_season(part, lang, words)


def _format_season(part: DatePart, lang: str, words: Messages) -> str:
    year = localize_digits(str(part.lower.year), lang)
    match part.season:
        case 21:
            return words.gettext("spring %(year)s") % {"year": year}
        case 22:
            return words.gettext("summer %(year)s") % {"year": year}
        case 23:
            return words.gettext("autumn %(year)s") % {"year": year}
        case _:
            # A winter lies in two years, and only both together say which one is meant.
            both = f"{part.lower.year}/{(part.lower.year + 1) % 100:02}"
            return words.gettext("winter %(year)s") % {"year": localize_digits(both, lang)}


def _grammar(part: DatePart | None) -> str:
    """Which form of a phrase a date needs: German says "bis zum 26. September", but "bis September"."""
    return "day" if part is not None and part.precision is Precision.DAY else "period"


def _without_weekday(style: Style) -> Style:
    return Style.LONG if style is Style.FULL else style
