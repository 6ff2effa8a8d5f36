"""`dragoman import timelinejs`: slides become drafts; the JSON and the spreadsheet come to the same."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from dragoman.errors import DragomanError
from dragoman.importing.timeline import read_timeline
from tests.small_site import Done, SmallSite, make_site

SLIDES: list[dict[str, Any]] = [
    {
        "start_date": {"year": "2024", "month": "3", "day": "4"},
        "end_date": {"year": 2024, "month": 3, "day": 6},
        "text": {"headline": "Talks <i>begin</i>", "text": "<p>The <b>first</b> round of talks about dues began.</p>"},
        "media": {"url": "https://www.news.example/a", "credit": "News", "caption": "On the quay"},
        "unique_id": "begin",
    },
    {
        "start_date": {"year": "2024", "month": "5", "day": ""},
        "text": {"headline": "Silence", "text": "Nothing was said at all, for <u>weeks</u> on end."},
        "group": "Ports",
    },
]
SHEET = (
    "Year,Month,Day,Time,End Year,End Month,End Day,End Time,Display Date,Headline,Text,Media,Media Credit,"
    "Media Caption,Media Thumbnail,Type,Group,Background\n"
    "2024,3,4,,2024,3,6,,,Talks <i>begin</i>,<p>The <b>first</b> round of talks about dues began.</p>,"
    "https://www.news.example/a,News,On the quay,,,,\n"
    '2024,5,,,,,,,,Silence,"Nothing was said at all, for <u>weeks</u> on end.",,,,,,Ports,#fff\n'
)
WHO = ("--participant", "nz-ports", "--participant", "fj-ports", "--topic", "harbour-dues", "--type", "talks")


def take_in(site: SmallSite, name: str, content: str, *arguments: str) -> Done:
    site.write({name: content})
    return site.run("dragoman", "import", "timelinejs", name, *arguments)


def test_slides_become_drafts_that_pass_the_check(tmp_path: Path) -> None:
    site = make_site(tmp_path)
    done = take_in(site, "timeline.json", json.dumps({"title": {"text": {"headline": "T"}}, "events": SLIDES}), *WHO)
    assert done.code == 0, done
    assert done.stdout.splitlines() == [
        "all rows: the title slide is not taken in: a site has its own",
        "all rows, group: 1 cell is not taken in: the mapping names the column in no field, nor in `ignore`",
        "row 2, text: <u> is left out",
    ]
    event = yaml.safe_load((tmp_path / "content/events/2024/2024-03-04-talks-begin.yaml").read_text(encoding="utf-8"))
    assert (event["draft"], event["type"], event["date"]) == (True, "talks", "2024-03-04/2024-03-06")
    assert event["title"] == {"de": "Talks begin"}
    assert event["summary"] == {"de": "The **first** round of talks about dues began."}
    assert event["sources"]["media"] == {
        "url": "https://www.news.example/a",
        "publisher": "News",
        "title": "On the quay",
        "lang": "de",
    }
    assert (tmp_path / "content/events/2024/2024-05-silence.yaml").is_file()
    assert site.call("check").code == 0
    done = take_in(site, "timeline.json", json.dumps({"events": SLIDES}), *WHO)
    assert "2 there already" in done.stderr


def test_the_spreadsheet_comes_to_the_same_as_the_json() -> None:
    from_json = read_timeline("t.json", json.dumps({"events": SLIDES}).encode())
    from_sheet = read_timeline("t.csv", SHEET.encode())
    wanted = [{**row.cells, "id": ""} for row in from_json.rows]
    assert [dict(row.cells) for row in from_sheet.rows] == wanted
    assert [row.number for row in from_sheet.rows] == [2, 3]


@pytest.mark.parametrize(
    ("slide", "message", "is_left_out"),
    [
        ({"start_date": {"year": ""}}, "there is no year", True),
        ({"start_date": {"year": "-44", "month": "3"}}, "“-44” is not a year from 1 to 9999", True),
        ({"start_date": {"year": "2024", "month": "March"}}, "are not a month and a day in numbers", True),
        ({"start_date": {"year": "2024", "day": "3"}}, "a day without a month", True),
        ({"start_date": {"year": "2024"}, "type": "era"}, "a slide of the type “era” is no event", True),
        ({"start_date": {"year": "2024", "hour": "14", "minute": "5"}}, "the time is left out", False),
        ({"start_date": {"year": "2024"}, "display_date": "spring"}, "left out: “spring”", False),
        ({"start_date": {"year": "2024"}, "media": {"url": "<iframe src=x>"}}, "it is no address", False),
        (
            {"start_date": {"year": "2024"}, "media": {"url": "https://a.example/", "link": "https://b.example/"}},
            "the link of",
            False,
        ),
        ({"start_date": {"year": "2024"}, "mood": "gloomy"}, "this is left out: “gloomy”", False),
        ("a text", "this is not an event", True),
    ],
)
def test_what_has_no_place_is_listed(slide: object, message: str, is_left_out: bool) -> None:
    table = read_timeline("t.json", json.dumps({"events": [slide]}).encode())
    [remark] = table.remarks
    assert (message in remark.message, remark.is_left_out, remark.row) == (True, is_left_out, 1), remark
    assert len(table.rows) == (not is_left_out)


@pytest.mark.parametrize(
    "slide",
    [
        {"start_date": {"year": [2024]}, "text": "plain", "media": ["x"]},
        {"start_date": "2024", "text": {"headline": 7, "text": {"a": 1}}},
        {"start_date": {"year": "2024"}, "text": {"headline": "\ud800", "text": None}, "mood": "\ud800"},
        {"start_date": {"year": True}, "media": {"url": "http://["}},
        {"start_date": {"year": "\u0662\u0660\u0662\u0664"}},
        {},
    ],
)
def test_a_slide_of_odd_values_is_listed_and_does_no_harm(tmp_path: Path, slide: object) -> None:
    site = make_site(tmp_path)
    done = take_in(site, "t.json", json.dumps({"events": [slide, SLIDES[0]]}), *WHO)
    assert (done.code, "Traceback" in done.stderr) == (1, False), done
    assert "row 1" in done.stdout
    assert (tmp_path / "content/events/2024/2024-03-04-talks-begin.yaml").is_file()


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("t.json", b"{", "is not JSON"),
        ("t.json", b"[" * 100_000, "is not JSON"),
        ("t.json", b"[]", "is not a timeline"),
        ("t.json", b'{"events": {}}', "is not a timeline"),
        ("t.csv", b"a,b\n1,2\n", "is not the spreadsheet of a timeline"),
    ],
)
def test_what_is_no_timeline_is_refused(name: str, content: bytes, message: str) -> None:
    with pytest.raises(DragomanError, match=message):
        read_timeline(name, content)


def test_a_timeline_does_not_say_who_took_part(tmp_path: Path) -> None:
    done = take_in(make_site(tmp_path), "t.json", json.dumps({"events": SLIDES}))
    assert (done.code, "needs --participant and --topic, or --mapping" in done.stderr) == (2, True)


def test_a_mapping_may_say_it(tmp_path: Path) -> None:
    mapping = """\
language: en
id: "{headline}"
columns: {text: {markdown: "true"}}
ignore: [id, time, media, media_credit, media_caption, media_host, end]
event:
  date: "{date}"
  type: statement
  title: {de: "{headline}"}
  summary: {de: "{text}"}
  participants:
    - {organisation: "{group|nz}"}
  topics: [harbour-dues]
  sources: {t: {ref: A timeline, publisher: Somebody, lang: en}}
"""
    site = make_site(tmp_path)
    site.write({"m.yaml": mapping})
    done = take_in(site, "t.json", json.dumps({"events": SLIDES}), "--mapping", "m.yaml")
    assert done.stdout.splitlines()[0].startswith("row 2: not taken in: there is no organisation “Ports”"), done
    assert (tmp_path / "content/events/2024/2024-03-04-talks-begin.yaml").is_file()
