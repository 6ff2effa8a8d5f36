"""Choosing among all contacts: what is shown, said, kept in the address and taken away."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import icalendar
import pytest
from playwright.sync_api import Browser, expect

from tests.browser.visitor import Device, Visitor, visiting
from tests.built_site import BuiltSite

Visit = Callable[[Device], Visitor]
EVENTS = "en/events/"


@pytest.fixture(scope="session")
def records(real_site: BuiltSite) -> dict[str, Any]:
    """What the page chooses from, and the details of each contact."""
    read: dict[str, Any] = json.loads((real_site.output / f"{EVENTS}contacts.json").read_bytes())
    return {**read, "details": json.loads((real_site.output / f"{EVENTS}details.json").read_bytes())}


def count(records: dict[str, Any], **chosen: set[str]) -> int:
    """How many contacts have one of the values in each facet, computed apart from the page's script."""
    columns = {"side": 4, "topic": 6}
    wanted = {
        name: {index for index, (value, _) in enumerate(records["facets"][name]) if value in values}
        for name, values in chosen.items()
    }
    return sum(
        all(set(event[columns[name]]) & numbers for name, numbers in wanted.items()) for event in records["events"]
    )


def open_choice(visitor: Visitor, query: str = "") -> None:
    visitor.go(f"{EVENTS}{query}")
    expect(visitor.page.locator("#filter")).to_be_visible()


def choose(visitor: Visitor, facet: str, *values: str) -> None:
    box = visitor.page.locator(f"[data-facet={facet}]")
    if box.get_attribute("open") is None:
        box.locator("summary").click()
    for value in values:
        box.locator(f"input[value={value}]").click()


def cards(visitor: Visitor) -> list[str]:
    """The ids of the contacts shown."""
    links = visitor.page.locator("#chosen .card .title a")
    return [str(link.get_attribute("href")).split("/")[-2] for link in links.all()]


def test_without_script_nothing_is_offered_that_needs_it(visit: Visit) -> None:
    visitor = visit(Device.WITHOUT_SCRIPT)
    visitor.go(EVENTS)
    assert not visitor.page.locator("#filter").is_visible()
    assert visitor.page.locator("main .strip a").count() > 10
    assert visitor.page.locator("main .card").count() >= 10


def test_values_of_a_facet_mean_or_and_facets_mean_and_said_in_words(visit: Visit, records: dict[str, Any]) -> None:
    visitor = visit(Device.DESKTOP)
    open_choice(visitor)
    found = visitor.page.locator("#filter .found")
    choose(visitor, "side", "az", "us")
    either = count(records, side={"az", "us"})
    assert count(records, side={"az"}) < either
    expect(found).to_have_text(f"Contacts chosen: {either} of {len(records['events'])}")
    choose(visitor, "topic", "humanitarian-access")
    both = count(records, side={"az", "us"}, topic={"humanitarian-access"})
    assert 0 < both < either
    expect(found).to_have_text(f"Contacts chosen: {both} of {len(records['events'])}")
    expect(visitor.page.locator("#filter .chosen")).to_have_text(
        "Side: Azerbaijan or United States and Topic: Humanitarian situation and access"
    )
    assert found.get_attribute("role") == "status"
    assert visitor.console == []


def test_the_cards_are_those_of_the_pages_and_their_links_lead_on(visit: Visit, real_site: BuiltSite) -> None:
    visitor = visit(Device.DESKTOP)
    open_choice(visitor, "?year=2025")
    expect(visitor.page.locator("#chosen .card").first).to_be_visible()
    shown = visitor.page.locator("#chosen .card").first
    link = shown.locator(".title a")
    address = str(link.get_attribute("href")).replace(visitor.home, real_site.url)
    assert real_site.file_at(address.removesuffix("index.html")) is not None
    title = link.inner_text()
    link.click()
    expect(visitor.page.locator("h1")).to_contain_text(title)
    expect(visitor.page.locator(".facts")).to_be_visible()


def test_more_are_shown_on_demand_and_the_first_of_them_is_next(visit: Visit) -> None:
    visitor = visit(Device.DESKTOP)
    open_choice(visitor, "?year=2023")
    expect(visitor.page.locator("#chosen .card")).to_have_count(10)
    visitor.page.locator("#chosen button").click()
    expect(visitor.page.locator("#chosen .card")).to_have_count(20)
    eleventh = visitor.page.locator("#chosen .card .title a").nth(10)
    expect(eleventh).to_be_focused()


def test_back_and_forward_and_a_shared_address_choose_the_same(visit: Visit, records: dict[str, Any]) -> None:
    visitor = visit(Device.DESKTOP)
    open_choice(visitor)
    found = visitor.page.locator("#filter .found")
    choose(visitor, "side", "az")
    choose(visitor, "side", "us")
    expect(visitor.page).to_have_url(re.compile(r"\?side=az&side=us$"))
    visitor.page.go_back()
    expect(found).to_contain_text(f": {count(records, side={'az'})} ")
    expect(visitor.page.locator("[data-facet=side] input[value=us]")).not_to_be_checked()
    visitor.page.go_forward()
    expect(found).to_contain_text(f": {count(records, side={'az', 'us'})} ")
    expect(visitor.page.locator("[data-facet=side] input[value=us]")).to_be_checked()
    open_choice(visitor, "?side=az&side=us")
    expect(found).to_contain_text(f": {count(records, side={'az', 'us'})} ")


