"""What the page of all contacts chooses from: each facet leads where its pages lead."""

from __future__ import annotations

import json
from typing import Any

import pytest

from dragoman.i18n.messages import load_messages
from dragoman.render.choosing import make_choice
from dragoman.render.html import translate_sections
from dragoman.site.addresses import Addresses
from dragoman.site.catalog import Catalog
from tests.unit.render.rendered_world import make_theme
from tests.unit.site.world import make_world

EVENTS: dict[str, dict[str, Any]] = {
    "2024-02-01-call": {"date": "2024-02-01"},
    "2024-03-letter": {"date": "2024-03", "type": "letter", "topics": ["fish"]},
    "2024-05-01-days": {"date": "2024-05-01/2024-05-03", "status": "announced", "title": {"de": "Nur deutsch"}},
    "2023-year": {"date": "2023", "updated": "2024-04-02"},
    "2024-04-01-old": {"date": "2024-04-01", "retracted": {"date": "2024-05-01", "text": {"en": "Made up."}}},
}


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return make_world(EVENTS)


@pytest.fixture(scope="module")
def choice(catalog: Catalog) -> dict[str, Any]:
    folders = make_theme().locale_folders
    slugs = {language: translate_sections(load_messages(language, folders)) for language in ("de", "en")}
    file = make_choice(catalog, Addresses(url="https://example.org/trial/", slugs=slugs), "en")
    assert file.path == "en/events/contacts.json"
    read: dict[str, Any] = json.loads(file.content)
    return read


def ids(choice: dict[str, Any], facet: str, value: str, column: int) -> set[str]:
    number = [entry[0] for entry in choice["facets"][facet]].index(value)
    return {event[0] for event in choice["events"] if number in (event[column] if column > 5 else [event[column]])}


def test_a_retracted_contact_cannot_be_chosen(choice: dict[str, Any]) -> None:
    assert [event[0] for event in choice["events"]] == [key for key in sorted(EVENTS) if "old" not in key]


@pytest.mark.parametrize(("facet", "column"), [("side", 6), ("person", 7), ("topic", 8)])
def test_a_value_leads_to_the_contacts_of_its_page(
    choice: dict[str, Any], catalog: Catalog, facet: str, column: int
) -> None:
    by_id = {"side": catalog.by_side, "person": catalog.by_person, "topic": catalog.by_topic}[facet]
    assert [value for value, _ in choice["facets"][facet]]
    for value, _ in choice["facets"][facet]:
        assert ids(choice, facet, value, column) == {event.id for event in by_id[value]}


def test_a_broader_topic_includes_the_narrower(choice: dict[str, Any]) -> None:
    assert ids(choice, "topic", "nature", 8) == ids(choice, "topic", "weather", 8)


def test_types_and_statuses_are_the_models_words(choice: dict[str, Any]) -> None:
    assert ids(choice, "type", "letter", 4) == {"2024-03-letter"}
    assert ids(choice, "status", "announced", 5) == {"2024-05-01-days"}


def test_names_are_sorted_and_a_missing_title_falls_back(choice: dict[str, Any]) -> None:
    assert choice["facets"]["person"] == [["kari", "Nor, Kari"], ["sepp", "Sepp Öster"]]
    assert {event[0]: event[1] for event in choice["events"]}["2024-05-01-days"] == "Nur deutsch"


def test_no_day_is_invented(choice: dict[str, Any]) -> None:
    rest = {event[0]: [event[2], event[3], *event[10:]] for event in choice["events"]}
    assert rest == {
        "2023-year": ["2023", "2023", "2024-04-02"],
        "2024-02-01-call": ["2024-02-01", "2024/02", "2024-01-01", "2024-02-01", "2024-02-01"],
        "2024-03-letter": ["2024-03", "2024/03", "2024-01-01"],
        "2024-05-01-days": ["2024-05-01/2024-05-03", "2024/05", "2024-01-01", "2024-05-01", "2024-05-03"],
    }
