from __future__ import annotations

import time
from typing import Any

import pytest
import yaml

from dragoman.content import yamltree
from dragoman.content.text import SourceText
from dragoman.content.yamltree import Data, Document, Unreadable, find_positions, parse

SPECIMEN = 'a: x\nb:\n  - c: 1\n    "d": [x, yy]\n  - {e: z}\nf: >-\n  long\n  text\n'


@pytest.fixture(params=["libyaml", "python"], autouse=True)
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both parsers: PyYAML may have been built without libyaml."""
    if request.param == "python":
        monkeypatch.setattr(yamltree, "_Parser", yaml.SafeLoader)


def read(text: str) -> Data:
    document = parse(SourceText("f.yaml", text))
    assert isinstance(document, Document), document
    return document.data


@pytest.mark.parametrize(
    "text",
    ["no", "NO", "10:30", "012", "2023-13-40", "1.0", "true", "null", "~", "0x1F", "1e3", ".inf", "=", "2023-09-26"],
)
def test_every_plain_scalar_is_text(text: str) -> None:
    assert read(f"a: {text}") == {"a": text}


def test_keys_are_text() -> None:
    assert read("no: a\n1: b\n10:30: c\n2023-09-26: d") == {"no": "a", "1": "b", "10:30": "c", "2023-09-26": "d"}


def test_nothing_and_an_empty_text_differ() -> None:
    assert read('a:\nb: ""\nc: [x, ""]\nd: {e: , f: }') == {
        "a": None,
        "b": "",
        "c": ["x", ""],
        "d": {"e": None, "f": None},
    }


def test_an_empty_file_says_nothing() -> None:
    assert read("") is None
    assert read("# only a comment\n") is None


def test_texts_and_keys_are_normalized() -> None:
    assert read("u\u0308: o\u0308") == {"ü": "ö"}


def test_block_texts_are_folded_and_kept_as_yaml_says() -> None:
    assert read("a: >-\n  one\n  two\n\n  three\nb: |\n  x\n  y\n") == {"a": "one two\nthree", "b": "x\ny\n"}


@pytest.mark.parametrize("line_end", ["\x85", "\u2028", "\u2029"])
def test_a_line_end_that_only_the_parser_knows_is_a_blank(line_end: str) -> None:
    assert read(f"a: x{line_end}y\nb: z") == {"a": "x y", "b": "z"}
    parsed = parse(SourceText("f.yaml", f"# {line_end}\na: no"))
    assert [(finding.location.line, finding.source_line) for finding in parsed.findings] == [(2, "a: no")]


def test_a_key_that_is_left_open_at_the_end_is_told_in_its_place() -> None:
    parsed = parse(SourceText("f.yaml", "? a"))
    assert [(finding.location.line, finding.location.column) for finding in parsed.findings] == [(1, 3)]


def test_the_first_of_two_equal_keys_is_kept() -> None:
    document = parse(SourceText("f.yaml", "a: 1\nb: 2\na: {c: 3}\n"))
    assert isinstance(document, Document)
    assert document.data == {"a": "1", "b": "2"}
    assert [(finding.rule, finding.location.line) for finding in document.findings] == [("duplicate-key", 3)]


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("a: &x b", 1, 4),
        ("a: *x", 1, 4),
        ("<<: {a: b}", 1, 1),
        ("a: !!int 1", 1, 4),
        ("a: !x [b]", 1, 4),
        ("? [a]\n: b", 1, 3),
        ("a: b\n---\nc: d", 2, 1),
        ("%YAML 1.1\n---\na: b", 1, 1),
        ("? {a: b}\n: c", 1, 3),
    ],
)
def test_what_our_yaml_does_without_is_refused_where_it_stands(text: str, line: int, column: int) -> None:
    found = parse(SourceText("f.yaml", text))
    assert isinstance(found, Unreadable)
    assert {finding.rule for finding in found.findings} == {"yaml-feature"}
    assert (found.findings[0].location.line, found.findings[0].location.column) == (line, column)


@pytest.mark.parametrize("nested", ["[", "{a: ", "- ", "? ", "[{a: "])
def test_deep_nesting_is_refused_in_no_time_and_without_a_crash(nested: str) -> None:
    started = time.process_time()
    found = parse(SourceText("f.yaml", nested * (200_000 // len(nested))))
    assert isinstance(found, Unreadable)
    assert found.findings[-1].rule == "too-deep"
    assert time.process_time() - started < 1


def test_twenty_levels_are_allowed_and_twenty_one_are_not() -> None:
    assert read("[" * 20 + "]" * 20) is not None
    found = parse(SourceText("f.yaml", "[" * 21 + "]" * 21))
    assert isinstance(found, Unreadable)
    (finding,) = found.findings
    assert (finding.rule, finding.location.column) == ("too-deep", 21)


def test_a_file_of_nothing_but_faults_is_read_in_seconds() -> None:
    started = time.process_time()
    document = parse(SourceText("f.yaml", "a:\n" * 80_000))
    assert isinstance(document, Document)
    assert len(document.findings) == 79_999
    assert time.process_time() - started < 20


@pytest.mark.parametrize(
    ("path", "key", "value"),
    [
        ((), (1, 1), (1, 1)),
        (("a",), (1, 1), (1, 4)),
        (("b", 0), (3, 5), (3, 5)),
        (("b", 0, "d"), (4, 5), (4, 10)),
        (("b", 0, "d", 1), (4, 14), (4, 14)),
        (("b", 1, "e"), (5, 6), (5, 9)),
        (("f",), (6, 1), (6, 4)),
        (("b", 1, "missing"), (5, 5), (5, 5)),
        (("a", 0), (1, 1), (1, 4)),
    ],
)
def test_every_key_and_value_has_its_place(path: Any, key: Any, value: Any) -> None:
    positions = find_positions(SourceText("f.yaml", SPECIMEN))
    found_key, found_value = positions.locate(path, "key"), positions.locate(path)
    assert (found_key.line, found_key.column) == key
    assert (found_value.line, found_value.column) == value


def test_a_place_ends_where_the_text_ends() -> None:
    place = find_positions(SourceText("f.yaml", SPECIMEN)).locate(("b", 0, "d", 1))
    assert (place.end_line, place.end_column) == (4, 16)


@pytest.mark.parametrize("before", ["é", "й", "日本", "😀", "e\u0301", "\u00a0"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_columns_count_characters_whatever_these_are(before: str, end: str) -> None:
    text = f"x: {before}{end}{{a: {before}, b: here}}".replace("{a", "y: {a")
    place = find_positions(SourceText("f.yaml", text)).locate(("y", "b"))
    assert (place.line, place.column) == (2, len("y: {a: ") + len(before) + len(", b: ") + 1)


def test_where_something_is_missing_the_first_key_is_shown() -> None:
    positions = find_positions(SourceText("f.yaml", SPECIMEN))
    assert (positions.locate_start(("b", 0)).line, positions.locate_start(("b", 0)).column) == (3, 5)
    assert positions.locate_start(()).end_column == 2
    assert (positions.locate_start(("b", 1, "e")).column) == 9
