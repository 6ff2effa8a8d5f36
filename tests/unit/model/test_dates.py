"""Dates: what is read, with which bounds, and what is refused with which remedy."""

from __future__ import annotations

import datetime as dt

import pytest
from pydantic import TypeAdapter, ValidationError

from dragoman.model.dates import DateError, DateKind, EdtfDate, Precision

D = dt.date


@pytest.mark.parametrize(
    ("text", "lower", "upper", "precision"),
    [
        ("2023-09-26", D(2023, 9, 26), D(2023, 9, 26), Precision.DAY),
        ("2024-02", D(2024, 2, 1), D(2024, 2, 29), Precision.MONTH),
        ("2023", D(2023, 1, 1), D(2023, 12, 31), Precision.YEAR),
        ("2023-09-XX", D(2023, 9, 1), D(2023, 9, 30), Precision.MONTH),
        ("2023-XX-XX", D(2023, 1, 1), D(2023, 12, 31), Precision.YEAR),
        ("2023-XX", D(2023, 1, 1), D(2023, 12, 31), Precision.YEAR),
        ("2023-21", D(2023, 3, 1), D(2023, 5, 31), Precision.SEASON),
        ("2023-24", D(2023, 12, 1), D(2024, 2, 29), Precision.SEASON),
        ("9999-24", D(9999, 12, 1), D(9999, 12, 31), Precision.SEASON),
        ("2023-09-25/2023-09-28", D(2023, 9, 25), D(2023, 9, 28), Precision.DAY),
        ("2023-09-28/2023-10", D(2023, 9, 28), D(2023, 10, 31), Precision.MONTH),
        ("2022/2023", D(2022, 1, 1), D(2023, 12, 31), Precision.YEAR),
        ("../2023-09-26", None, D(2023, 9, 26), Precision.DAY),
        ("2023-09/..", D(2023, 9, 1), None, Precision.MONTH),
        ("[2023-09-25,2023-09-26]", D(2023, 9, 25), D(2023, 9, 26), Precision.DAY),
        ("[2023-09,2023-09-28,2024]", D(2023, 9, 1), D(2024, 12, 31), Precision.YEAR),
        ("[2023-09-08..2025-05-16]", D(2023, 9, 8), D(2025, 5, 16), Precision.DAY),
    ],
)
def test_bounds_and_precision(text: str, lower: D | None, upper: D | None, precision: Precision) -> None:
    date = EdtfDate.parse(text)
    assert (date.lower, date.upper, date.precision, date.text) == (lower, upper, precision, text)


@pytest.mark.parametrize(
    ("text", "uncertain", "approximate"),
    [
        ("2023-09-26", False, False),
        ("2023-09-26?", True, False),
        ("2023-09~", False, True),
        ("2023%", True, True),
        ("2023-09-XX?", True, False),
        ("2023-09-25?/2023-09-28", True, False),
        ("2023-09-25/2023-09-28~", False, True),
        ("../2023-09-28?", True, False),
        ("[2023-09-25,2023-09-26~]", False, True),
    ],
)
def test_qualifiers(text: str, uncertain: bool, approximate: bool) -> None:
    date = EdtfDate.parse(text)
    assert (date.uncertain, date.approximate) == (uncertain, approximate)


def test_parts_of_each_kind() -> None:
    simple = EdtfDate.parse("2023-09")
    interval = EdtfDate.parse("2023-09-25/..")
    one_of = EdtfDate.parse("[2023-09-25,2023-09-26]")
    between = EdtfDate.parse("[2023-09-08..2025-05]")
    assert [date.kind for date in (simple, interval, one_of, between)] == list(DateKind)
    assert simple.start == simple.end
    assert interval.start is not None
    assert interval.start.text == "2023-09-25"
    assert interval.end is None
    assert [part.text for part in one_of.choices] == ["2023-09-25", "2023-09-26"]
    assert between.end is not None
    assert between.end.precision is Precision.MONTH
    assert simple.choices == interval.choices == between.choices == ()


def test_only_a_season_has_a_season() -> None:
    spring, month = EdtfDate.parse("2023-21").start, EdtfDate.parse("2023-12").start
    assert spring is not None
    assert month is not None
    assert (spring.season, month.season) == (21, None)


