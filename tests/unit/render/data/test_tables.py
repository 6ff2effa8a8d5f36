"""The data as files: what is in them, in which form, and that nothing in them runs or is made up."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.render.data.csv_files import guard, unguard
from dragoman.render.data.records import make_data_set
from dragoman.render.data.table_kinds import KINDS
from dragoman.render.data.tables import make_tables
from dragoman.site.downloads import TABLES, list_files
from tests.unit.render.outputs_world import ADDRESSES, make_catalog, make_files
from tests.unit.site.world import account, make_world, say


def read_table(files: dict[str, bytes], name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(files[f"data/{name}.csv"].decode(), newline="")))


def test_the_tables_are_those_that_the_page_of_downloads_lists() -> None:
    assert tuple(kind.name for kind in KINDS) == TABLES
    catalog = make_catalog({})
    files = make_files(catalog)
    assert {f"data/{name}.csv" for name in TABLES} <= files.keys()
    assert {file.path for file in list_files(catalog, ADDRESSES)} <= files.keys()


def test_an_event_is_a_row_with_a_column_for_each_text_and_language() -> None:
    (row,) = read_table(make_files(make_world({"2024-01-01-a": {"date": "2024-01-01"}})), "events")
    assert (row["title_de"], row["title_en"], row["summary_de"]) == ("Ein Anruf", "A call", "")
    assert (row["day"], row["year"], row["sides"], row["topics"]) == ("2024-01-01", "2024", "no at", "weather")
    assert (row["uncertain"], row["changed"]) == ("false", "2024-01-01T00:00:00+00:00")


def test_participants_have_the_office_of_the_day() -> None:
    rows = read_table(make_files(make_world({"2020-01-01-a": {"date": "2020-01-01"}})), "participants")
    assert [(row["person"], row["office"], row["organisation"], row["side"]) for row in rows] == [
        ("kari", "envoy", "un", "un"),
        ("sepp", "minister", "at-mfa", "at"),
    ]
    assert [row["office_certain"] for row in rows] == ["true", "false"]


def test_silence_is_data() -> None:
    readouts = [account("no-mfa", say("fish"), extent="full"), account("at-mfa", say("weather"))]
    rows = read_table(
        make_files(make_world({"2024-01-01-a": {"date": "2024-01-01", "readouts": readouts}})), "comparison"
    )
    assert {(row["topic"], row["readout"], row["cell"]) for row in rows} == {
        ("fish", "no-mfa", "said"), ("fish", "at-mfa", "not-in-part-read"),
        ("weather", "no-mfa", "not-mentioned"), ("weather", "at-mfa", "said"),
    }  # fmt: skip


def test_a_retracted_contact_is_in_no_table_but_its_own() -> None:
    retracted = {"date": "2024-05-01", "text": {"en": "It never took place."}}
    files = make_files(make_world({"2024-01-01-a": {"date": "2024-01-01", "retracted": retracted}}))
    assert read_table(files, "events") == read_table(files, "participants") == read_table(files, "sources") == []
    (row,) = read_table(files, "retractions")
    assert (row["id"], row["date"], row["text_en"]) == ("2024-01-01-a", "2024-05-01", "It never took place.")
    assert json.loads(files["data/all.json"])["events"] == []
    assert json.loads(files["data/events/2024-01-01-a.json"])["retracted"]["date"] == "2024-05-01"
    assert not any(path.startswith("data/years/") for path in files)


@pytest.mark.parametrize(
    ("date", "years"),
    [
        ("2023-09", [2023]),
        ("2022/2024", [2022, 2023, 2024]),
        ("2022/..", [2022]),
        ("[2023-12-31,2024-01-01]", [2023, 2024]),
        ("2023?", [2023]),
    ],
)
def test_a_contact_is_in_the_file_of_each_year_that_it_may_belong_to(date: str, years: list[int]) -> None:
    files = make_files(make_world({f"{date.strip('[')[:4]}-a": {"date": date}}))
    assert sorted(path for path in files if path.startswith("data/years/")) == [
        f"data/years/{year}.json" for year in years
    ]


@pytest.mark.parametrize(
    ("text", "guarded"),
    [
        ("=1+1", "'=1+1"), ("-2", "'-2"), ("+x", "'+x"), ("@x", "'@x"), ("\t=1", "'\t'=1"), ("＝1", "'＝1"),
        ("a;=1", "a;'=1"), ("a\n- b", "a\n'- b"), ("'=1", "''=1"), ("a = b", "a = b"), ("’s", "’s"), ("'twas", "'twas"),
        ("", ""),
    ],
)  # fmt: skip
def test_what_a_spreadsheet_would_run_gets_an_apostrophe(text: str, guarded: str) -> None:
    assert guard(text) == guarded
    assert unguard(guarded) == text


@given(st.text(alphabet="='+-@;\t\r\n＝ab ", max_size=12))
def test_no_cell_begins_a_formula_and_every_text_comes_back(text: str) -> None:
    guarded = guard(text)
    assert unguard(guarded) == text
    for separator in (";", "\t", "\r", "\n"):
        assert not any(cell[:1] in tuple("=+-@＝") for cell in guarded.split(separator))


def test_the_database_says_what_refers_to_what() -> None:
    files = make_files(make_world({"2024-01-01-a": {"date": "2024-01-01"}}))
    database = sqlite3.connect(":memory:")
    database.deserialize(files["data/contacts.sqlite"])
    assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert {row[0] for row in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")} == set(TABLES)
    targets = {(row[3], row[2]) for row in database.execute("PRAGMA foreign_key_list(participants)")}
    assert {("event", "events"), ("person", "people"), ("side", "organisations")} <= targets
    database.close()


def test_every_row_has_a_key_of_its_own_whatever_is_listed_twice() -> None:
    said = account("no-mfa", say("fish"), calls={"sea": "Havet"})
    office = {"id": "minister", "of": "no-mfa", "title": {"en": "Minister"}, "from": "2021-06-01"}
    called = {"text": "chief", "lang": "en", "source": "paper"}
    twice: dict[str, Any] = {
        "date": "2024-01-01",
        "topics": ["weather", "weather"],
        "place": ["oslo", "oslo"],
        "participants": [{"person": "kari", "called": [called, called]}, {"person": "kari"}, {"person": "sepp"}],
        "readouts": [said, said, {"by": "no-mfa", "none_found": "2024-02"}, {"by": "no-mfa", "none_found": "2024-02"}],
        "reactions": [said, said],
        "related": [{"event": "2024-01-02-b", "type": "follows"}, {"event": "2024-01-02-b", "type": "follows"}],
    }
    world = make_world(
        {"2024-01-01-a": twice, "2024-01-02-b": {"date": "2024-01-02"}},
        people={"kari": {"name": {"en": "Kari"}, "aliases": ["K", "K"], "offices": [office, office]}},
        places={"oslo": {"name": {"en": "Oslo"}, "kind": "city"}},
        terms={"sea": {"name": {"en": "Sea"}, "definition": {"en": "Water."}}},
    )
    tables = {table.name: table for table in make_tables(make_data_set(world, ADDRESSES))}
    assert len(tables["readouts"].rows) == 4
    for table in tables.values():
        at = [[column.name for column in table.columns].index(name) for name in table.key]
        assert at, table.name
        keys = [tuple(row[place] for place in at) for row in table.rows]
        assert len(set(keys)) == len(keys), table.name
        assert None not in {part for key in keys for part in key}, table.name
    assert make_files(world)["data/contacts.sqlite"]


def test_the_same_records_make_the_same_bytes() -> None:
    events: dict[str, Any] = {f"2024-01-{day:02}-a": {"date": f"2024-01-{day:02}"} for day in range(1, 20)}
    assert make_files(make_world(events)) == make_files(make_world(events))
    backwards = dict(reversed(events.items()))
    assert make_files(make_world(backwards)) == make_files(make_world(events))


def test_places_are_on_the_map_where_their_coordinates_are_known() -> None:
    places = {
        "oslo": {"name": {"en": "Oslo"}, "kind": "city", "lat": "59.91", "lon": "10.75"},
        "graz": {"name": {"en": "Graz"}, "kind": "city"},
        "wien": {"name": {"en": "Vienna"}, "kind": "city", "lat": "48.2", "lon": "16.4"},
    }
    event = {"date": "2024-01-01", "place": ["oslo", "graz", "wien"]}
    files = make_files(make_world({"2024-01-01-a": event}, places=places))
    found = json.loads(files["data/places.geojson"])
    assert [feature["id"] for feature in found["features"]] == ["oslo", "wien"]
    (contact,) = json.loads(files["data/events.geojson"])["features"]
    assert contact["geometry"] == {"type": "MultiPoint", "coordinates": [[10.75, 59.91], [16.4, 48.2]]}
    assert contact["properties"]["date"] == "2024-01-01"
    assert "data/places.geojson" not in make_files(make_world({}))


def code_contacts(events: dict[str, Any], **more: Any) -> list[dict[str, Any]]:
    return [json.loads(line) for line in make_files(make_world(events, **more))["data/plover.jsonl"].splitlines()]


def test_event_data_have_nothing_that_is_not_known() -> None:
    events: dict[str, Any] = {
        "2024-01-03-c": {"date": "2024-01-03", "status": "cancelled"},
        "2024-01-04-d": {"date": "2024-01-04", "type": "statement"},
        "2024-01-05-e": {"date": "2024-01-05", "participants": [{"person": "kari"}]},
        "2024-01-f": {"date": "2024-01"},
    }
    assert code_contacts(events) == []


def test_event_data_name_what_was_done_in_the_words_of_the_manual() -> None:
    host = [{"person": "kari", "part": "guest"}, {"person": "sepp", "part": "host"}]
    letter = [{"person": "sepp", "part": "sender"}, {"person": "kari", "part": "recipient"}]
    three = [{"person": "kari"}, {"person": "sepp"}, {"organisation": "un"}]
    events: dict[str, Any] = {
        "2024-01-01-a": {"date": "2024-01-01"},
        "2024-01-02-b": {"date": "2024-01-02", "type": "visit", "participants": host},
        "2024-01-03-c": {"date": "2024-01-03", "type": "letter", "participants": letter},
        "2024-01-04-d": {"date": "2024-01-04", "type": "summit", "participants": three},
        "2024-01-05-e": {"date": "2024-01-05", "type": "signing", "participants": host},
        "2024-01-06-f": {"date": "2024-01-06", "type": "meeting"},
    }
    found = [
        (
            row["id"][-1], *row["event"], *row.get("mode", ["–"]),
            " ".join(actor["code"] for actor in row["source"]),
            " ".join(actor["code"] for actor in row.get("recipient", ())),
        )
        for row in code_contacts({key: {"place": "unknown", **event} for key, event in events.items()})
    ]  # fmt: skip
    assert found == [
        ("a", "CONSULT", "phone", "AUT NOR", ""),
        ("b", "CONSULT", "visit", "NOR", "AUT"),
        ("c", "CONSULT", "–", "AUT", "NOR"),
        ("d", "CONSULT", "multilateral", "AUT NOR IGO", ""),
        ("e", "SUPPORT", "–", "AUT NOR", ""),
        ("f", "CONSULT", "–", "AUT NOR", ""),
    ]


def test_event_data_leave_a_mediator_out_and_make_up_no_code() -> None:
    mediated = [{"person": "kari"}, {"organisation": "de-facto"}, {"organisation": "un", "part": "mediator"}]
    event = {"date": "2024-01-02", "type": "talks", "participants": mediated}
    authority = {"de-facto": {"name": {"en": "Authority"}, "kind": "de-facto-authority"}}
    (row,) = code_contacts({"2024-01-02-b": event}, organisations=authority)
    assert row["source"] == [{"organisation": "de-facto"}, {"code": "NOR", "organisation": "no"}]
    assert (row["date"], "mode" in row, "context" in row) == ("2024-01-02", False, False)
