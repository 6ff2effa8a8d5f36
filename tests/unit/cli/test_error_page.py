"""The page in place of all others while the site cannot be built."""

from __future__ import annotations

from bs4 import BeautifulSoup

from dragoman.cli.error_page import STYLE, render_failure, render_findings
from dragoman.diagnostics import Diagnostic, Diagnostics, Location, Severity


def make_finding(**changes: object) -> Diagnostic:
    fields: dict[str, object] = {
        "location": Location(path="content/events/a.yaml", line=3, column=8, end_line=3, end_column=14),
        "rule": "unknown-reference",
        "severity": Severity.ERROR,
        "message": 'no person "<moana>"',
        "hint": "did you mean “moana”?",
        "source_line": "  - <a moanna >",
    }
    return Diagnostic(**{**fields, **changes})  # type: ignore[arg-type]


def read(page: str) -> BeautifulSoup:
    return BeautifulSoup(page, "lxml")


def test_a_finding_has_its_place_words_hint_and_excerpt() -> None:
    page = read(render_findings(Diagnostics.of([make_finding()])))
    (item,) = page.select("li")
    assert [element.get_text() for element in item.select(".place")] == ["content/events/a.yaml:3:8"]
    text = item.get_text(" ", strip=True)
    assert 'no person "<moana>"' in text
    assert "did you mean “moana”?" in text
    (excerpt,) = item.select("pre")
    assert excerpt.get_text() == "    3 |   - <a moanna >"
    (mark,) = excerpt.select("mark")
    assert mark.get_text() == "moanna"


def test_what_files_hold_cannot_become_markup() -> None:
    evil = make_finding(message="<script>x</script>", source_line="<script>", hint="<img>", rule="<b>")
    page = read(render_findings(Diagnostics.of([evil])))
    assert not page.select("script, img, b")


def test_findings_are_grouped_by_file_and_errors_counted() -> None:
    other = Location(path="content/people/b.yaml")
    findings = [
        make_finding(),
        make_finding(location=other),
        make_finding(location=other, severity=Severity.WARNING, rule="wording"),
        make_finding(location=other, severity=Severity.ADVICE),
    ]
    page = read(render_findings(Diagnostics.of(findings)))
    assert [heading.get_text() for heading in page.select("h1")] == ["2 errors in the content"]
    assert [heading.get_text() for heading in page.select("h2")] == ["content/events/a.yaml", "content/people/b.yaml"]
    assert [item["class"] for item in page.select("li")] == [["error"], ["error"], ["warning"]]


def test_a_finding_without_a_line_has_no_excerpt() -> None:
    assert not read(render_findings(Diagnostics.of([make_finding(source_line="")]))).select("pre")


def test_a_failure_is_shown_with_what_to_do() -> None:
    page = read(render_failure("the theme has no template <x>", "look there"))
    assert page.select("pre")[0].get_text() == "the theme has no template <x>"
    assert page.select(".hint")[0].get_text() == "look there"


def test_the_page_has_no_style_or_script_within() -> None:
    page = read(render_findings(Diagnostics.of([make_finding()])))
    assert not page.select("style, [style], script")
    assert [link["href"] for link in page.select("link")] == [STYLE]
