"""Local times, durations and moments: what is read, and what is refused with which remedy."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from dragoman.model.dates import DateError
from dragoman.model.notation import NotationError
from dragoman.model.times import Duration, LocalTime, Moment, is_zone


def test_a_local_time_has_a_clock_and_a_zone() -> None:
    at = LocalTime.parse("10:30 Asia/Baku")
    assert (at.time, at.zone, at.text) == (dt.time(10, 30), "Asia/Baku", "10:30 Asia/Baku")


def test_the_instant_knows_summer_time() -> None:
    at = LocalTime.parse("10:30 Europe/Berlin")
    assert at.on(dt.date(2023, 9, 26)).utcoffset() == dt.timedelta(hours=2)
    assert at.on(dt.date(2023, 12, 26)).utcoffset() == dt.timedelta(hours=1)


@settings(deadline=None)  # the first reads the names of all zones
@given(st.times(), st.sampled_from(["Asia/Baku", "America/New_York", "UTC"]))
def test_a_local_time_is_read_back_from_its_text(time: dt.time, zone: str) -> None:
    at = LocalTime(time=time.replace(second=0, microsecond=0), zone=zone)
    assert LocalTime.parse(at.text) == at


@pytest.mark.parametrize(
    ("text", "rule", "suggestion"),
    [
        ("9:30 Asia/Baku", "bad-time", "09:30 Asia/Baku"),
        ("13.00 Uhr Europe/Berlin", "bad-time", "13:00 Europe/Berlin"),
        ("1.30 pm Europe/London", "bad-time", "13:30 Europe/London"),
        ("12:05 am Europe/London", "bad-time", "00:05 Europe/London"),
        ("13:00:00 Europe/London", "bad-time", "13:00 Europe/London"),
        ("24:00 Asia/Baku", "bad-time", None),
        ("12:60 Asia/Baku", "bad-time", None),
        ("noon", "bad-time", None),
        ("10:30", "bad-zone", None),
        ("10:30 asia/baku", "bad-zone", "10:30 Asia/Baku"),
        ("10:30 Asia/Bakoo", "bad-zone", "10:30 Asia/Baku"),
        ("10:30 Baku", "bad-zone", "10:30 Asia/Baku"),
        ("10:30 New York", "bad-zone", "10:30 America/New_York"),
        ("10:30 +04:00", "bad-zone", None),
        ("10:30 EST", "bad-zone", None),
        ("10:30 ../../etc/passwd", "bad-zone", None),
        ("10:30 localtime", "bad-zone", None),
    ],
)
def test_times_refused(text: str, rule: str, suggestion: str | None) -> None:
    with pytest.raises(NotationError) as caught:
        LocalTime.parse(text)
    assert (caught.value.rule, caught.value.suggestion) == (rule, suggestion)
    assert caught.value.hint


def test_zones_are_spelt_exactly() -> None:
    assert is_zone("America/Argentina/Buenos_Aires")
    assert not is_zone("america/new_york")


@pytest.mark.parametrize(
    ("text", "minutes"), [("PT90M", 90), ("PT1H30M", 90), ("P1D", 1440), ("P1DT2H", 1560), ("P2W", 20160)]
)
def test_durations(text: str, minutes: int) -> None:
    assert Duration.parse(text).length == dt.timedelta(minutes=minutes)


def test_a_duration_keeps_the_units_it_was_written_in() -> None:
    ninety, hour_and_half = Duration.parse("PT90M"), Duration.parse("PT1H30M")
    assert (ninety.hours, ninety.minutes) == (0, 90)
    assert (hour_and_half.hours, hour_and_half.minutes) == (1, 30)


@pytest.mark.parametrize(
    ("text", "suggestion"),
    [
        ("90", "PT90M"),
        ("90 min", "PT90M"),
        ("1 h 30 min", "PT1H30M"),
        ("2 Stunden", "PT2H"),
        ("P1M", None),
        ("P1Y", None),
        ("PT", None),
        ("P", None),
        ("PT0M", None),
        ("P1DT", None),
        ("", None),
    ],
)
def test_durations_refused(text: str, suggestion: str | None) -> None:
    with pytest.raises(NotationError) as caught:
        Duration.parse(text)
    assert (caught.value.rule, caught.value.suggestion) == ("bad-time", suggestion)


def test_a_moment_is_a_day() -> None:
    moment = Moment.parse("2023-09-26")
    assert (moment.day, moment.instant) == (dt.date(2023, 9, 26), None)


def test_a_moment_is_an_instant_and_its_day_is_the_local_one() -> None:
    moment = Moment.parse("2023-09-27T01:30+04:00")
    assert moment.instant == dt.datetime(2023, 9, 26, 21, 30, tzinfo=dt.UTC)
    assert moment.day == dt.date(2023, 9, 27)


def test_moments_sort_by_time() -> None:
    texts = ["2023-09-26T14:30Z", "2023-09-26T14:30+04:00", "2023-09-26", "2023-09-25T23:00:10Z"]
    ordered = sorted(map(Moment.parse, texts), key=lambda moment: moment.sort_key)
    assert [moment.text for moment in ordered] == [texts[3], texts[2], texts[1], texts[0]]


@pytest.mark.parametrize(
    ("text", "rule", "suggestion"),
    [
        ("2023-09-26T14:30", "bad-zone", None),
        ("2023-09-26 14:30Z", "bad-time", "2023-09-26T14:30Z"),
        ("2023-09-26T14:30+0400", "bad-time", "2023-09-26T14:30+04:00"),
        ("2023-09-26T25:30Z", "bad-time", None),
        ("2023-09-26T14:30+25:00", "bad-time", None),
        ("2023-09-31T10:00Z", "impossible-date", None),
        ("2023-09-31", "impossible-date", None),
        ("2023-09", "bad-date", None),
        ("2023-09-26?", "bad-date", None),
        ("26.09.2023", "bad-date", "2023-09-26"),
    ],
)
def test_moments_refused(text: str, rule: str, suggestion: str | None) -> None:
    with pytest.raises(NotationError) as caught:
        Moment.parse(text)
    assert (caught.value.rule, caught.value.suggestion) == (rule, suggestion)


def test_a_moment_with_a_wrong_day_fails_as_a_date_does() -> None:
    with pytest.raises(DateError):
        Moment.parse("2023-02-30T10:00Z")


@pytest.mark.parametrize(
    ("kind", "text", "wrong", "rule"),
    [
        (LocalTime, "10:30 Asia/Baku", "10:30 Asia/Bakoo", "bad-zone"),
        (Duration, "PT90M", "90", "bad-time"),
        (Moment, "2023-09-26T10:30Z", "2023-02-30", "impossible-date"),
    ],
)
def test_pydantic_reads_and_reports_them(kind: type, text: str, wrong: str, rule: str) -> None:
    adapter: TypeAdapter[object] = TypeAdapter(kind)
    assert adapter.dump_python(adapter.validate_python(text)) == text
    with pytest.raises(ValidationError) as caught:
        adapter.validate_python(wrong)
    assert caught.value.errors()[0]["type"] == rule
    assert caught.value.errors()[0]["ctx"]["hint"]
