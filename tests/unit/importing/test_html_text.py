"""HTML of timelines as Markdown: what has a place in it stays, what has none is named."""

from __future__ import annotations

import pytest

from dragoman.importing.html_text import to_markdown, to_text
from dragoman.render.markdown import to_html


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        ("plain", "plain"),
        ("2 * 3 * 4 and [x] and a_b_c", "2 \\* 3 \\* 4 and \\[x\\] and a\\_b\\_c"),
        ("Q &amp; A &lt;3", "Q & A <3"),
        ("<p>One <b>two</b> <i>three</i>.</p><p>Four</p>", "One **two** *three*.\n\nFour"),
        ('a <a href="https://a.example/x?y=1">link</a>', "a [link](https://a.example/x?y=1)"),
        ("one<br>two<br/>three", "one\ntwo\nthree"),
        ("<ul><li>a</li><li>b</li></ul>after", "- a\n- b\n\nafter"),
        ("<ol><li>a</li></ol>", "1. a"),
        ("<blockquote>said <em>so</em></blockquote>", "> said *so*"),
        ("<b>never closed", "**never closed**"),
        ("<i> </i>x", "x"),
        ("</b></p></a>x", "x"),
        ("<p>- no list</p>", "\\- no list"),
        ("12. May", "12\\. May"),
    ],
)
def test_markup_becomes_markdown(html: str, markdown: str) -> None:
    assert to_markdown(html) == (markdown, ())


@pytest.mark.parametrize(
    ("html", "markdown", "lost"),
    [
        ("<h2>Head</h2>text", "Head\n\ntext", ("<h2>",)),
        ('x<img src="a.png">y', "xy", ("<img>",)),
        ("a<script>alert(1)</script>b", "ab", ("<script>",)),
        ('a<iframe src="//v.example">z</iframe>b<iframe></iframe>', "ab", ("<iframe>",)),
        ('<a href="javascript:alert(1)">x</a>', "x", ("a link to “javascript:alert(1)”",)),
        ('<a name="here">x</a>', "x", ("a link to “”",)),
        ("<u>x</u>", "x", ("<u>",)),
    ],
)
def test_what_has_no_place_is_named(html: str, markdown: str, lost: tuple[str, ...]) -> None:
    assert to_markdown(html) == (markdown, lost)


def test_the_markdown_shows_the_text_as_it_was() -> None:
    markdown, _ = to_markdown("<p>2 * 3, <b>bold *not* twice</b> and <i>x_y</i></p>")
    assert str(to_html(markdown)) == "<p>2 * 3, <strong>bold *not* twice</strong> and <em>x_y</em></p>"


def test_a_headline_is_one_line_without_markup() -> None:
    assert to_text("A <i>call</i>,<br>then &quot;silence&quot;") == 'A call, then "silence"'
