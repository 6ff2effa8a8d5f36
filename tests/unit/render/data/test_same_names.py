"""Names, offices, places, topics and sources are the same wherever a format has them, whatever signs they have."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from typing import Any

import icalendar
import vobject
from bs4 import BeautifulSoup
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from dragoman.render.data.plain import exact_span
from dragoman.render.data.records import make_data_set
from dragoman.render.linked_data import make_linked_data
from dragoman.render.linked_data.things import Speaker
from dragoman.render.markdown import to_plain
from dragoman.site.addresses import SECTIONS
from dragoman.site.catalog import Catalog
from dragoman.site.plan import plan_pages
from tests.unit.render.data.test_same_values import ATOM, DATES, EVENT_ID, LOCALIZED, TEXT
from tests.unit.render.outputs_world import ADDRESSES, LANGUAGES, make_catalog, make_files, read_as_lines
from tests.unit.site.world import FACTS

Given = Mapping[str, Any]


@st.composite
def worlds(draw: st.DrawFn) -> dict[str, Any]:
    """What a contact refers to, under whatever names."""
    office = {"id": "minister", "of": "no-mfa", "title": draw(LOCALIZED), "from": "2020"}
    return {
        "date": draw(st.sampled_from(DATES)),
        "summary": {"en": "Forty signs are what a summary has at least: " + draw(TEXT)},
        "person": draw(LOCALIZED),
        "office": office,
        "place": draw(LOCALIZED),
        "topic": draw(LOCALIZED),
        "source": {"url": "https://example.org/1?a=1&b=;,", "publisher": draw(TEXT), "title": draw(TEXT), "lang": "en"},
    }


def make(world: Given) -> Catalog:
    event = {
        "date": world["date"],
        "summary": world["summary"],
        "place": "oslo",
        "topics": ["cod"],
        "sources": {"paper": world["source"]},
        "readouts": [{"id": "no-mfa", "by": "no-mfa", "kind": "press-release", "source": "paper", "points": []}],
    }
    return make_catalog(
        {EVENT_ID: event},
        people={"kari": {"name": world["person"], "offices": [world["office"]]}},
        places={"oslo": {"name": world["place"], "kind": "city", "lat": "59.91", "lon": "10.75"}},
        topics={"cod": {"name": world["topic"]}},
    )


def say(text: Mapping[str, str], language: str) -> str:
    """What a page in this language says, which may be the text in the other."""
    return text.get(language) or text["en" if language == "de" else "de"]


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(worlds())
def test_every_name_is_the_same_in_every_format(world: dict[str, Any]) -> None:
    catalog = make(world)
    files = make_files(catalog)
    world = {**read_as_lines(world), "summary": world["summary"]}
    check_records(catalog, files, world)
    check_map(files, world)
    check_event_data(files, world)
    for language in LANGUAGES:
        check_calendar(files[f"{language}/calendar.ics"], world, language)
        check_feeds(files, world, language)
        check_timeline(files[f"{language}/timeline.json"], world, language)
        check_embedding(files, catalog, world, language)
        check_linked_data(catalog, world, language)


def check_records(catalog: Catalog, files: Mapping[str, bytes], world: Given) -> None:
    data = make_data_set(catalog, ADDRESSES)
    (event,) = data.events
    (kari,) = (present for present in event["participants"] if present["person"] == "kari")
    assert (kari["name"], kari["office_title"]) == (world["person"], world["office"]["title"])
    (source,) = event["sources"]
    assert {name: source[name] for name in world["source"]} == world["source"]
    database = sqlite3.connect(":memory:")
    database.deserialize(files["data/contacts.sqlite"])
    query = "SELECT name_de, name_en, office_title_de, office_title_en FROM participants WHERE person = 'kari'"
    title = world["office"]["title"]
    assert database.execute(query).fetchall() == [
        (world["person"].get("de"), world["person"]["en"], title.get("de"), title["en"])
    ]
    query = "SELECT url, publisher, title FROM sources"
    assert database.execute(query).fetchall() == [tuple(world["source"][key] for key in ("url", "publisher", "title"))]
    database.close()


def check_map(files: Mapping[str, bytes], world: Given) -> None:
    (place,) = json.loads(files["data/places.geojson"])["features"]
    assert (place["properties"]["name"], place["geometry"]["coordinates"]) == (world["place"], [10.75, 59.91])
    (contact,) = json.loads(files["data/events.geojson"])["features"]
    assert (contact["id"], contact["properties"]["date"]) == (EVENT_ID, world["date"])


def check_event_data(files: Mapping[str, bytes], world: Given) -> None:
    rows = [json.loads(line) for line in files["data/plover.jsonl"].splitlines()]
    assert [(row["id"], row["date"], row["topics"]) for row in rows] == (
        [(EVENT_ID, "2023-09-26", ["cod"])] if world["date"] == "2023-09-26" else []
    )


def check_calendar(content: bytes, world: Given, language: str) -> None:
    found: Any = list(icalendar.Calendar.from_ical(content).walk("VEVENT"))
    others = vobject.readOne(content.decode()).contents.get("vevent", [])
    assert len(found) == len(others) == (exact_span(make(world).events[EVENT_ID].record.date) is not None)
    for event, other in zip(found, others, strict=True):
        assert str(event["LOCATION"]) == other.location.value == say(world["place"], language)
        assert [str(category) for category in event["CATEGORIES"].cats] == [say(world["topic"], language)]
        summary = to_plain(say(world["summary"], language))
        assert str(event["DESCRIPTION"]) == other.description.value == summary


def check_feeds(files: Mapping[str, bytes], world: Given, language: str) -> None:
    (item,) = json.loads(files[f"{language}/feed.json"])["items"]
    assert item["tags"] == [say(world["topic"], language)]
    entry: Any = etree.fromstring(files[f"{language}/feed.atom"]).find("a:entry", namespaces=ATOM)
    assert [found.get("term") for found in entry.findall("a:category", namespaces=ATOM)] == item["tags"]
    assert read_text(item["content_html"]).endswith(squeeze(to_plain(say(world["summary"], language))))
    assert entry.findtext("a:summary", namespaces=ATOM) == item["content_html"]


def check_timeline(content: bytes, world: Given, language: str) -> None:
    for slide in json.loads(content)["events"]:
        assert read_text(slide["text"]["headline"]) == squeeze({"de": "Ein Anruf", "en": "A call"}[language])
        assert read_text(slide["text"]["text"]) == squeeze(to_plain(say(world["summary"], language)))


def check_embedding(files: Mapping[str, bytes], catalog: Catalog, world: Given, language: str) -> None:
    answer = json.loads(files[ADDRESSES.beside(language, catalog.events[EVENT_ID], "oembed.json")])
    assert squeeze(to_plain(say(world["summary"], language))) in read_text(answer["html"])


def check_linked_data(catalog: Catalog, world: Given, language: str) -> None:
    path = ADDRESSES.of(language, catalog.events[EVENT_ID])
    (page,) = (page for page in plan_pages(catalog, ADDRESSES, [], FACTS) if page.path == path)
    speaker = Speaker(site=catalog.site, addresses=ADDRESSES, language=language, versions={})
    script = BeautifulSoup(make_linked_data(page, speaker, {section: section for section in SECTIONS}), "lxml").script
    assert script
    graph = json.loads(str(script.string))["@graph"]
    (contact,) = (node for node in graph if node["@type"] == "Event")
    (kari,) = (
        person
        for person in [*contact.get("attendee", ()), *contact.get("organizer", ())]
        if person["@id"].endswith("/kari")
    )
    assert (kari["name"], kari["jobTitle"]) == (say(world["person"], language), say(world["office"]["title"], language))
    assert [place["name"] for place in contact["location"]] == [say(world["place"], language)]
    assert [topic["name"] for topic in contact["about"]] == [say(world["topic"], language)]
    assert contact["description"] == to_plain(say(world["summary"], language))
    (work,) = (node for node in graph if node["@id"].endswith("/readout/no-mfa"))
    (source,) = work["subjectOf"]
    assert (source["name"], source["publisher"]["name"]) == (world["source"]["title"], world["source"]["publisher"])


def read_text(markup: str) -> str:
    return squeeze(BeautifulSoup(markup, "lxml").get_text(" "))


def squeeze(text: str) -> str:
    """Without blanks, which HTML and plain text put differently between blocks."""
    return "".join(text.split())
