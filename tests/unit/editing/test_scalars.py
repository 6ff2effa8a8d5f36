"""How a text is notated: never so that another reader of YAML takes it for something else."""

from __future__ import annotations

import unicodedata

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from dragoman.content.text import SourceText
from dragoman.content.yamltree import Document, parse
from dragoman.editing.scalars import FOLDED_WIDTH, LONGEST_LINE, fold, notate, notate_below


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
    assert notate("a? b", in_flow=True) == '"a? b"'


def test_what_cannot_be_seen_is_written_as_its_number() -> None:
    assert notate("z.\xa0B.\u2028\xad") == r'"z.\u00a0B.\u2028\u00ad"'


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


ORDINARY_TEXTS = st.from_regex(r"[ \n:#'\"\\{}\[\],&*!|>%@`\-?a-zäß„“…–0-9]{1,200}", fullmatch=True)
TEXTS = ORDINARY_TEXTS | st.text(
    st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n"), min_size=1, max_size=300
)


@given(TEXTS, st.integers(0, 8))
def test_any_text_below_its_key_is_read_back_as_it_was_written(text: str, indent: int) -> None:
    pad = " " * indent
    key = f"{pad}de: "
    lines = notate_below(text, indent=indent, column=len(key))
    document = "\n".join((f"{pad}a: 1", f"{key}{lines[0]}", *lines[1:], f"{pad}z: 1\n"))
    assert yaml.safe_load(document) == {"a": 1, "de": text, "z": 1}
    assert yaml.safe_load(f"{{de: {notate(text, in_flow=True)}, z: 1}}") == {"de": text, "z": 1}


def test_a_text_below_its_key_is_folded_where_fmt_would_fold_it() -> None:
    word = "a" * (LONGEST_LINE - len("de: ") - 2)
    assert notate_below(f"{word} b", indent=0, column=4) == (f"{word} b",)
    assert notate_below(f"{word} bc", indent=0, column=4) == (">-", f"  {word}", "  bc")
