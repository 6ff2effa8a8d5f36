"""The forms in which programs get findings, and that no text out of a file can break out of them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from dragoman.cli.formats import render_github, render_gitlab, render_json
from dragoman.cli.report import render_text
from dragoman.cli.sarif import render_sarif
from dragoman.diagnostics import Diagnostic, Diagnostics, Edit, Fix, Location, Severity
from tests.tools.programs import TOOLS, need_file

SITE = Path("sites/one")
SARIF_SCHEMA = TOOLS / "node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json"
HOSTILE = "x\n::error file=forged::y\r\x1b[31m\u202e\u2066%0A, :"


def make_finding(
    severity: Severity = Severity.ERROR,
    message: str = "m",
    line: int = 1,
    *,
    rule: str = "bad-date",
    path: str = "a.yaml",
) -> Diagnostic:
    place = Location(path=f"content/{path}", line=line, column=2, end_line=line, end_column=5)
    return Diagnostic(location=place, rule=rule, severity=severity, message=message, hint="100%\nsure")


def hostile() -> Diagnostics:
    """A finding whose every text comes from somebody who wants to be read as a command."""
    place = Location(path=f"content/{HOSTILE}.yaml", line=1, column=1, end_line=1, end_column=2)
    finding = Diagnostic(
        location=place, rule="bad-date", severity=Severity.ERROR, message=HOSTILE, hint=HOSTILE, source_line=HOSTILE
    )
    return Diagnostics.of([finding])


def test_annotations_for_github_come_worst_first_and_escaped() -> None:
    findings = [
        make_finding(Severity.WARNING, "w", 1, path="a,b.yaml"),
        make_finding(message="e: f", line=2, path="a,b.yaml"),
    ]
    place = "file=sites/one/content/a%2Cb.yaml,line={0},endLine={0},col=2,endColumn=5,title=bad-date"
    assert render_github(Diagnostics.of(findings), SITE).splitlines() == [
        f"::error {place.format(2)}::e: f%0A100%25<U+000A>sure",
        f"::warning {place.format(1)}::w%0A100%25<U+000A>sure",
    ]


def test_the_ten_that_github_shows_are_of_many_rules_and_the_last_counts_the_others() -> None:
    many = [make_finding(line=line) for line in range(1, 30)]
    lines = render_github(Diagnostics.of([*many, make_finding(line=40, rule="bad-url")]), SITE).splitlines()
    assert len(lines) == 30
    assert "line=1," in lines[0]
    assert "title=bad-url" in lines[1]
    assert lines[9].endswith("%0Aand 20 more; see the log")
    assert sum("more; see the log" in line for line in lines) == 1


def test_gitlab_gets_what_it_needs() -> None:
    (one,) = json.loads(render_gitlab(Diagnostics.of([make_finding(line=7)]), SITE))
    assert len(one.pop("fingerprint")) == 64
    assert one == {
        "description": "m – 100%<U+000A>sure",
        "check_name": "bad-date",
        "severity": "critical",
        "location": {"path": "sites/one/content/a.yaml", "lines": {"begin": 7, "end": 7}},
    }


def test_a_fingerprint_stays_when_lines_move_and_is_no_others() -> None:
    def prints(*lines: int) -> list[str]:
        findings = Diagnostics.of([make_finding(line=line) for line in lines])
        return [one["fingerprint"] for one in json.loads(render_gitlab(findings, SITE))]

    assert prints(1) == prints(9)
    assert len(set(prints(1, 2, 3))) == 3


def make_sarif(diagnostics: Diagnostics) -> dict[str, Any]:
    log: dict[str, Any] = json.loads(render_sarif(diagnostics, SITE))
    return log


def with_fix() -> Diagnostics:
    finding = make_finding(Severity.WARNING, rule="typography", line=3)
    edit = Edit(start=10, end=11, text="„")
    place = finding.location
    fixed = Diagnostic(
        location=place,
        rule="typography",
        severity=Severity.WARNING,
        message="m",
        fix=Fix(edits=(edit,), path=("a",), value="„"),
    )
    return Diagnostics.of([fixed, make_finding()])


def test_sarif_names_rules_places_and_fixes() -> None:
    (run,) = make_sarif(with_fix())["runs"]
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["bad-date", "typography"]
    error, warning = run["results"]
    assert (error["level"], error["ruleIndex"], warning["level"], warning["ruleIndex"]) == ("error", 0, "warning", 1)
    location = error["locations"][0]["physicalLocation"]
    assert location["artifactLocation"] == {"uri": "sites/one/content/a.yaml"}
    assert location["region"] == {"startLine": 1, "startColumn": 2, "endLine": 1, "endColumn": 5}
    (change,) = warning["fixes"][0]["artifactChanges"]
    assert change["replacements"] == [
        {"deletedRegion": {"charOffset": 10, "charLength": 1}, "insertedContent": {"text": "„"}}
    ]


@pytest.mark.parametrize("diagnostics", [Diagnostics(), with_fix(), hostile()], ids=["nothing", "a fix", "hostile"])
def test_sarif_is_valid_by_its_schema(diagnostics: Diagnostics) -> None:
    schema = json.loads(need_file(SARIF_SCHEMA).read_text(encoding="utf-8"))
    jsonschema.Draft4Validator(schema).validate(make_sarif(diagnostics))


@pytest.mark.parametrize("render", [render_json, render_github, render_gitlab, render_sarif])
def test_nothing_out_of_a_file_is_acted_on(render: Any) -> None:
    shown = render(hostile(), SITE)
    assert not {"\r", "\x1b", "\u202e", "\u2066"} & set(shown)
    assert sum(line.startswith("::") for line in shown.splitlines()) == (1 if render is render_github else 0)


def test_no_line_of_the_text_form_begins_with_what_a_file_says() -> None:
    shown = render_text(hostile())
    assert not {"\r", "\x1b", "\u202e", "\u2066"} & set(shown)
    assert not any(line.startswith("::") for line in shown.splitlines())
