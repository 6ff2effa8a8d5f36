"""weekday-mismatch: “on Monday”, where the day was a Tuesday."""

from __future__ import annotations

import datetime as dt
import functools
import re
from collections.abc import Iterator

from dragoman.content.fields import Found
from dragoman.content.files import Kind
from dragoman.content.passages import blank_links, blank_quotations
from dragoman.content.rules.rule import Finding, Group, Rule, Scope
from dragoman.content.settings import Settings
from dragoman.diagnostics import Severity
from dragoman.i18n.calendar_words import month_words, weekday_name, weekday_words
from dragoman.model.dates import EdtfDate
from dragoman.model.event import Event

#: Fields that tell what happened on the event's own day: a weekday alone means that day.
_ON_THE_DAY = frozenset({"title", "summary"})
#: Words that make a weekday another one than the event's. Where there is one just before it, nothing is said.
_OTHER_DAY = re.compile(
    r"(?:vorig|vergangen|letzt|nächst|kommend|folgend|darauffolgend|vor|bis|seit|ab|nach)\w{0,3}\s+$"
    r"|(?:last|next|previous|following|coming|since|until|before|by|after|every|from)\s+$|(?:jeden|jedem)\s+$",
    re.IGNORECASE,
)
_SEASON = dt.timedelta(days=183)


def _check(event: Event, texts: tuple[Found, ...], settings: Settings) -> Iterator[Finding]:  # noqa: ARG001 - a check
    for found in texts:
        for language, text in found.value.texts:
            folded = text.casefold()
            pattern = _find_pattern(language)
            if pattern is None or not any(stem in folded for stem in _find_stems(language)):
                continue
            unquoted = blank_quotations(blank_links(text), language)
            for weekday in pattern.finditer(unquoted):
                finding = _judge(weekday, unquoted, language, found, event)
                if finding:
                    yield finding


def _judge(weekday: re.Match[str], text: str, language: str, found: Found, event: Event) -> Finding | None:
    number = weekday_words(language)[weekday.group().casefold()]
    written = _find_date(text[weekday.end() :], language, event.date)
    if written:
        days = [written]
    elif found.path[0] in _ON_THE_DAY and not _OTHER_DAY.search(text[: weekday.start()]):
        days = _list_days(event.date)
    else:
        return None
    if not days or any(day.weekday() == number for day in days):
        return None
    day = days[0]
    name = weekday_name(number, language)
    ending = weekday.group()[len(name) :] if weekday.group().casefold().startswith(name.casefold()) else ""
    right = weekday_name(day.weekday(), language) + ending
    return Finding(
        path=(*found.path, language),
        span=weekday.span(),
        message=f"“{weekday.group()}”: {day.isoformat()} was a {weekday_name(day.weekday(), 'en')}",
        hint=f"write {right}, or correct the date" + ("" if written else "; for another day, write its date as well"),
    )


def _list_days(date: EdtfDate) -> list[dt.date]:
    """The days that a weekday alone can mean; empty where nearly every weekday would do."""
    lower, upper = date.lower, date.upper
    if lower is None or upper is None or (upper - lower).days >= 6:
        return []
    return [lower + dt.timedelta(days=number) for number in range((upper - lower).days + 1)]


def _find_date(rest: str, language: str, near: EdtfDate) -> dt.date | None:
    """The date that follows a weekday at once: “, 26. September 2023”, “, September 26”, “ (26.9.)”."""
    found = _date_pattern(language).match(rest)
    if found is None:
        return None
    month = month_words(language).get((found["month"] or found["name"] or "").casefold().rstrip("."), 0)
    month = month or int(found["number"] or 0)
    year = found["year"] or found["year2"] or found["year3"]
    day = int(found["day"] or found["day2"] or found["day3"])
    try:
        if year:
            return dt.date(int(year), month, day)
        return _guess_year(month, day, near)
    except ValueError:
        return None


def _guess_year(month: int, day: int, near: EdtfDate) -> dt.date | None:
    """The day of that name that lies next to the event; None if that is not sure."""
    around = near.lower or near.upper
    if around is None:
        return None
    days = [dt.date(around.year + step, month, day) for step in (-1, 0, 1)]
    nearest = min(days, key=lambda one: abs(one - around))
    return nearest if abs(nearest - around) < _SEASON else None


@functools.lru_cache(maxsize=64)
def _find_stems(language: str) -> tuple[str, ...]:
    """The shortest forms of the weekdays, one of which every other contains."""
    words = weekday_words(language)
    return tuple(word for word in words if not any(other != word and other in word for other in words))


@functools.lru_cache(maxsize=64)
def _find_pattern(language: str) -> re.Pattern[str] | None:
    words = weekday_words(language)
    if not words:
        return None
    alternatives = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    return re.compile(rf"\b(?:{alternatives})\b", re.IGNORECASE)


@functools.lru_cache(maxsize=64)
def _date_pattern(language: str) -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in sorted(month_words(language), key=len, reverse=True)) or "(?!)"
    year = r"(?:,?\s+(?P<{}>\d{{4}}))?"
    return re.compile(
        r"[\s,(]+(?:(?:dem|den|der|the|le|il|el)\s+)?(?:"
        rf"(?P<day>\d{{1,2}})(?:\.|st|nd|rd|th)?\s+(?:of\s+|de\s+)?(?P<month>{words})\b\.?{year.format('year')}"
        rf"|(?P<name>{words})\b\.?\s+(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\b{year.format('year2')}"
        r"|(?P<day3>\d{1,2})\.\s?(?P<number>\d{1,2})\.(?:\s?(?P<year3>\d{4}))?)",
        re.IGNORECASE,
    )


RULE = Rule(
    name="weekday-mismatch",
    group=Group.DATES,
    severity=Severity.WARNING,
    scope=Scope.RECORD,
    sentence=(
        "A weekday is that of the date beside it; in titles and summaries, where there is none, that of the event."
    ),
    kinds=frozenset({Kind.EVENT}),
    check_texts=_check,
)
