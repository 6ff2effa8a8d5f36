"""What contributors can mark up, what they cannot, and that the shortcut for plain texts changes nothing."""

from __future__ import annotations

import datetime as dt
import re
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.model.marks import find_excess
from dragoman.render import markdown
from dragoman.render.markdown import sanitise_prose, to_html, to_inline_html, to_plain

CONTENT = Path(__file__).parents[3] / "content"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One paragraph.", "<p>One paragraph.</p>"),
        ("One.\n\nTwo.", "<p>One.</p>\n<p>Two.</p>"),
        ("*one* and **two**", "<p><em>one</em> and <strong>two</strong></p>"),
        ("[a](https://x.org/?b=1&c=2)", '<p><a href="https://x.org/?b=1&amp;c=2" rel="external">a</a></p>'),
        ("<https://x.org>", '<p><a href="https://x.org" rel="external">https://x.org</a></p>'),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
        ("1. a\n2. b", "<ol>\n<li>a</li>\n<li>b</li>\n</ol>"),
        ("> words", "<blockquote>\n<p>words</p>\n</blockquote>"),
        ("the :en[joint statement] of", '<p>the <span dir="auto" lang="en">joint statement</span> of</p>'),
        ("ein :sr-Latn[sastanak]", '<p>ein <span dir="auto" lang="sr-Latn">sastanak</span></p>'),
        ("Hasanov's “call”", "<p>Hasanov's “call”</p>"),
    ],
)
def test_the_subset_becomes_html(text: str, expected: str) -> None:
    assert to_html(text) == expected


def test_a_list_in_a_list_is_indented_by_two_blanks() -> None:
    nested = "<ul>\n<li>a<ul>\n<li>b</li>\n</ul>\n</li>\n</ul>"
    assert to_html("- a\n  - b") == nested


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<b>bold</b>", "<p>&lt;b&gt;bold&lt;/b&gt;</p>"),
        ("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"),
        ("# Heading", "<p># Heading</p>"),
        ("Heading\n---", "<p>Heading\n---</p>"),
        ("![alt](https://x.org/a.png)", None),
        ("[run](javascript:alert(1))", "<p>run</p>"),
        ("[mail](mailto:a@b.org)", "<p>mail</p>"),
        ("26. September 2023 war ein Dienstag.", "<p>26. September 2023 war ein Dienstag.</p>"),
        ("    indented", "<p>indented</p>"),
        ("`code`", "<p>`code`</p>"),
    ],
)
def test_the_rest_of_markdown_is_shown_as_text(text: str, expected: str | None) -> None:
    shown = to_html(text)
    assert expected is None or shown == expected
    assert not any(tag in shown for tag in ("<img", "<script", "<h1", "<h2", "<code", "<pre", "<hr"))


def test_inline_text_has_no_blocks() -> None:
    assert to_inline_html("*a*\n\n- b") == "<em>a</em> - b"
    assert to_inline_html("1. a") == "1. a"


def test_plain_text_keeps_the_words_only() -> None:
    assert to_plain("*One* [two](https://x.org).\n\n- three\n- four & <five>") == "One two. three four & <five>"
    assert to_plain("One.\n\nTwo.") == "One. Two."


@pytest.mark.parametrize(
    "text",
    [
        "[" * 10_000,
        "*a" * 5_000,
        ">" * 9_000,
        "- " * 5_000,
        "_*" * 5_000,
        "[a](" * 2_500,
        ":en[" * 2_500,
        "<" * 9_999,
        "\n".join("  " * depth + "- a" for depth in range(60)),
        "\n".join(">" * depth + " a" for depth in range(100)),
        "- a\n" * 399,
    ],
)
def test_a_malicious_text_costs_no_time_and_loses_no_words(text: str) -> None:
    started = time.monotonic()
    assert to_html(text)
    assert to_inline_html(text)
    to_plain(text)
    assert time.monotonic() - started < 1


#: Letters, and every sign that means something to Markdown, to HTML or to our shortcut.
SIGNS = st.text(alphabet="ab1. \n-+*_[]()<>&`\\:!#'\"„–\xa0\u202fé\t=>", max_size=40)


