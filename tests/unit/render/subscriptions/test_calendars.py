"""Calendars, as two programs for calendars read them."""

from __future__ import annotations

import datetime as dt
from typing import Any

import icalendar
import pytest
import vobject

from tests.unit.render.outputs_world import make_catalog, make_files
from tests.unit.site.world import make_world

OSLO = {
    "oslo": {"name": {"de": "Oslo", "en": "Oslo; Norway, by the fjord"}, "kind": "city", "lat": "59.91", "lon": "10.75"}
}


def read_one(event: dict[str, Any], language: str = "en", **more: Any) -> Any:
    """The one contact of a calendar; both parsers must find it."""
    content = make_files(make_world({"2024-01-01-a": {"date": "2024-01-01", **event}}, **more))[
        f"{language}/calendar.ics"
    ]
    found: Any
    (found,) = icalendar.Calendar.from_ical(content).walk("VEVENT")
    other = vobject.readOne(content.decode()).vevent
    assert other.uid.value == found["UID"]
    assert other.summary.value == str(found["SUMMARY"])
    assert other.dtstart.value == found["DTSTART"].dt
    return found


def test_a_day_is_a_whole_day_whose_end_is_the_next() -> None:
    found = read_one({})
    assert (found["DTSTART"].dt, found["DTEND"].dt) == (dt.date(2024, 1, 1), dt.date(2024, 1, 2))
    assert (found["DTSTART"].params["VALUE"], found["STATUS"]) == ("DATE", "CONFIRMED")


def test_days_in_a_row_are_one_entry() -> None:
    found = read_one({"date": "2024-01-01/2024-01-03"})
    assert (found["DTSTART"].dt, found["DTEND"].dt) == (dt.date(2024, 1, 1), dt.date(2024, 1, 4))


def test_a_known_time_is_that_instant_for_its_duration() -> None:
    found = read_one({"time": "10:30 Asia/Baku", "duration": "PT90M"})
    assert found["DTSTART"].dt == dt.datetime(2024, 1, 1, 6, 30, tzinfo=dt.UTC)
    assert found["DTEND"].dt == dt.datetime(2024, 1, 1, 8, 0, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    "date",
    ["2024-01", "2024", "2024-01-01?", "2024-01-01~", "2024-01-01/..", "[2024-01-01,2024-01-02]", "2024-01-01/2024-01"],
)
def test_a_contact_whose_days_are_not_known_is_left_out(date: str) -> None:
    files = make_files(make_world({"2024-a": {"date": date}}))
    assert not any(b"VEVENT" in content for path, content in files.items() if path.endswith(".ics"))


def test_the_number_of_a_revision_grows_with_each_change_and_the_id_stays() -> None:
    first = read_one({})
    second = read_one({"updated": "2024-01-05"})
    third = read_one(
        {"updated": "2024-01-05", "corrections": [{"date": "2024-01-05T10:00Z", "text": {"en": "It was noon."}}]}
    )
    assert first["SEQUENCE"] == 0 < second["SEQUENCE"] < third["SEQUENCE"]
    assert first["UID"] == second["UID"] == third["UID"] == "2024-01-01-a@example.org.2026"
    assert third["LAST-MODIFIED"].dt == dt.datetime(2024, 1, 5, 10, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("status", "shown"),
    [("held", "CONFIRMED"), ("announced", "TENTATIVE"), ("cancelled", "CANCELLED"), ("denied", "CANCELLED")],
)
def test_the_status_is_the_nearest_that_calendars_have(status: str, shown: str) -> None:
    assert read_one({"status": status})["STATUS"] == shown


def test_a_retracted_contact_is_cancelled_and_says_why() -> None:
    found = read_one({"retracted": {"date": "2024-05-01", "text": {"en": "It *never* took place."}}})
    assert found["STATUS"] == "CANCELLED"
    assert (str(found["SUMMARY"]), str(found["DESCRIPTION"])) == ("Retracted: A call", "It never took place.")


def test_each_text_names_its_language() -> None:
    found = read_one({"title": {"de": "Ein Anruf"}, "place": "oslo"}, places=OSLO)
    assert found["SUMMARY"].params["LANGUAGE"] == "de"
    assert found["DESCRIPTION"].params["LANGUAGE"] == "en"
    assert str(found["LOCATION"]) == "Oslo; Norway, by the fjord"
    assert (found["GEO"].latitude, found["GEO"].longitude) == (59.91, 10.75)


def test_a_calendar_names_itself_and_lies_beside_its_page() -> None:
    files = make_files(make_catalog({"2024-01-01-a": {"date": "2024-01-01"}}))
    calendar: Any = icalendar.Calendar.from_ical(files["de/paare/at-no/calendar.ics"])
    assert str(calendar["NAME"]) == "Probe: Norwegen – Österreich"
    assert str(calendar["SOURCE"]) == "https://example.org/trial/de/paare/at-no/calendar.ics"
    assert len(calendar.walk("VEVENT")) == 1
