"""The head of a page of prose is read as Python-Markdown reads it, which is what Pelican goes by."""

from __future__ import annotations

import markdown
from hypothesis import given
from hypothesis import strategies as st

from dragoman.content.prose_head import read_head


def test_each_field_has_its_place() -> None:
    text = "Title: About\nSlug:   about-us\n\nText: none.\n"
    head = read_head(text)
    assert [(line.key, line.value, text[line.start : line.end]) for line in head.lines] == [
        ("title", "About", "About"),
        ("slug", "about-us", "about-us"),
    ]
    assert text[head.end :] == "Text: none.\n"


LINES = st.sampled_from(
    ["Title: a", "title : b", " Slug: c", "    Slug: d", "   Lang:", "    more", "\tmore", "---", "...", "",
     "words", "-", "Save_as: x", "__class__: y", "Ti tle: z", "Summary:a", ":", "a:b:c", "--- x", "Ä: ö",
     "- a: b", "  "]
)  # fmt: skip


@given(st.lists(LINES, max_size=8), st.sampled_from(["\n", "\r\n", "\r"]))
def test_it_is_what_the_library_reads(lines: list[str], end: str) -> None:
    text = end.join(lines)
    converter = markdown.Markdown(extensions=["meta"])
    converter.convert(text)
    expected = {key: list(values) for key, values in getattr(converter, "Meta", {}).items()}
    found: dict[str, list[str]] = {}
    for line in read_head(text).lines:
        found.setdefault(line.key, []).append(line.value)
    assert found == expected