@pytest.mark.parametrize(
    ("text", "day", "exact"),
    [
        ("2023-09-26", D(2023, 9, 26), True),
        ("2023-09-26?", D(2023, 9, 26), False),
        ("2023-09-26~", D(2023, 9, 26), False),
        ("2023-09-26/2023-09-26", D(2023, 9, 26), True),
        ("2023-09", None, False),
        ("2023-09-25/2023-09-26", None, False),
        ("../2023-09-26", None, False),
        ("2023-09-26/..", None, False),
        ("[2023-09-25,2023-09-26]", None, False),
    ],
)
def test_a_day_is_never_invented(text: str, day: D | None, exact: bool) -> None:
    date = EdtfDate.parse(text)
    assert (date.day, date.is_day, date.is_exact) == (day, day is not None, exact)


@pytest.mark.parametrize(
    ("text", "prefix"),
    [
        ("2023-09-26?", "2023-09-26"),
        ("2023-09-XX", "2023-09"),
        ("2023-09~", "2023-09"),
        ("2023-XX-XX", "2023"),
        ("2023-24", "2023"),
        ("2023-09-25/2023-10-02", "2023-09-25"),
        ("../2023-09", "2023-09"),
        ("[2023-09-25,2023-09-26]", "2023-09"),
        ("[2023-09-25,2023-10-25]", "2023"),
        ("[2023-09..2025]", ""),
    ],
)
def test_the_prefix_goes_as_far_as_the_date_is_known(text: str, prefix: str) -> None:
    assert EdtfDate.parse(text).known_prefix == prefix


@pytest.mark.parametrize(
    ("text", "rule", "suggestion"),
    [
        ("26.09.2023", "bad-date", "2023-09-26"),
        ("26. 9. 2023", "bad-date", "2023-09-26"),
        ("26/09/2023", "bad-date", "2023-09-26"),
        ("09/26/2023", "bad-date", "2023-09-26"),
        ("03/04/2023", "bad-date", None),
        ("09/2023", "bad-date", "2023-09"),
        ("2023/09/26", "bad-date", "2023-09-26"),
        ("2023.09.26", "bad-date", "2023-09-26"),
        ("20230926", "bad-date", "2023-09-26"),
        ("2023-9-6", "bad-date", "2023-09-06"),
        ("2023-9", "bad-date", "2023-09"),
        (" 2023-09-26 ", "bad-date", "2023-09-26"),
        ("26 September 2023", "bad-date", "2023-09-26"),
        ("Tuesday, 26th of Sept. 2023", "bad-date", "2023-09-26"),
        ("September 26, 2023", "bad-date", "2023-09-26"),
        ("Dienstag, den 3. März 2020", "bad-date", "2020-03-03"),
        ("September 2023", "bad-date", "2023-09"),
        ("not before September 2023", "bad-date", None),
        ("31 February 2023", "bad-date", None),
        ("c. 2023", "bad-date", "2023~"),
        ("2023-09-26 ?", "bad-date", "2023-09-26?"),
        ("2023-09-xx", "bad-date", "2023-09-XX"),
        ("2023-XX-26", "bad-date", None),
        ("202X", "bad-date", "[2020..2029]"),
        ("20XX", "bad-date", "[2000..2099]"),
        ("Y20230", "bad-date", None),
        ("-2023", "bad-date", None),
        ("2023-09-26T14:30", "bad-date", "2023-09-26"),
        ("25.09.2023 – 28.09.2023", "bad-date", "2023-09-25/2023-09-28"),
        ("2023-09-26/", "bad-date", "2023-09-26/.."),
        ("/2023-09-26", "bad-date", "../2023-09-26"),
        ("2023-09-26..", "bad-date", "2023-09-26/.."),
        ("../..", "bad-date", None),
        ("2023/2024/2025", "bad-date", None),
        ("[2023-09-25, 2023-09-26]", "bad-date", "[2023-09-25,2023-09-26]"),
        ("[2023-09-26]", "bad-date", "2023-09-26"),
        ("[2023..]", "bad-date", "2023/.."),
        ("[..2023-02]", "bad-date", "../2023-02"),
        ("[2023..2024,2025]", "bad-date", None),
        ("٢٠٢٣", "bad-date", None),
        ("", "bad-date", None),
        ("2023-13-40", "impossible-date", None),
        ("2023-26-09", "impossible-date", "2023-09-26"),
        ("2023-02-30", "impossible-date", None),
        ("2023-09-00", "impossible-date", None),
        ("2023-25", "impossible-date", None),
        ("2023-21-03", "impossible-date", "2023-03-21"),
        ("0000-01-01", "impossible-date", None),
        ("2023-02-01/2023-02-29", "impossible-date", None),
        ("2023-09-28/2023-09-25", "end-before-start", "2023-09-25/2023-09-28"),
        ("2023-10/2023-09-30", "end-before-start", "2023-09-30/2023-10"),
        ("[2023-09-26,2023-09-25]", "end-before-start", "[2023-09-25,2023-09-26]"),
        ("[2025..2023]", "end-before-start", "[2023..2025]"),
        ("[2023,2023]", "end-before-start", "2023"),
    ],
)
def test_what_is_refused(text: str, rule: str, suggestion: str | None) -> None:
    with pytest.raises(DateError) as caught:
        EdtfDate.parse(text)
    assert (caught.value.rule, caught.value.suggestion) == (rule, suggestion)
    assert caught.value.hint


