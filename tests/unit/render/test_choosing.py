"""What the page of all contacts chooses from: each facet leads where its pages lead."""

from __future__ import annotations

import json
from typing import Any

import pytest

from dragoman.i18n.messages import load_messages
from dragoman.render.choosing import make_choice
from dragoman.render.html import translate_sections
from dragoman.site.addresses import SECTIONS, Addresses
from dragoman.site.catalog import Catalog
from dragoman.site.plan.calendar import list_months
from tests.unit.render.rendered_world import make_theme
from tests.unit.site.world import make_world

EVENTS: dict[str, dict[str, Any]] = {
    "2024-02-01-call": {"date": "2024-02-01"},
    "2024-02-02-hour": {"date": "2024-02-02", "time": "03:30 Asia/Yerevan", "duration": "PT90M"},
    "2024-03-letter": {"date": "2024-03", "type": "letter", "topics": ["fish"]},
    "2024-05-01-days": {"date": "2024-05-01/2024-05-03", "status": "announced", "title": {"de": "Nur deutsch"}},
    "2023-year": {"date": "2023", "updated": "2024-04-02"},
    "2024-04-01-old": {"date": "2024-04-01", "retracted": {"date": "2024-05-01", "text": {"en": "Made up."}}},
}


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return make_world(EVENTS)


@pytest.fixture(scope="module")
def files(catalog: Catalog) -> dict[str, dict[str, Any]]:
    folders = make_theme().locale_folders
    slugs = {language: translate_sections(load_messages(language, folders)) for language in ("de", "en")}
    made = make_choice(catalog, Addresses(url="https://example.org/trial/", slugs=slugs), "en")
    return {file.path: json.loads(file.content) for file in made}


@pytest.fixture(scope="module")
def choice(files: dict[str, dict[str, Any]]) -> dict[str, Any]:
    return files["en/events/contacts.json"]


@pytest.fixture(scope="module")
def details(files: dict[str, dict[str, Any]], choice: dict[str, Any]) -> dict[str, list[str]]:
    """The details of each contact by its id."""
    lists = files["en/events/details.json"]["events"]
    return {event[0]: entry for event, entry in zip(choice["events"], lists, strict=True)}


def ids(choice: dict[str, Any], facet: str, value: str, column: int) -> set[str]:
    number = [entry[0] for entry in choice["facets"][facet]].index(value)
    return {event[0] for event in choice["events"] if number in (event[column] if column > 3 else [event[column]])}


def test_a_retracted_contact_cannot_be_chosen(choice: dict[str, Any]) -> None:
    assert [event[0] for event in choice["events"]] == [key for key in sorted(EVENTS) if "old" not in key]


@pytest.mark.parametrize(("facet", "column"), [("side", 4), ("person", 5), ("topic", 6)])
def test_a_value_leads_to_the_contacts_of_its_page(
    choice: dict[str, Any], catalog: Catalog, facet: str, column: int
) -> None:
    by_id = {"side": catalog.by_side, "person": catalog.by_person, "topic": catalog.by_topic}[facet]
    assert [value for value, _ in choice["facets"][facet]]
    for value, _ in choice["facets"][facet]:
        assert ids(choice, facet, value, column) == {event.id for event in by_id[value]}


def test_a_broader_topic_includes_the_narrower(choice: dict[str, Any]) -> None:
    assert ids(choice, "topic", "nature", 6) == ids(choice, "topic", "weather", 6)


def test_types_and_statuses_are_the_models_words(choice: dict[str, Any]) -> None:
    assert ids(choice, "type", "letter", 2) == {"2024-03-letter"}
    assert ids(choice, "status", "announced", 3) == {"2024-05-01-days"}


def test_names_are_sorted_and_a_missing_title_falls_back(choice: dict[str, Any], details: dict[str, list[str]]) -> None:
    assert choice["facets"]["person"] == [["kari", "Nor, Kari"], ["sepp", "Sepp Öster"]]
    assert details["2024-05-01-days"][0] == "Nur deutsch"


def test_no_day_and_no_hour_is_invented(choice: dict[str, Any], details: dict[str, list[str]]) -> None:
    assert {event[0]: event[1] for event in choice["events"]} == {
        "2023-year": "2023",
        "2024-02-01-call": "2024/02",
        "2024-02-02-hour": "2024/02",
        "2024-03-letter": "2024/03",
        "2024-05-01-days": "2024/05",
    }
    assert {event: entry[1:] for event, entry in details.items()} == {
        "2023-year": ["2023", "2024-04-02T00:00:00Z"],
        "2024-02-01-call": ["2024-02-01", "2024-01-01T00:00:00Z", "2024-02-01", "2024-02-02"],
        "2024-02-02-hour": ["2024-02-02", "2024-01-01T00:00:00Z", "2024-02-01T23:30:00Z", "2024-02-02T01:00:00Z"],
        "2024-03-letter": ["2024-03", "2024-01-01T00:00:00Z"],
        "2024-05-01-days": ["2024-05-01/2024-05-03", "2024-01-01T00:00:00Z", "2024-05-01", "2024-05-04"],
    }


def test_a_contact_is_looked_for_on_the_part_of_its_month_that_has_its_card() -> None:
    catalog = make_world(
        {f"2024-02-{day:02}-{index}": {"date": f"2024-02-{day:02}"} for day in range(1, 29) for index in range(3)}
    )
    addresses = Addresses(url="https://example.org/", slugs={"en": {name: name for name in SECTIONS}})
    choice = json.loads(make_choice(catalog, addresses, "en")[0].content)
    folders = [event[1] for event in choice["events"]]
    parts = list_months(catalog)[2024, 2]
    assert len(parts) == 2
    assert folders == ["2024/02"] * len(parts[0]) + ["2024/02/2"] * len(parts[1])
