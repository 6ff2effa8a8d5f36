"""What contributors can mark up, what they cannot, and that the shortcut for plain texts changes nothing."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.render import markdown
from dragoman.render.markdown import sanitise_prose, to_html, to_inline_html, to_plain


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


@settings(max_examples=600, deadline=None)
@given(SIGNS)
def test_the_shortcut_for_plain_texts_is_equal_to_the_long_way(text: str) -> None:
    if markdown._is_plain(text):
        long_way = markdown._clean(markdown._convert(markdown._block_converter(), text), markdown._TAGS)
        assert to_html(text) == long_way
        line = " ".join(text.split("\n"))
        if markdown._is_plain(line):
            converted = markdown._convert(markdown._inline_converter(), line)
            assert to_inline_html(line) == markdown._clean(converted, markdown._INLINE_TAGS)


def test_the_shortcut_is_taken_for_an_ordinary_summary() -> None:
    assert markdown._is_plain(
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