def test_messages_say_what_is_wrong() -> None:
    with pytest.raises(DateError, match='there is no date "2023-02-30": 2023-02 has 28 days'):
        EdtfDate.parse("2023-02-30")
    with pytest.raises(DateError, match='"2023-09-28/2023-09-25" ends before it starts'):
        EdtfDate.parse("2023-09-28/2023-09-25")


def test_a_suggested_set_is_quoted_for_yaml() -> None:
    with pytest.raises(DateError) as caught:
        EdtfDate.parse("202X")
    assert caught.value.hint == 'write "[2020..2029]"'


def test_possible_and_certain_days() -> None:
    day, other = D(2023, 9, 26), D(2023, 9, 24)
    possible = ["2023-09-26", "2023-09", "2023-09-25/2023-09-28", "2023-09/2023-10", "[2023-09-25,2023-09-26]"]
    assert all(EdtfDate.parse(text).may_contain(day) for text in possible)
    assert [EdtfDate.parse(text).surely_contains(day) for text in possible] == [True, False, True, False, False]
    assert not EdtfDate.parse("[2023-09-23,2023-09-26]").may_contain(other)
    assert EdtfDate.parse("[2023-09-23..2023-09-26]").may_contain(other)
    assert EdtfDate.parse("../2023-09-26").surely_contains(other)
    assert not EdtfDate.parse("2023-09-26?").surely_contains(day)


def test_dates_overlap_where_their_bounds_meet() -> None:
    month = EdtfDate.parse("2023-09")
    assert month.overlaps(EdtfDate.parse("2023-09-30/2023-10-02"))
    assert month.overlaps(EdtfDate.parse("../2023-09-01"))
    assert not month.overlaps(EdtfDate.parse("2023-10-01/.."))


def test_order_is_by_first_day_then_the_wider_first() -> None:
    texts = ["2023-09-02", "../2023-09-01", "2023-09-01", "2023-09", "2023", "2023-09-01/..", "2022-12-31"]
    ordered = sorted((EdtfDate.parse(text) for text in texts), key=lambda date: date.sort_key)
    assert [date.text for date in ordered] == [
        "2022-12-31",
        "2023",
        "2023-09-01/..",
        "2023-09",
        "../2023-09-01",
        "2023-09-01",
        "2023-09-02",
    ]


def test_pydantic_reports_the_rule_the_words_and_the_remedy() -> None:
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(EdtfDate).validate_python("26.09.2023")
    (error,) = caught.value.errors()
    assert error["type"] == "bad-date"
    assert error["msg"] == '"26.09.2023" is not a date'
    assert (error["ctx"]["hint"], error["ctx"]["suggestion"]) == ("write 2023-09-26", "2023-09-26")


def test_braces_in_a_wrong_date_are_shown_as_written() -> None:
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(EdtfDate).validate_python("{hint} {suggestion}")
    assert caught.value.errors()[0]["msg"] == '"{hint} {suggestion}" is not a date'


def test_pydantic_takes_ready_values_and_writes_text() -> None:
    adapter = TypeAdapter(EdtfDate)
    date = EdtfDate.parse("2023-09")
    assert adapter.validate_python(date) is date
    assert adapter.validate_json('"2023-09"') == date
    assert adapter.dump_python(date) == "2023-09"
    assert adapter.json_schema() == {"type": "string"}
