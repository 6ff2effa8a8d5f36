from __future__ import annotations

import hashlib

import pytest

from dragoman.content.files import Kind, SourceFile
from dragoman.content.text import SourceText, decode
from dragoman.diagnostics import Diagnostic


def source(content: bytes) -> SourceFile:
    digest = hashlib.sha256(content).hexdigest()
    return SourceFile(path="f.yaml", kind=Kind.TOPIC, content=content, size=len(content), digest=digest)


def test_a_byte_order_mark_is_dropped_and_no_column() -> None:
    text = decode(source(b"\xef\xbb\xbfa: b"))
    assert text == SourceText("f.yaml", "a: b")


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf16_is_called_by_its_name(encoding: str) -> None:
    finding = decode(source("name: Grüße".encode(encoding)))
    assert isinstance(finding, Diagnostic)
    assert finding.rule == "encoding"
    assert "UTF-16" in finding.message


def test_the_first_wrong_byte_is_shown_as_what_it_was_meant_to_be() -> None:
    finding = decode(source("a: ü\r\nb: ə – ".encode() + "Grüße, Jörg\r\nc: x".encode("cp1252")))
    assert isinstance(finding, Diagnostic)
    assert (finding.location.line, finding.location.column, finding.location.end_column) == (2, 10, 11)
    assert finding.source_line == "b: ə – Grüße, Jörg"
    assert "“ü”" in finding.message


def test_a_text_cut_in_the_middle_of_a_character_is_not_utf8() -> None:
    finding = decode(source("a: ü".encode()[:-1]))
    assert isinstance(finding, Diagnostic)
    assert (finding.location.line, finding.location.column) == (1, 4)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_end_as_in_editors(end: str) -> None:
    text = SourceText("f.yaml", end.join(["one", "two\x0b\x0c\x1c", "three"]))
    assert [text.get_line(number) for number in (1, 2, 3, 4)] == ["one", "two\x0b\x0c\x1c", "three", ""]
    place = text.locate(text.text.index("three") + 2)
    assert (place.line, place.column, place.end_line, place.end_column) == (3, 3, 3, 4)
