"""How a text is notated: never so that another reader of YAML takes it for something else."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from dragoman.content.text import SourceText
from dragoman.content.yamltree import Document, parse
from dragoman.editing.scalars import FOLDED_WIDTH, fold, notate


@pytest.mark.parametrize(
    "text",
    ["call", "Ministers telephone", "2023-09-26", "2023-09", "2023-09-26-aliyev-blinken", "10:30 Asia/Baku", "„Zitat“",
     "https://example.org/a?b=c", "one, two", "a:b", "2023-09-26T14:30+04:00", "İlham Əliyev", "it’s"],
)  # fmt: skip
def test_what_everybody_reads_as_text_stays_plain(text: str) -> None:
    assert notate(text) == text


@pytest.mark.parametrize(
    "text",
    ["", "no", "Yes", "null", "true", "10:30", "012", "2023", "1e3", "0x1F", "-", "- a", "a: b", "a #b", "a:", " a",
     "a ",
     "[a]", "{a}", "*a", "&a", "!a", "%a", "@a", "`a", "'a", '"a', "a\nb", "a\tb", "#a", "|", ">", "?", "~", "=", "<<"],
)  # fmt: skip
def test_what_anybody_might_misread_is_quoted(text: str) -> None:
    assert notate(text).startswith('"')


def test_inside_a_flow_its_own_signs_are_quoted_too() -> None:
    assert notate("one, two", in_flow=True) == '"one, two"'


@given(st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn", "Co"]), max_size=30))
def test_whatever_is_notated_is_read_back_by_us_and_by_others(text: str) -> None:
    text = unicodedata.normalize("NFC", text)  # as our reader does
    for notated in (f"a: {notate(text)}\n", f"a: [{notate(text, in_flow=True)}]\n"):
        document = parse(SourceText("x", notated))
        assert isinstance(document, Document)
        assert document.data in ({"a": text}, {"a": [text]})
        loaded = YAML(typ="rt").load(notated)["a"]
        value = loaded[0] if isinstance(loaded, list) else loaded
        assert str(value) == text


@given(st.lists(st.text("abcdef", min_size=1, max_size=20), min_size=2, max_size=60), st.integers(2, 12))
def test_folding_keeps_the_words_and_the_width(words: list[str], indent: int) -> None:
    lines = fold(" ".join(words), indent)
    assert lines is not None
    assert " ".join(lines).split(" ") == words
    assert all(indent + len(line) <= FOLDED_WIDTH for line in lines)


@pytest.mark.parametrize("text", ["one", "a  b", " a b", "a b ", "a\nb c", "a\tb c"])
def test_what_folding_would_change_or_cannot_help_is_not_folded(text: str) -> None:
    assert fold(text, 2) is None