def test_what_a_strange_address_asks_for_is_ignored(visit: Visit, records: dict[str, Any]) -> None:
    visitor = visit(Device.DESKTOP)
    open_choice(visitor, "?side=%3Cscript%3E&nonsense=1")
    expect(visitor.page.locator("#filter .found")).to_contain_text(f"{len(records['events'])} of")
    expect(visitor.page.locator("#chosen")).to_be_hidden()


def test_all_comes_back_at_once_and_the_keyboard_stays_in_the_form(visit: Visit) -> None:
    visitor = visit(Device.DESKTOP)
    open_choice(visitor, "?year=2025&side=az")
    visitor.page.locator("#filter [type=reset]").focus()
    visitor.page.keyboard.press("Enter")
    expect(visitor.page).to_have_url(re.compile(r"/events/$"))
    expect(visitor.page.locator("main .strip")).to_be_visible()
    expect(visitor.page.locator("#filter:focus-within")).to_be_visible()


def test_the_keyboard_alone_chooses(visit: Visit) -> None:
    visitor = visit(Device.DESKTOP)
    open_choice(visitor)
    visitor.page.locator("[data-facet=type] summary").focus()
    visitor.page.keyboard.press("Enter")
    expect(visitor.page.locator("[data-facet=type] li").first).to_be_visible()
    visitor.page.keyboard.press("Tab")
    visitor.page.keyboard.press("Space")
    expect(visitor.page).to_have_url(re.compile(r"\?type="))
    expect(visitor.page.locator("#chosen .card").first).to_be_visible()


def test_what_is_shown_can_be_taken_away_as_a_table(visit: Visit, records: dict[str, Any], tmp_path: Path) -> None:
    visitor = visit(Device.DESKTOP)
    open_choice(visitor, "?side=az&topic=humanitarian-access")
    with visitor.page.expect_download() as download:
        visitor.page.locator("[data-save=csv]").click()
    download.value.save_as(tmp_path / "contacts.csv")
    lines = list(csv.DictReader(io.StringIO((tmp_path / "contacts.csv").read_text("utf-8-sig"))))
    assert len(lines) == count(records, side={"az"}, topic={"humanitarian-access"})
    details, url = records["details"]["events"], records["details"]["url"]
    by_address = {f"{url}{event[0]}/": entry for event, entry in zip(records["events"], details, strict=True)}
    for line in lines:
        title, date, _, begin, end = [*by_address[line["Address"]], "", ""][:5]
        assert (line["Title"], line["Date"]) == (title, date)
        assert (line["Began (UTC)"], line["Ended (UTC)"]) == tuple(time if "T" in time else "" for time in (begin, end))
        assert "Azerbaijan" in line["Sides"].split("; ")


def test_what_is_shown_can_be_taken_away_as_a_calendar(
    visit: Visit, real_site: BuiltSite, records: dict[str, Any], tmp_path: Path
) -> None:
    visitor = visit(Device.DESKTOP)
    open_choice(visitor, "?side=az&side=am&side=de&side=us&side=eu")
    with visitor.page.expect_download() as download:
        visitor.page.locator("[data-save=ics]").click()
    download.value.save_as(tmp_path / "contacts.ics")
    raw = (tmp_path / "contacts.ics").read_bytes()
    assert max(len(line) for line in raw.split(b"\r\n")) <= 75
    found = {str(entry["uid"]): entry for entry in icalendar.Calendar.from_ical(raw).walk("VEVENT")}
    dated = [entry for entry in records["details"]["events"] if len(entry) > 3]
    assert any("T" in entry[3] for entry in dated), "no contact has an hour"
    assert 0 < len(found) <= len(dated)
    # The same contacts as the calendar that the build has made say the same of themselves.
    whole = icalendar.Calendar.from_ical((real_site.output / "en/calendar.ics").read_bytes())
    made = {str(entry["uid"]): entry for entry in whole.walk("VEVENT")}
    assert found.keys() <= made.keys()
    for uid, entry in found.items():
        assert str(entry["summary"]) == str(made[uid]["summary"])
        assert str(entry["url"]) == str(made[uid]["url"])
        assert str(entry["status"]) == str(made[uid]["status"])
        for time in ("dtstart", "dtend", "dtstamp"):
            assert (time in entry) == (time in made[uid])
            assert time not in entry or entry.decoded(time) == made[uid].decoded(time)


def test_from_disk_nothing_is_offered_and_nothing_said(browser: Browser, real_site: BuiltSite) -> None:
    with visiting(browser, f"{real_site.output.as_uri()}/", Device.DESKTOP) as visitor:
        visitor.go(f"{EVENTS}index.html")
        visitor.page.wait_for_timeout(300)
        assert not visitor.page.locator("#filter").is_visible()
        assert visitor.console == []
