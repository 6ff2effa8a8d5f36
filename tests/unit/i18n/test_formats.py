"""Months, weekdays and spans, and that no language's formats leak into another's."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys

import pytest
from babel.localedata import locale_identifiers

from dragoman.i18n.formats import (
    Style,
    Unit,
    format_day,
    format_month,
    format_span,
    join_span,
    month_name,
    weekday_name,
)
from dragoman.i18n.numbers import localize_digits


@pytest.mark.parametrize(
    ("lang", "month", "weekday"),
    [("de", "September", "Dienstag"), ("pl", "wrzesień", "wtorek"), ("fa", "سپتامبر", "سه‌شنبه")],
)
def test_names_stand_alone(lang: str, month: str, weekday: str) -> None:
    assert (month_name(9, lang), weekday_name(1, lang)) == (month, weekday)


def test_names_are_abbreviated() -> None:
    assert (month_name(9, "en", short=True), weekday_name(1, "en", short=True)) == ("Sept", "Tue")


def test_one_language_does_not_change_another() -> None:
    """Babel's issue 1234, in a process of its own, since it depends on which language came first."""
    script = (
        "from dragoman.i18n.formats import month_name as m, weekday_name as w\n"
        "assert [m(9, lang) for lang in ('he', 'az', 'tr', 'de')] == ['ספטמבר', 'sentyabr', 'Eylül', 'September']\n"
        "assert [w(1, lang) for lang in ('he', 'tr', 'de')] == ['יום שלישי', 'Salı', 'Dienstag']\n"
    )
    subprocess.run([sys.executable, "-c", script], check=True)


def test_a_month_in_each_style() -> None:
    assert [format_month(2023, 9, "de", style) for style in (Style.FULL, Style.MEDIUM, Style.SHORT)] == [
        "September 2023",
        "Sept. 2023",
        "9/2023",
    ]


def test_short_dates_have_the_whole_year() -> None:
    assert format_day(dt.date(2023, 9, 6), "de", Style.SHORT) == "06.09.2023"
    assert format_day(dt.date(2023, 9, 6), "en-US", Style.SHORT) == "9/6/2023"


def test_ends_of_a_span_may_hold_any_characters() -> None:
    assert join_span("{1}", "a'b", "de").replace("\N{THIN SPACE}", " ") == "{1} – a'b"


@pytest.mark.slow
def test_spans_of_every_language_name_all_that_differs() -> None:
    first = dt.date(2023, 9, 25)
    wrong = []
    for lang in sorted({identifier.split("_")[0] for identifier in locale_identifiers()} - {"root"}):
        for last in (dt.date(2023, 9, 28), dt.date(2023, 10, 2), dt.date(2024, 1, 2)):
            span = format_span(first, last, Unit.DAY, lang)
            numbers = (localize_digits(str(number), lang) for number in (first.year, first.day, last.year, last.day))
            if not all(number in span for number in numbers):
                wrong.append((lang, span))
    assert wrong == []


def test_a_span_of_one_day_is_that_day() -> None:
    day = dt.date(2023, 9, 25)
    assert format_span(day, day, Unit.DAY, "de") == format_day(day, "de", Style.LONG)
