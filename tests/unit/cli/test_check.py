"""`dragoman check`: what it shows of which files, in which form, and how it ends."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dragoman.cli import main
from dragoman.cli.formats import render_github
from dragoman.diagnostics import Diagnostic, Diagnostics, Location, Severity
from tests.small_site import EVENT, SmallSite, make_site

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


def make_finding(severity: Severity, message: str, line: int) -> Diagnostic:
    place = Location(path="content/a,b.yaml", line=line, column=2, end_line=line, end_column=5)
    return Diagnostic(location=place, rule="some-rule", severity=severity, message=message, hint="100%\nsure")


def test_annotations_for_github_come_worst_first_and_escaped() -> None:
    findings = Diagnostics.of([make_finding(Severity.WARNING, "w", 1), make_finding(Severity.ERROR, "e: f", 2)])
    place = "file=sites/one/content/a%2Cb.yaml,line={0},endLine={0},col=2,endColumn=5,title=some-rule"
    assert render_github(findings, Path("sites/one")).splitlines() == [
        f"::error {place.format(2)}::e: f%0A100%25%0Asure",
        f"::warning {place.format(1)}::w%0A100%25%0Asure",
    ]


def test_annotations_name_files_from_the_current_folder(
    site: SmallSite, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(site.folder)
    assert main(["check", "--format", "github", EVENT]) == 1
    assert capsys.readouterr().out.startswith(f"::error file={EVENT},line=8,")
