"""Lists, numbers, durations and delays by language."""

from __future__ import annotations

import datetime as dt

import pytest
from markupsafe import Markup

from dragoman.i18n.lists import join_and, join_or
from dragoman.i18n.messages import Messages, source_messages
from dragoman.i18n.numbers import format_number, format_share
from dragoman.i18n.times import format_clock, format_delay, format_duration, zone_city
from dragoman.model.times import Duration


@pytest.mark.parametrize(
    ("items", "lang", "both", "either"),
    [
        ([], "de", "", ""),
        (["a"], "de", "a", "a"),
        (["a", "b"], "de", "a und b", "a oder b"),
        (["a", "b", "c", "d"], "de", "a, b, c und d", "a, b, c oder d"),
        (["a", "b", "c"], "en", "a, b and c", "a, b or c"),
        (["a", "b", "c"], "en-US", "a, b, and c", "a, b, or c"),
        (["ا", "ب"], "ar", "ا وب", "ا أو ب"),
        (["{0}", "{1}"], "en", "{0} and {1}", "{0} or {1}"),
    ],
)
def test_lists(items: list[str], lang: str, both: str, either: str) -> None:
    assert (join_and(items, lang), join_or(items, lang)) == (both, either)


def test_html_stays_html_and_the_rest_is_escaped() -> None:
    joined = join_and([Markup("<b>a</b>"), "b & c", Markup("<i>d</i>")], "de")
    assert isinstance(joined, Markup)
    assert joined == "<b>a</b>, b &amp; c und <i>d</i>"


def test_plain_text_stays_plain() -> None:
    joined = join_and(["a & b", "<c>"], "de")
    assert not isinstance(joined, Markup)
    assert joined == "a & b und <c>"


@pytest.mark.parametrize(
    ("lang", "number", "share"),
    [("de", "20.000,5", "45\N{NO-BREAK SPACE}%"), ("en", "20,000.5", "45%"), ("fa", "۲۰٬۰۰۰٫۵", "۴۵%")],
)
def test_numbers(lang: str, number: str, share: str) -> None:
    assert (format_number(20000.5, lang), format_share(0.45, lang)) == (number, share)


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("de", "PT90M", "90 Minuten"),
        ("de", "PT1H30M", "1 Stunde, 30 Minuten"),
        ("en", "P1DT2H", "1 day, 2 hours"),
        ("en", "P2W", "2 weeks"),
        ("ru", "PT5M", "5 минут"),
        ("pl", "PT22M", "22 minuty"),
        ("fa", "PT1H30M", "۱ ساعت و ۳۰ دقیقه"),
        ("en", "PT100H", "100 hours"),
    ],
)
def test_durations_keep_their_units(lang: str, text: str, expected: str) -> None:
    assert format_duration(Duration.parse(text), lang) == expected


def test_clocks() -> None:
    shown = [format_clock(dt.time(14, 30), lang) for lang in ("de", "en", "fa", "en-US")]
    assert shown == ["14:30", "14:30", "۱۴:۳۰", "2:30\N{NARROW NO-BREAK SPACE}PM"]


def test_a_zone_is_named_by_its_city() -> None:
    assert [zone_city("America/New_York", lang) for lang in ("de", "es")] == ["New York", "Nueva York"]


def test_delays_in_german(german: Messages) -> None:
    assert [format_delay(days, "de", german) for days in (0, 1, 2, 1200)] == [
        "am selben Tag",
        "1 Tag später",
        "2 Tage später",
        "1.200 Tage später",
    ]


def test_delays_take_the_plural_forms_of_the_catalog(polish: Messages) -> None:
    assert [format_delay(days, "pl", polish) for days in (1, 3, 5, 22)] == [
        "1 dzień później",
        "3 dni później",
        "5 dni potem",
        "22 dni później",
    ]


def test_delays_in_english() -> None:
    assert [format_delay(days, "en", source_messages()) for days in (-2, -1, 1)] == [
        "2 days earlier",
        "1 day earlier",
        "1 day later",
    ]
