"""What one format says, all say: for random records, every value read back from each equals that of the record."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
from collections.abc import Mapping
from typing import Any

import bibtexparser
import icalendar
import rispy
from bibtexparser.middlewares import LatexDecodingMiddleware
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from dragoman.model.dates import EdtfDate
from dragoman.render.data.columns import CellValue, Table, Type
from dragoman.render.data.csv_files import unguard
from dragoman.render.data.plain import exact_span
from dragoman.render.data.records import make_data_set
from dragoman.render.data.tables import make_tables
from dragoman.render.linked_data import make_linked_data
from dragoman.render.linked_data.things import Speaker
from dragoman.site.addresses import SECTIONS
from dragoman.site.plan import plan_pages
from tests.unit.render.outputs_world import ADDRESSES, AWKWARD, LANGUAGES, make_catalog, make_files, read_as_lines
from tests.unit.site.world import FACTS

ATOM = {"a": "http://www.w3.org/2005/Atom"}
DATES = (
    "2023-09-26", "2023-09-26?", "2023-09-26~", "2023-09-26%", "2023-09", "2023-09-XX", "2023", "2023?", "2023-21",
    "2023-09-25/2023-09-28", "2023-09-25/2023-10", "2023-09-25?/2023-09-28", "../2023-09-26", "2023-09-26/..",
    "[2023-09-25,2023-09-26]", "[2023-09-08..2025-05-16]",
)  # fmt: skip
PIECES = st.sampled_from(
    (
        *"=+-@;,\"'<>&\\{}%$#_~^|:",
        "</script>",
        "<!--",
        "]]>",
        "مرحبا",
        "שלום",
        "e\u0301",
        "🕊️",
        "Ə",
        " ",
        "\t",
        "\n=",
        "\n-",
        ";+",
        "'=",
        "''@",
        "word",
        "``",
        "?`",
        "--",
        "1",
        "\u2028",
        "＝1",
        "\xa0",
    )
)
TEXT = st.lists(PIECES, min_size=1, max_size=12).map("".join).filter(str.strip) | st.just(AWKWARD)
LOCALIZED = st.fixed_dictionaries({"en": TEXT}, optional={"de": TEXT})


@st.composite
def events(draw: st.DrawFn) -> dict[str, Any]:
    """An event with whatever text in every field that takes one."""
    source = {"url": "https://example.org/1", "publisher": draw(TEXT), "title": draw(TEXT), "lang": "en"}
    return {
        "date": draw(st.sampled_from(DATES)),
        "title": draw(LOCALIZED),
        "summary": {"en": "Forty signs are what a summary has at least: " + draw(TEXT)},
        "venue": draw(LOCALIZED),
        "status": draw(st.sampled_from(("held", "announced", "cancelled", "denied"))),
        "sources": {"paper": source, "gazette": {"ref": draw(TEXT), "publisher": "gazette", "lang": "de"}},
        "participants": [
            {"person": "kari", "part": "caller", "called": [{"text": draw(TEXT), "lang": "en", "source": "paper"}]},
            {"organisation": "at-mfa", "name": draw(LOCALIZED)},
        ],
        "readouts": [
            {
                "id": "no-mfa", "by": "no-mfa", "kind": "press-release", "source": "paper", "published": "2023-09-30",
                "points": [{"topic": "fish", "text": draw(LOCALIZED), "quote": {"text": draw(TEXT), "lang": "en"}}],
            }
        ],
        "disputed": {"date": [{"value": draw(st.sampled_from(DATES)), "sources": "paper", "note": draw(LOCALIZED)}]},
    }  # fmt: skip


EVENT_ID = "2023-a"


def read_back(text: str, table: Table) -> list[tuple[CellValue, ...]]:
    """A CSV file as a program reads it that knows the descriptor and the guard."""

    def convert(cell: str, kind: Type) -> CellValue:
        if cell == "":
            return None
        match kind:
            case Type.INTEGER:
                return int(cell)
            case Type.NUMBER:
                return float(cell)
            case Type.FLAG:
                return {"true": True, "false": False}[cell]
            case _:
                return unguard(cell)

    header, *rows = csv.reader(io.StringIO(text, newline=""))
    assert header == [column.name for column in table.columns]
    kinds = [column.type for column in table.columns]
    return [tuple(convert(cell, kind) for cell, kind in zip(row, kinds, strict=True)) for row in rows]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(events())
def test_every_value_is_the_same_in_every_format(event: dict[str, Any]) -> None:
    catalog = make_catalog({EVENT_ID: event})
    files = make_files(catalog)
    data = make_data_set(catalog, ADDRESSES)
    (plain,) = data.events
    assert plain["title"] == read_as_lines(event["title"])
    assert plain["date"] == event["date"]

    assert json.loads(files[f"data/events/{EVENT_ID}.json"]) == plain
    whole = json.loads(files["data/all.json"])
    assert whole["events"] == [plain]
    assert whole["people"] == list(data.people)
    assert any(json.loads(files[path])["events"] == [plain] for path in files if path.startswith("data/years/"))

    database = sqlite3.connect(":memory:")
    database.deserialize(files["data/contacts.sqlite"])
    for table in make_tables(data):
        rows = list(table.rows)
        assert read_back(files[f"data/{table.name}.csv"].decode(), table) == rows
        columns = ", ".join(f'"{column.name}"' for column in table.columns)
        assert database.execute(f'SELECT {columns} FROM "{table.name}"').fetchall() == rows  # noqa: S608 - our own names
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    database.close()

    for language in LANGUAGES:
        check_language(files, event, language, catalog)


def check_language(files: Mapping[str, bytes], event: dict[str, Any], language: str, catalog: Any) -> None:
    titles = read_as_lines(event["title"])
    title = titles.get(language) or titles["de" if language == "en" else "en"]
    line = " ".join(title.split())
    folder = ADDRESSES.of(language, catalog.events[EVENT_ID]).removesuffix("index.html")

    (item,) = json.loads(files[f"{folder}citation.csl.json"])
    assert item["title"] == title
    (reference,) = rispy.loads(files[f"{folder}citation.ris"].decode())
    assert reference.get("title", "") == line
    library = bibtexparser.parse_string(
        files[f"{folder}citation.bib"].decode(), append_middleware=[LatexDecodingMiddleware(keep_braced_groups=False)]
    )
    assert not library.failed_blocks
    # The decoder takes LaTeX's circumflex for the accent that stands alone.
    assert " ".join(library.entries[0]["title"].replace("ˆ", "^").split()) == line
    assert item["version"] == reference["edition"] == library.entries[0]["version"]

    entry = json.loads(files[f"{language}/feed.json"])["items"][0]
    assert entry["title"] == title
    assert entry["_contact"] == {"date": event["date"], "status": event["status"]}
    found: Any = etree.fromstring(files[f"{language}/feed.atom"]).xpath("a:entry/a:title/text()", namespaces=ATOM)
    assert found == [title]
    check_calendar(files[f"{language}/calendar.ics"], event, title)
    check_page(catalog, event, language, title)


def check_calendar(content: bytes, event: dict[str, Any], title: str) -> None:
    span = exact_span(EdtfDate.parse(event["date"]))
    found: list[Any] = list(icalendar.Calendar.from_ical(content).walk("VEVENT"))
    assert len(found) == (span is not None)
    if span:
        assert str(found[0]["SUMMARY"]) == title
        assert found[0]["DTSTART"].dt == span[0]
        assert (found[0]["DTEND"].dt - span[1]).days == 1


def check_page(catalog: Any, event: dict[str, Any], language: str, title: str) -> None:
    path = ADDRESSES.of(language, catalog.events[EVENT_ID])
    (page,) = (page for page in plan_pages(catalog, ADDRESSES, [], FACTS) if page.path == path)
    speaker = Speaker(site=catalog.site, addresses=ADDRESSES, language=language, versions={})
    markup = make_linked_data(page, speaker, {section: section for section in SECTIONS})
    assert markup.count("<") == 2
    graph = json.loads(markup.removeprefix('<script type="application/ld+json">').removesuffix("</script>"))["@graph"]
    (contact,) = (node for node in graph if node["@type"] == "Event")
    assert contact["name"] == title
    if exact_span(EdtfDate.parse(event["date"])) is None:
        assert len(contact.get("startDate", "")) < len("2023-09-26") or "/" in event["date"]


@settings(deadline=None)
@given(st.sampled_from(DATES))
def test_an_uncertain_date_never_becomes_a_day(date: str) -> None:
    catalog = make_catalog({EVENT_ID: {"date": date}})
    files = make_files(catalog)
    (plain,) = make_data_set(catalog, ADDRESSES).events
    assert ("day" in plain) == EdtfDate.parse(date).is_exact
    if any(sign in date for sign in "?~%"):
        assert {"day", "not_after"}.isdisjoint(plain) or "/" in date
        assert b"BEGIN:VEVENT" not in files["en/calendar.ics"]
        (slide,) = json.loads(files["en/timeline.json"])["events"]
        assert "day" not in slide["start_date"]
    if not EdtfDate.parse(date).is_exact:
        assert files["data/plover.jsonl"] == b""
