"""`dragoman import csv`: rows become drafts that pass the check; nothing is lost in silence, nothing written over."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml
from bs4 import BeautifulSoup

from dragoman.render.markdown import to_html
from tests.small_site import Done, SmallSite, make_files, make_site, read_tree
from tests.tools.programs import CHECKOUT

#: Lines in the form of a public list (Office of the Historian, US Department of State; CC0), some as they stand there.
VISITS = """\
id,start,end,visitor,from,description
2138,1874-12-12,1874-12-23,King Kalakaua,Hawaii,"First visit by a foreign head of state, *ever*."
2148,1920-09-15,1920-09-16,President-elect Porras,Panama,
855,1991-05-07,1991-05-07,President Francesco Cossiga and Prime Minister Giulio Andreotti,Italy,
1,2023-11-12,2023-11-17,President Xi Jinping,"China, People’s Republic of",APEC summit.
3,2019-06-01,2019-06-02,President Dalia Grybauskaitė,Lithuania,"Quotes ""inside"" & an ampersand, and 3 < 4."
4,2011-06-01,2011-06-02,President Dalia Grybauskaite,Lithuania,
5,1999-06-01,1999-06-02,Prime Minister Dalia Grybauskaitė,Lithuania,
"""
EXAMPLE = CHECKOUT / "docs/examples/us-visits-mapping.yaml"
ENGLISH = {
    "content/site.yaml": "title: {en: Visits}\ndescription: {en: Visits}\nurl: https://example.org/visits/\n"
    "languages: [en, de]\npublisher: {name: A test}\n"
}


def take_in(site: SmallSite, table: str, mapping: Path | str = EXAMPLE, *arguments: str) -> Done:
    site.write({"table.csv": table})
    if isinstance(mapping, str):
        site.write({"mapping.yaml": mapping})
        mapping = site.folder / "mapping.yaml"
    import_ = ("csv", str(site.folder / "table.csv"), "--mapping", str(mapping), *arguments)
    return site.run("dragoman", "import", *import_)


def read(site: SmallSite, path: str) -> dict[str, object]:
    data = yaml.safe_load((site.folder / "content" / path).read_text(encoding="utf-8"))
    assert isinstance(data, dict)
    return data


@pytest.fixture(scope="module")
def visits(tmp_path_factory: pytest.TempPathFactory) -> SmallSite:
    """A site into which the visits have been taken."""
    site = make_site(tmp_path_factory.mktemp("visits"), ENGLISH)
    done = take_in(site, VISITS)
    assert (done.code, done.stdout) == (0, ""), done
    assert "written: 7 events, 6 people, 1 organisation, 1 topic, 1 place" in done.stderr
    return site


def test_what_was_taken_in_passes_the_check_and_is_laid_out(visits: SmallSite) -> None:
    assert visits.call("check").code == 0
    assert visits.call("fmt", "--check").code == 0


def test_an_event_is_a_draft_with_its_people_and_texts(visits: SmallSite) -> None:
    event = read(visits, "events/1874/1874-12-12-2138-kalakaua.yaml")
    assert event["draft"] is True
    assert event["title"] == {"en": "Visit of King Kalakaua to the United States"}
    assert event["participants"] == [{"person": "kalakaua", "part": "guest"}, {"organisation": "us", "part": "host"}]
    assert isinstance(event["summary"], dict)
    assert event["summary"]["en"].endswith("First visit by a foreign head of state, \\*ever\\*.")
    text = (visits.folder / "content/events/1874/1874-12-12-2138-kalakaua.yaml").read_text(encoding="utf-8")
    assert "date: 1874-12-12/1874-12-23\n" in text


def test_two_people_in_a_cell_are_two_participants(visits: SmallSite) -> None:
    event = read(visits, "events/1991/1991-05-07-855-francesco-cossiga-and-prime-minister-giulio-andreotti.yaml")
    participants = event["participants"]
    assert isinstance(participants, list)
    assert [one.get("person") for one in participants] == ["francesco-cossiga", "giulio-andreotti", None]


def test_a_person_is_one_however_the_name_is_spelt_with_an_office_for_each_title(visits: SmallSite) -> None:
    offices = read(visits, "people/dalia-grybauskaite.yaml")["offices"]
    assert isinstance(offices, list)
    assert [(office["title"]["en"], office["of"], office["from"], office["to"]) for office in offices] == [
        ("President of Lithuania", "lt", "../2011-06-01", "2019-06-02/.."),
        ("Prime Minister of Lithuania", "lt", "../1999-06-01", "1999-06-02/.."),
    ]


def test_states_are_those_of_today_where_the_mapping_or_their_name_says_so(visits: SmallSite) -> None:
    assert [path.name for path in (visits.folder / "content/organisations").iterdir()] == ["hawaii.yaml"]
    assert "of: cn" in (visits.folder / "content/people/xi-jinping.yaml").read_text(encoding="utf-8")


def test_the_same_table_again_changes_nothing(visits: SmallSite) -> None:
    before = read_tree(visits.folder / "content")
    done = take_in(visits, VISITS)
    assert (done.code, done.stdout) == (0, "")
    assert "nothing" not in done.stderr
    assert "7 there already" in done.stderr
    assert read_tree(visits.folder / "content") == before


def test_what_an_editor_has_changed_is_never_written_over_but_listed(tmp_path: Path) -> None:
    site = make_site(tmp_path, ENGLISH)
    take_in(site, VISITS)
    path = "content/events/1920/1920-09-15-2148-porras.yaml"
    site.change(path, "type: visit", "type: meeting")
    before = read_tree(tmp_path / "content")
    done = take_in(site, VISITS)
    assert done.code == 1
    assert done.stdout == f"row 3: not taken in: {path} is there already and says something else: it is left as it is\n"
    assert read_tree(tmp_path / "content") == before


def test_new_rows_join_those_that_are_there(tmp_path: Path) -> None:
    site = make_site(tmp_path, ENGLISH)
    take_in(site, VISITS)
    done = take_in(site, VISITS + "9,2009-07-07,2009-07-08,President Dalia Grybauskaite,Lithuania,\n")
    assert done.code == 0
    assert "written: 1 event, 7 there already" in done.stderr
    assert "person: dalia-grybauskaite" in (
        tmp_path / "content/events/2009/2009-07-07-9-dalia-grybauskaite.yaml"
    ).read_text(encoding="utf-8")
    assert site.call("check").code == 0


def test_a_dry_run_writes_nothing(tmp_path: Path) -> None:
    site = make_site(tmp_path, ENGLISH)
    before = read_tree(tmp_path / "content")
    done = take_in(site, VISITS, EXAMPLE, "--dry-run")
    assert "would write: 7 events" in done.stderr
    assert read_tree(tmp_path / "content") == before


HEADINGS = "id,start,end,visitor,from,description\n"


@pytest.mark.parametrize(
    ("line", "where", "message"),
    [
        ("1,,,President A,Italy,", "row 2", "there is no date"),
        ("1,1991-02-30,,President A,Italy,", "row 2, start", "“1991-02-30” is not a day written as YYYY-MM-DD"),
        ("1,7 May 1991,,President A,Italy,", "row 2, start", "“7 May 1991” is not a day"),
        ("1,2991-05-07,,President A,Italy,", "row 2", "in the future"),
        ("1,1991-05-07,1991-05-01,President A,Italy,", "row 2", "is not a date"),
        ("1,1991-05-07,,,Italy,He came for a whole day.", "row 2", "all participants are of one side"),
        ("1,1991-05-07,,President Ильхам,Italy,", "row 2", "no id can be made"),
        ("1,1991-05-07,,President A,Italy,a \u202eb", "row 2", "U+202E"),
    ],
)
def test_a_row_that_would_not_pass_the_check_is_listed_and_the_rest_taken_in(
    tmp_path: Path, line: str, where: str, message: str
) -> None:
    site = make_site(tmp_path, ENGLISH)
    fine = "2,1991-06-07,1991-06-08,President B,France,\n"
    done = take_in(site, f"{HEADINGS}{line}\n{fine}")
    assert done.code == 1, done
    assert any(said.startswith(f"{where}: not taken in: ") and message in said for said in done.stdout.splitlines()), (
        done
    )
    assert "written: 1 event, 1 person" in done.stderr
    assert site.call("check").code == 0


def test_two_rows_of_one_id_are_not_merged(tmp_path: Path) -> None:
    line = "1,1991-05-07,,President A,Italy,\n"
    done = take_in(make_site(tmp_path, ENGLISH), HEADINGS + line + line)
    assert done.stdout.startswith("row 3: not taken in: it has the id of row 2, 1991-05-07-1-a")


MAPPING = """\
language: en
id: "{Who}"
columns:
  Day: {date: DD.MM.YYYY}
