"""Which characters of a file stand for which of a value."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from dragoman.content.scalars import map_characters, write_whole, write_within


def locate(written: str, value: str, part: str) -> str | None:
    """What of the scalar stands for the part of the value."""
    spans = map_characters(written, value)
    start = value.index(part)
    return written[spans[start][0] : spans[start + len(part) - 1][1]] if spans else None


@pytest.mark.parametrize(
    ("written", "part", "found"),
    [
        ("on Monday evening", "Monday", "Monday"),
        ("on\n    Monday  evening", "on Monday", "on\n    Monday"),
        ("'it''s Monday'", "it's", "it''s"),
        ('"a \\"Monday\\" \\u00fcber"', '"Monday"', '\\"Monday\\"'),
        ('"a \\"Monday\\" \\u00fcber"', "ü", "\\u00fc"),
        ('"one \\\n   line"', "one line", "one \\\n   line"),
        (">-\n    on\n    Monday evening\n", "on Monday", "on\n    Monday"),
        ("|\n    on\n    Monday\n", "on\nMonday", "on\n    Monday"),
        (">-\n    one\n\n    two Monday\n", "Monday", "Monday"),
    ],
)
def test_a_part_is_found_in_every_style(written: str, part: str, found: str) -> None:
    assert locate(written, yaml.safe_load(f"a: {written}")["a"], part) == found


def test_what_is_not_what_it_was_read_as_is_not_matched() -> None:
    assert map_characters("Mu\u0308ller", "Müller") is None


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"], exclude_characters="\ufeff")))
def test_every_text_that_a_program_writes_is_matched_character_by_character(text: str) -> None:
    for style in ("'", '"'):
        written = yaml.dump(text, default_style=style, allow_unicode=True, width=30).removesuffix("...\n").rstrip("\n")
        value = yaml.safe_load(written)
        spans = map_characters(written, value)
        assert spans is not None
        assert len(spans) == len(value)


@given(
    st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"], exclude_characters="\ufeff\xa0"))
)
def test_a_text_written_in_place_of_another_is_read_as_itself(text: str) -> None:
    for written in ("plain", "'single'", '"double"'):
        assert yaml.load(write_whole(text, written) or "''", yaml.BaseLoader) == text  # noqa: S506 - texts only


def test_inside_quotation_marks_they_are_escaped() -> None:
    assert (write_within("a\"'b", "'x'"), write_within("a\"'b", '"x"')) == ("a\"''b", "a\\\"'b")