#: Pieces of which some texts are marked up as contributors do it, and most are nearly so.
PIECES = st.lists(
    st.sampled_from(
        ("word", "Wort ", "a", "*b*", "**bold**", "*two words*", "[a link](https://x.org/p?q=1#f)", "[l](http://x.org)",
         ":en[joint statement]", ":sr-Latn[x]", "x:y", " ", "\n", "\n\n", ".", ",", "'", '"', "“q”", "(", ")", "!", ":",
         "1.", "2. ", "-", "+ ", "#", "é", "\xa0", "https://x.org", "*", "**", "[", "]", "(https://x.org/a_b)", "_",
         "x*y*z", "3*4", "~", "|", "=", "\u200b", "\u2028", "{", "}", "@", "a@b.org", ";", "&", "<b>")
    ),
    max_size=12,
).map("".join)  # fmt: skip


def long_way(text: str) -> str:
    return markdown._clean(markdown._convert(markdown._block_converter(), text), markdown._TAGS)


def assert_the_shortcut_is_right(text: str) -> None:
    """Whatever the shortcut is taken for is as the library would have it: as blocks, as one line, and plain."""
    if markdown._is_simple(text):
        assert to_html(text) == long_way(text)
        assert to_plain(text) == re.sub(r"[ \t\n]+", " ", markdown._strip(long_way(text))).strip(" ")
    line = re.sub(r"[ \t\n]+", " ", text).strip(" ")
    if markdown._is_simple(line):
        converted = markdown._convert(markdown._inline_converter(), line)
        assert to_inline_html(text) == markdown._clean(converted, markdown._INLINE_TAGS)


@settings(max_examples=600, deadline=None)
@given(SIGNS)
def test_the_shortcut_is_equal_to_the_long_way_whatever_the_signs(text: str) -> None:
    assert_the_shortcut_is_right(text)


@settings(max_examples=800, deadline=None)
@given(PIECES)
def test_the_shortcut_is_equal_to_the_long_way_for_what_is_marked_up(text: str) -> None:
    assert_the_shortcut_is_right(text)


@pytest.mark.parametrize(
    "text",
    [
        "A *word*, **two**: *both sides*.",
        "Read [the whole text](https://x.org/a/b.html?x=1#c) in full.",
        "The :en[joint statement] of *both*.\n\nAnd :ka[შეხვედრა].",
    ],
)
def test_the_shortcut_is_taken_for_emphasis_links_and_phrases(text: str) -> None:
    assert markdown._is_simple(text)
    assert_the_shortcut_is_right(text)


def test_the_shortcut_is_right_for_every_text_of_this_repository() -> None:
    files = (path.read_bytes() for path in sorted(CONTENT.rglob("*.yaml")))
    texts = sorted(set(iter_texts(yaml.load(file, yaml.CSafeLoader) for file in files)))
    for text in texts:
        assert_the_shortcut_is_right(text)
    assert sum(map(markdown._is_simple, texts)) > 0.97 * len(texts)


def iter_texts(value: Any) -> Iterator[str]:
    """Every text anywhere in YAML."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from iter_texts(value.values())
    elif not isinstance(value, int | float | dt.date | None):
        for item in value:
            yield from iter_texts(item)


def test_the_shortcut_is_taken_for_an_ordinary_summary() -> None:
    assert markdown._is_simple(
        "Den Anruf veranlasste nach aserbaidschanischer Darstellung die amerikanische Seite. Es ging um „Rechte“ – "
        "und um 3:30 Uhr.\n\nBekannt ist nur die Fassung aus Baku."
    )


def test_prose_keeps_its_structure_and_loses_what_runs_or_fetches() -> None:
    markup = (
        '<h1 id="a">T</h1><h2 id="b">S</h2><p onclick="x()">p <a href="../b/">b</a> <a href="javascript:x">c</a></p>'
        '<img src="../media/a.png" alt="A"><img src="https://example.org/s/b.png" alt="B">'
        '<img src="https://elsewhere.org/c.png" alt="C"><img src="//elsewhere.org/d.png" alt="D">'
        "<script>x()</script><style>p{}</style><iframe src='x'></iframe><table><tr><td>1</td></tr></table>"
    )
    shown = sanitise_prose(markup, site_url="https://example.org/s/")
    assert '<h2 id="a">T</h2><h2 id="b">S</h2><p>p <a href="../b/">b</a> <a>c</a></p>' in shown
    assert '<img src="../media/a.png" alt="A">' in shown
    assert '<img src="https://example.org/s/b.png" alt="B">CD' in shown
    assert "<td>1</td>" in shown
    assert not any(text in shown for text in ("elsewhere", "x()", "iframe", "style"))


def test_the_shortcut_is_not_taken_for_more_marks_than_the_library_is_given() -> None:
    text = "*a* and " * 300 + "b"
    assert find_excess(text)
    assert not markdown._is_simple(text)
    assert to_inline_html(text) == text
