"""How surely an office was held: terms and dates are as uncertain as they are."""

from __future__ import annotations

import pytest

from dragoman.model.dates import EdtfDate
from dragoman.model.offices import Held, find_nearest_office, find_offices, get_held
from dragoman.model.people import Office


def office(name: str, start: str | None, end: str | None = None) -> Office:
    fields = {"id": name, "of": "no", "title": {"en": name}, "from": start, "to": end}
    return Office.model_validate({field: value for field, value in fields.items() if value is not None})


@pytest.mark.parametrize(
    ("start", "end", "date", "held"),
    [
        ("2020-01-01", None, "2023-09-26", Held.SURELY),
        ("2020-01-01", "2023-09-26", "2023-09-26", Held.SURELY),
        ("2023-09-26", None, "2023-09-26", Held.SURELY),
        ("2020-01-01", "2023-09-25", "2023-09-26", Held.NOT),
        ("2020", None, "2020-06-01", Held.POSSIBLY),
        ("2020", None, "2021-01-01", Held.SURELY),
        ("../2020-09-29", None, "2020-09-28", Held.POSSIBLY),
        ("../2020-09-29", None, "2020-09-29", Held.SURELY),
        ("2018", "2025-08-08/..", "2025-08-08", Held.SURELY),
        ("2018", "2025-08-08/..", "2025-08-09", Held.POSSIBLY),
        ("2018", "[2023-09-08..2025-05-16]", "2024-01-01", Held.POSSIBLY),
        ("2018", "[2023-09-08..2025-05-16]", "2025-05-17", Held.NOT),
        ("2018-01-01", "2023-09-10", "2023-09", Held.POSSIBLY),
        ("2023-12-31", None, "2023", Held.POSSIBLY),
        ("2018-01-01", "2023-09-10", "2023-09-08/2023-09-12", Held.SURELY),
        (None, None, "1900-01-01", Held.SURELY),
    ],
)
def test_how_surely_an_office_was_held(start: str | None, end: str | None, date: str, held: Held) -> None:
    assert get_held(office("x", start, end), EdtfDate.parse(date)) is held


def test_an_office_surely_held_comes_before_one_possibly_held() -> None:
    unsure, sure = office("unsure", "2023"), office("sure", "2020-01-01")
    assert find_offices((unsure, sure), EdtfDate.parse("2023-03-01")) == (sure,)
    assert find_offices((unsure,), EdtfDate.parse("2023-03-01")) == (unsure,)


def test_on_the_day_of_change_both_are_held() -> None:
    old, new = office("old", "2019-01-01", "2021-01-20"), office("new", "2021-01-20")
    assert find_offices((old, new), EdtfDate.parse("2021-01-20")) == (old, new)


def test_the_nearest_office_is_named_where_none_was_held() -> None:
    early, late = office("early", "1990", "1995"), office("late", "2020")
    assert find_nearest_office((early, late), EdtfDate.parse("2018-01-01")) == late
    assert find_nearest_office((), EdtfDate.parse("2018-01-01")) is None
