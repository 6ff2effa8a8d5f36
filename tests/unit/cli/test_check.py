"""`dragoman check`: what it shows of which files, in which form, and how it ends."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dragoman.cli import main
from tests.small_site import EVENT, Done, SmallSite, make_site

PERSON = "content/people/moana.yaml"


@pytest.fixture
def site(tmp_path: Path) -> SmallSite:
    """A site with an error in an event, and one in a person."""
    made = make_site(tmp_path)
    made.change(EVENT, "topics: [harbour-dues]", "topics: [harbor-dues]")
    made.change(PERSON, "offices:", "ofices:")
    return made


def test_a_sound_site_gives_nothing_on_either_stream(tmp_path: Path) -> None:
    done = make_site(tmp_path).call("check")
    assert (done.code, done.stdout, done.stderr) == (0, "", "")


def test_all_findings_of_all_files_are_shown_in_one_run(site: SmallSite) -> None:
    done = site.call("check")
    assert done.code == 1
    assert f"{EVENT}:8:10: error: " in done.stdout
    assert f"{PERSON}:2:1: error: " in done.stdout
    assert done.stderr == ""


@pytest.mark.parametrize(
    ("given", "shown", "hidden"),
    [(EVENT, EVENT, PERSON), ("content/people", PERSON, EVENT), (PERSON, PERSON, EVENT), (".", EVENT, None)],
)
def test_with_paths_only_what_was_found_there_is_shown(
    site: SmallSite, given: str, shown: str, hidden: str | None
) -> None:
    for path in (given, str(site.folder / given)):
        done = site.call("check", path)
        assert done.code == 1
        assert shown in done.stdout
        assert hidden is None or hidden not in done.stdout


def test_a_sound_file_in_a_site_with_errors_ends_with_0(site: SmallSite) -> None:
    assert site.call("check", "content/topics").code == 0


@pytest.mark.parametrize("path", ["content/nowhere.yaml", "/"])
def test_a_path_that_is_no_part_of_the_site_is_wrong_use(site: SmallSite, path: str) -> None:
    done = site.call("check", path)
    assert done.code == 2
    assert path in done.stderr


def test_json_is_one_array_and_nothing_else(site: SmallSite) -> None:
    done = site.call("check", "--format", "json", EVENT)
    assert done.code == 1
    (finding,) = json.loads(done.stdout)
    assert finding.pop("message")
    assert "harbour-dues" in finding.pop("hint")
    assert finding == {
        "path": EVENT,
        "line": 8,
        "column": 10,
        "end_line": 8,
        "end_column": 21,
        "rule": "unknown-reference",
        "severity": "error",
    }


def test_json_of_a_sound_site_is_an_empty_array(tmp_path: Path) -> None:
    assert json.loads(make_site(tmp_path).call("check", "--format", "json").stdout) == []


def test_advice_is_not_shown(tmp_path: Path) -> None:
    site = make_site(tmp_path)
    site.write({"content/topics/unused.yaml": 'name: {de: "Ungenutzt", en: "Unused"}\n'})
    assert json.loads(site.call("check", "--format", "json").stdout) == []


@pytest.fixture
def doubtful(tmp_path: Path) -> SmallSite:
    """A site with one warning, that can be mended."""
    made = make_site(tmp_path)
    made.change(EVENT, "https://gazette.example/1", "https://gazette.example/1?utm_source=x")
    return made


def test_a_warning_does_not_fail_unless_asked_to(doubtful: SmallSite) -> None:
    assert "warning: " in doubtful.call("check").stdout
    assert [doubtful.call("check", *options).code for options in ([], ["--strict"])] == [0, 1]


@pytest.mark.parametrize(
    ("word", "code", "shown"), [("off", 0, ""), ("error", 1, "error: "), ("warning", 0, "warning: ")]
)
def test_a_site_says_how_grave_a_warning_is(doubtful: SmallSite, word: str, code: int, shown: str) -> None:
    settings = (doubtful.folder / "content/site.yaml").read_text(encoding="utf-8")
    doubtful.write({"content/site.yaml": f"{settings}checks: {{tracking-parameter: {word}}}\n"})
    done = doubtful.call("check")
    assert done.code == code
    assert shown in done.stdout
    assert bool(shown) == bool(done.stdout)


def test_mending_writes_only_what_was_wrong_and_says_what_it_was(doubtful: SmallSite) -> None:
    before = (doubtful.folder / EVENT).read_bytes()
    done = doubtful.call("check", "--fix")
    assert (done.code, done.stdout) == (0, "")
    assert done.stderr.startswith(f"{EVENT}:10:")
    assert "mended: " in done.stderr
    assert (doubtful.folder / EVENT).read_bytes() == before.replace(b"?utm_source=x", b"")
    assert doubtful.call("check", "--fix").stderr == ""


def test_mending_goes_on_where_mending_shows_more(doubtful: SmallSite) -> None:
    before = (doubtful.folder / EVENT).read_bytes()
    doubtful.change(EVENT, "date: 2024-02-01", "date: 1.2.2024")
    assert doubtful.call("check", "--fix").code == 0
    assert (doubtful.folder / EVENT).read_bytes() == before.replace(b"?utm_source=x", b"")


def test_mending_leaves_other_files_and_what_is_waived_alone(doubtful: SmallSite) -> None:
    assert doubtful.call("check", "--fix", PERSON).stderr == ""
    text = (doubtful.folder / EVENT).read_text(encoding="utf-8")
    doubtful.write({EVENT: f"{text}waive: [{{rule: tracking-parameter, reason: The page needs it.}}]\n"})
    assert doubtful.call("check", "--fix") == Done(code=0, stdout="", stderr="")


def test_of_many_warnings_the_first_are_shown_and_the_others_counted(tmp_path: Path) -> None:
    site = make_site(tmp_path)
    words = " ".join(f"h{chr(ord('a') + number)}а" for number in range(12))  # the last letter of each is Cyrillic
    site.change(PERSON, "offices:", f"aliases: [{words}]\noffices:")
    site.change(EVENT, "topics: [harbour-dues]", "topics: [harbor-dues]")
    done = site.call("check")
    assert done.stdout.count("[mixed-scripts]\n") == 4
    assert "    9 more warnings [mixed-scripts]\n" in done.stdout
    assert "error: " in done.stdout
    for options in (["--all"], [PERSON]):
        assert site.call("check", *options).stdout.count(": warning: ") == 12


def test_annotations_name_files_from_the_current_folder(
    site: SmallSite, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(site.folder)
    assert main(["check", "--format", "github", EVENT]) == 1
    assert capsys.readouterr().out.startswith(f"::error file={EVENT},line=8,")