ignore: [Note]
event:
  date: "{Day}"
  type: call
  title: {de: "Telefonat mit {Who}", en: "Call with {Who}"}
  summary: {de: "{Text}", en: "{Text}"}
  participants:
    - {person: "{Who}", of: "{Side}", part: caller}
    - {organisation: fj-ports, part: callee}
  topics: ["{Topic}"]
  sources:
    page: {url: "{Page}", publisher: "{Publisher}", lang: en}
    paper: {ref: A register, publisher: Register, lang: en}
"""
TABLE = "Day;Who;Side;Text;Topic;Page;Publisher;Note;More\n"
TEXT = "They spoke for a while about what there was to speak of."


def test_people_organisations_and_topics_are_found_by_name(tmp_path: Path) -> None:
    site = make_site(tmp_path)
    line = f"3.2.2024;MOANA TIDE (de);Ports of New Zealand (en);{TEXT};Harbour dues (en);;;secret;\n"
    done = take_in(site, TABLE + line, MAPPING)
    assert (done.code, done.stdout) == (0, "")
    [path] = (tmp_path / "content/events/2024").glob("2024-02-03-*")
    event = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert event["participants"][0] == {"person": "moana", "part": "caller"}
    assert event["topics"] == ["harbour-dues"]
    assert [*event["sources"]] == ["paper"], "a source without an address or a reference is none"
    assert site.call("check").code == 0


def test_somebody_who_held_no_office_then_is_taken_in_as_an_official_and_listed(tmp_path: Path) -> None:
    line = f"3.2.1999;Moana Tide (de);nz;{TEXT};harbour-dues;https://a.example/;A Paper;;\n"
    site = make_site(tmp_path)
    done = take_in(site, TABLE + line, MAPPING)
    assert "row 2, person: moana held no office on 1999-02-03" in done.stdout, done
    event = read(site, "events/1999/1999-02-03-moana-tide-de.yaml")
    assert event["participants"] == [
        {"organisation": "nz", "name": {"de": "Moana Tide (de)", "en": "Moana Tide (de)"}, "part": "caller"},
        {"organisation": "fj-ports", "part": "callee"},
    ]


def test_who_cannot_be_told_from_another_is_not_guessed(tmp_path: Path) -> None:
    site = make_site(tmp_path)
    twin = "name: {de: Moana Tide (de), en: M}\n"
    site.write({"content/people/moana-2.yaml": twin})
    done = take_in(site, f"{TABLE}3.2.2024;Moana Tide (de);nz;{TEXT};harbour-dues;;;;\n", MAPPING)
    assert done.stdout == "row 2: not taken in: “Moana Tide (de)” may be any of moana, moana-2\n"


def test_what_the_mapping_does_not_know_how_to_make_is_listed(tmp_path: Path) -> None:
    lines = [
        f"3.2.2024;Nobody;nz;{TEXT};harbour-dues;;;;\n",
        f"3.2.2024;Moana Tide (de);Atlantis;{TEXT};harbour-dues;;;;\n",
        f"4.2.2024;Moana Tide (de);nz;{TEXT};Dams;;;;\n",
    ]
    done = take_in(make_site(tmp_path), TABLE + "".join(lines), MAPPING, "--format", "json")
    remarks = json.loads(done.stdout)
    assert [remark["message"].partition(",")[0] for remark in remarks] == [
        "there is no person “Nobody”",
        "there is no organisation “Atlantis”",
        "there is no topic “Dams”",
    ]
    assert all(remark["left_out"] for remark in remarks)


def test_a_column_that_goes_nowhere_is_listed_and_one_that_is_ignored_on_purpose_is_not(tmp_path: Path) -> None:
    done = take_in(
        make_site(tmp_path), f"{TABLE}3.2.2024;Moana Tide (de);nz;{TEXT};harbour-dues;;;secret;left\n", MAPPING
    )
    assert done.stdout.startswith("all rows, More: 1 cell is not taken in")
    assert "Note" not in done.stdout


def test_a_text_that_is_too_long_is_cut_and_what_was_cut_is_told(tmp_path: Path) -> None:
    who = "Moana Tide (de)"
    mapping = MAPPING.replace("Call with {Who}", "Call with {Who} about {Text}")
    done = take_in(make_site(tmp_path), f"{TABLE}3.2.2024;{who};nz;{TEXT * 2};harbour-dues;;;;\n", mapping)
    assert "row 2, title: cut to 110 characters; left out: “" in done.stdout
    assert done.code == 0


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        ("language: en", "languages: en", 'there is no setting "languages"'),
        ("language: en\n", "", '"language" is missing'),
        ('"{Who}"', '"{Whom}"', 'the table has no column "Whom"'),
        ("ignore: [Note]", "ignore: [Notes]", 'the table has no column "Notes"'),
        ("{date: DD.MM.YYYY}", "{date: dd.mm.yy}", "does not say how a day is written"),
        ("{date: DD.MM.YYYY}", "{day: DD.MM.YYYY}", 'there is no setting "day"'),
        ('title: {de: "Telefonat mit {Who}", en', "title: {en", "the site’s first language is de"),
        ("language: en", "language: &a en", "mapping.yaml:1:11: “&a”"),
        ("event:", 'people: {name: {de: "{Who}"}}\nevent:', "people cannot use {Who}"),
    ],
)
def test_a_mapping_that_does_not_fit_is_explained(tmp_path: Path, before: str, after: str, message: str) -> None:
    assert before in MAPPING
    table = f"{TABLE}3.2.2024;Moana Tide (de);nz;{TEXT};harbour-dues;;;;\n"
    done = take_in(make_site(tmp_path), table, MAPPING.replace(before, after, 1))
    assert (done.code, message in done.stderr) == (2, True), done


ODD = (
    *(
        "\x7f",
        "\x9f",
        "\ufffe",
        "\x0c",
        "\x1b",
        "\x85",
        "\u2028",
        "\ufeff",
        "\U0001f600",
        "| a | b",
        "---",
        "'\"",
        "#x",
    ),
    *("- x", "\t", "a: b", "A & B", "<b>x</b>", "x\ny\n\n- z", "{visitor}", "%", "*", "!tag", "> q", "[a](b)", "`c`"),
    *("12. x", "no", "~"),
)


def test_whatever_a_cell_holds_the_row_is_taken_in_whole_or_listed(tmp_path: Path) -> None:
    site = make_site(tmp_path, ENGLISH)
    lines = [
        f'{number},1991-05-{number + 1:02},,President A{number},"{quoted} Land","{quoted} bb {quoted}"\n'
        for number, odd in enumerate(ODD)
        if (quoted := odd.replace('"', '""'))
    ]
    done = take_in(site, HEADINGS + "".join(lines), EXAMPLE, "--format", "json")
    assert "Traceback" not in done.stderr
    left_out = {remark["row"] for remark in json.loads(done.stdout) if remark["left_out"]}
    written = {int(path.name.split("-")[3]) + 2 for path in (tmp_path / "content/events").rglob("*.yaml")}
    assert left_out | written == set(range(2, len(ODD) + 2))
    assert not left_out & written
    assert site.call("check").code == 0
    assert site.call("fmt", "--check").code == 0
    for path in (tmp_path / "content/events").rglob("*.yaml"):
        summary = yaml.safe_load(path.read_text(encoding="utf-8"))["summary"]["en"]
        odd = ODD[int(path.name.split("-")[3])]
        shown = BeautifulSoup(str(to_html(summary)), "lxml").get_text(" ")
        assert " ".join(f"{odd} bb {odd}".split()) in " ".join(shown.split())


def test_a_cell_cannot_write_outside_of_the_content(tmp_path: Path) -> None:
    site = make_site(tmp_path / "site", {**make_files()})
    mapping = MAPPING.replace('id: "{Who}"', 'id: "../../../{Note}"').replace("ignore: [Note]\n", "")
    done = take_in(site, f"{TABLE}3.2.2024;Moana Tide (de);nz;{TEXT};harbour-dues;;;../../evil;\n", mapping)
    assert done.code == 0
    assert (site.folder / "content/events/2024/2024-02-03-evil.yaml").is_file()
    assert not [*tmp_path.glob("*evil*")]
