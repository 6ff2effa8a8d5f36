from __future__ import annotations

import pytest

from dragoman.cli.report import render_in_bulk, render_text, summarise
from dragoman.diagnostics import Diagnostic, Location, Severity


def find(line: str, column: int, end: int, *, hint: str = "hint", severity: Severity = Severity.ERROR) -> Diagnostic:
    place = Location(path="content/x.yaml", line=14, column=column, end_line=14, end_column=end)
    return Diagnostic(
        location=place, rule="some-rule", severity=severity, message="what is wrong", hint=hint, source_line=line
    )


def render(line: str, column: int, end: int) -> list[str]:
    return render_text([find(line, column, end)]).splitlines()


def test_a_finding_looks_like_a_compilers() -> None:
    assert render("  - person: zakir-hasanof", 13, 26) == [
        "content/x.yaml:14:13: error: what is wrong [some-rule]",
        "   14 |   - person: zakir-hasanof",
        "      |             ^^^^^^^^^^^^^ hint",
    ]


@pytest.mark.parametrize(
    ("line", "column", "end", "before", "carets"),
    [
        ("a: x", 4, 5, 3, 1),
        ("日本: x", 5, 6, 6, 1),  # wide characters take two columns
        ("a: 日本", 4, 6, 3, 4),
        ("e\u0301: x", 5, 6, 3, 1),  # a combining accent takes none
        ("\ta: x", 2, 3, 4, 1),  # a tab goes on to the next multiple of four
        ("a\tb: x", 3, 4, 4, 1),
        ("a: ", 4, 4, 3, 1),  # an empty place still has a caret
        ("می‌خواهم: x", 11, 12, 9, 1),  # a joiner takes none
    ],
)
def test_the_caret_stands_under_what_is_meant(line: str, column: int, end: int, before: int, carets: int) -> None:
    caret = render(line, column, end)[2]
    assert caret == f"      | {' ' * before}{'^' * carets} hint"


def test_a_stretch_over_several_lines_is_marked_to_the_end_of_its_first() -> None:
    place = Location(path="x", line=1, column=4, end_line=3, end_column=2)
    finding = Diagnostic(
        location=place, rule="r", severity=Severity.ERROR, message="m", hint="h", source_line="a: >-   "
    )
    assert render_text([finding]).splitlines()[2] == "      |    ^^ h"


def test_characters_that_a_terminal_acts_on_are_written_out() -> None:
    shown = render("a: \x1b[31m\u202ex", 5, 6)
    assert shown[1] == "   14 | a: <U+001B>[31m<U+202E>x"
    assert shown[2] == "      |            ^ hint"


def test_messages_hints_and_paths_are_harmless_too() -> None:
    finding = Diagnostic(
        location=Location(path="a\x1b.yaml"), rule="r", severity=Severity.ERROR, message='no "\x07"', hint="\x9b2J"
    )
    assert render_text([finding]) == 'a<U+001B>.yaml:1:1: error: no "<U+0007>" [r]\n      = <U+009B>2J\n'


def test_of_a_long_line_the_part_around_the_place_is_shown() -> None:
    line = "x" * 400 + "HERE" + "y" * 400
    _, shown, caret = render(line, 401, 405)
    assert len(shown) < 140
    assert shown[caret.index("^") : caret.rindex("^") + 1] == "HERE"
    assert shown.startswith("   14 | …x")
    assert shown.endswith("y…")


def test_colour_only_when_asked_for() -> None:
    assert "\x1b[" not in render_text([find("a: x", 4, 5)])
    coloured = render_text([find("a: x", 4, 5)], colour=True)
    assert "\x1b[1;31merror:\x1b[0m" in coloured
    assert "\x1b[31m^\x1b[0m hint" in coloured


def test_nothing_is_nothing() -> None:
    assert render_text([]) == ""


@pytest.mark.parametrize(
    ("severities", "words"),
    [
        ([], "no errors, no warnings"),
        (["advice"], "no errors, no warnings"),
        (["error"], "1 error in 1 file"),
        (["error", "error", "warning", "advice"], "2 errors, 1 warning in 1 file"),
        (["warning", "warning"], "2 warnings in 1 file"),
    ],
)
def test_the_summary_counts(severities: list[str], words: str) -> None:
    assert summarise([find("", n + 1, n + 1, severity=Severity(word)) for n, word in enumerate(severities)]) == words


def test_the_summary_counts_files() -> None:
    other = Diagnostic(location=Location(path="y"), rule="r", severity=Severity.WARNING, message="m")
    assert summarise([find("", 1, 1), other]) == "1 error, 1 warning in 2 files"


def test_a_long_line_is_shown_around_the_place_with_the_caret_under_it() -> None:
    line = "a" * 5000 + "wrong" + "b" * 5000
    shown, caret = render(line, 5001, 5006)[1:]
    assert shown.startswith("   14 | …aaa")
    assert shown.endswith("bbb…")
    assert shown[caret.index("^") : caret.rindex("^") + 1] == "wrong"


def test_a_place_at_the_end_of_a_long_line_has_its_caret() -> None:
    shown, caret = render("a" * 5000 + "wrong", 5001, 5006)[1:]
    assert shown[caret.index("^") :] == "wrong"
    assert caret.count("^") == 5


def test_of_very_many_errors_of_a_rule_in_a_file_the_rest_is_counted() -> None:
    found = [find("a: x", 4, 5)] * 25
    shown = render_in_bulk(found)
    assert shown.count("[some-rule]\n   14 |") == 20
    assert "    5 more errors [some-rule] in content/x.yaml\n" in shown
    assert "more errors" not in render_in_bulk(found[:20])
