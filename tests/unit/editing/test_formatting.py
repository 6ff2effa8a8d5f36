"""Laying files out: order, layout, comments; and that nothing a file says is ever changed."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path
from textwrap import dedent

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.content.files import Kind, SourceFile, load_folder
from dragoman.content.settings import Settings
from dragoman.content.text import SourceText
from dragoman.content.yamltree import Document, parse
from dragoman.editing.formatting import Formatted, Refused, format_file
from tests.small_site import starter
from tests.tools.programs import CHECKOUT

SITE = Settings(languages=("de", "en"))


def make_source(text: str | bytes, kind: Kind = Kind.EVENT) -> SourceFile:
    content = text if isinstance(text, bytes) else text.encode()
    return SourceFile(path="content/x/y.yaml", kind=kind, content=content, size=len(content), digest="")


def lay_out(text: str, kind: Kind = Kind.EVENT) -> str:
    """The text laid out; laying it out once more must change nothing."""
    formatted = format_file(make_source(dedent(text), kind), SITE)
    assert isinstance(formatted, Formatted), formatted
    again = format_file(make_source(formatted.text, kind), SITE)
    assert isinstance(again, Formatted)
    assert again.text == formatted.text
    return formatted.text


@pytest.mark.parametrize("site", [CHECKOUT, starter()], ids=["shipped", "starter"])
def test_the_content_that_we_bring_is_laid_out_already(site: Path) -> None:
    for source in load_folder(site / "content").files:
        formatted = format_file(source, SITE)
        assert isinstance(formatted, Formatted)
        assert not formatted.is_changed, source.path


def test_fields_come_in_the_order_of_the_model_at_every_depth() -> None:
    text = """\
        topics: [a]
        former_ids: [b]
        participants:
          - {part: caller, person: c}
          - part: guest
            name: {en: "A", de: "B"}
            organisation: un
        disputed:
          date:
            - sources: [s]
              value: 2023
        type: call
        date: 2024-01-01
        """
    assert lay_out(text) == dedent("""\
        date: 2024-01-01
        type: call
        participants:
          - {person: c, part: caller}
          - organisation: un
            name: {de: "B", en: "A"}
            part: guest
        topics: [a]
        disputed:
          date:
            - value: 2023
              sources: [s]
        former_ids: [b]
        """)


def test_what_the_model_does_not_know_stays_behind_the_field_that_it_follows() -> None:
    assert lay_out("type: call\nodd: 1\ndate: 2024\nodder: 2\n") == "date: 2024\nodder: 2\ntype: call\nodd: 1\n"


def test_the_order_of_sources_and_of_lists_is_the_editors() -> None:
    text = "sources:\n  zeta: {ref: Z}\n  alpha: {ref: A}\ntopics: [z, a]\n"
    assert lay_out(text) == "topics: [z, a]\nsources:\n  zeta: {ref: Z}\n  alpha: {ref: A}\n"


def test_a_comment_goes_where_its_field_goes() -> None:
    text = """\
        # about the whole file

        # about the topics,
        # on two lines
        topics: [a] # beside the topics
        participants:
          # about the second
          - part: caller # beside the part
            # about the person
            person: c
          # at the end of the participants
        # about the type
        type: call
        date: 2024 # beside the date
        # at the end
        """
    assert lay_out(text) == dedent("""\
        # about the whole file

        date: 2024 # beside the date
        # about the type
        type: call
        participants:
          # about the second
          # about the person
          - person: c
            part: caller # beside the part
          # at the end of the participants
        # about the topics,
        # on two lines
        topics: [a] # beside the topics
        # at the end
        """)


@pytest.mark.parametrize(
    ("written", "laid_out"),
    [
        ("topics:\n- a\n-  b\n", "topics:\n  - a\n  - b\n"),
        ("title:\n      de:  x\n      en:    y\n", "title:\n  de: x\n  en: y\n"),
        ("topics: [ a,b ,\n  c ]\n", "topics: [a, b, c]\n"),
        ("title: { en: 'b',de: a}\n", "title: {de: a, en: 'b'}\n"),
        ("{date: 2024, topics: [a]}\n", "date: 2024\ntopics: [a]\n"),
        ("---\ndate: 2024\n...\n", "date: 2024\n"),
        ("date: 2024\r\ntype: call\r\n", "date: 2024\ntype: call\n"),
        ("\n\n\ndate: 2024\n\n\n\ntype: call", "date: 2024\n\ntype: call\n"),
        ("venue:\n  de: one\n    two\n", "venue:\n  de: one two\n"),
        ("venue:\n  de: 'one''s\n    two'\n", "venue:\n  de: 'one''s two'\n"),
        ("venue: {de: a, # inside\n  en: b}\n", "venue: {de: a, en: b} # inside\n"),
        ("topics: # of these\n- # first\n  a\n", "topics: # of these\n  # first\n  - a\n"),
        ("summary:\n  en: |+\n    One.\n\ntopics: [a]\n", 'summary:\n  en: "One.\\n\\n"\ntopics: [a]\n'),
        ("topics: []\nsources: {}\n", "topics: []\nsources: {}\n"),
        ("? date\n: 2024\n", "date: 2024\n"),
        ("title:\n  de:\n  en:\n", "title:\n  de:\n  en:\n"),
        ("title:\n  de: a # no comment:#x\n", "title:\n  de: a # no comment:#x\n"),
        ('title:\n  de: "a # b"\n', 'title:\n  de: "a # b"\n'),
        ("related:\n- event: a\n\n  # foot\n", "related:\n  - event: a\n\n    # foot\n"),
    ],
)  # fmt: skip
def test_layout(written: str, laid_out: str) -> None:
    assert lay_out(written) == laid_out


LONG = (
    "Two ministers spoke about harbours and the dues that ships pay there, and agreed to speak again about them soon "
    * 2
)


def test_a_text_that_does_not_fit_on_its_line_is_folded() -> None:
    text = lay_out(f"summary:\n  en: {LONG.strip()}\n")
    lines = text.splitlines()
    assert lines[1] == "  en: >-"
    assert all(line.startswith("    ") and len(line) <= 102 for line in lines[2:])
    assert len(lines) == 5


def test_a_folded_text_that_fits_goes_back_on_its_line() -> None:
    assert lay_out("summary:\n  en: >-\n    Short\n    text.\n") == "summary:\n  en: Short text.\n"
    assert lay_out("summary:\n  en: >-\n    Said: yes\n") == 'summary:\n  en: "Said: yes"\n'


def test_between_the_two_widths_a_text_stays_as_it_is_written() -> None:
    text = LONG[:112].strip()
    inline, folded = f"summary:\n  en: {text}\n", f"summary:\n  en: >-\n    {text[:95]}\n    {text[96:]}\n"
    assert text[95] == " "
    assert lay_out(inline) == inline
    assert lay_out(folded) == folded


@pytest.mark.parametrize(
    "text",
    [
        "summary:\n  en: |-\n    One.\n\n    Two.\n",
        "summary:\n  en: |\n    One.\n    Two.\n",
        "summary:\n  en: >-\n    One.\n\n    Two.\n      * odd\n",
        "summary:\n  en: |2-\n      indented\n    less\n",
        'summary:\n  en: "One.\\nTwo."\n',
        "summary:\n  en: >\n    One.\n",
    ],
)
def test_texts_of_several_lines_keep_their_notation(text: str) -> None:
    assert lay_out(text) == text


def test_an_address_is_never_folded() -> None:
    text = f"sources:\n  a:\n    url: https://example.org/{'x' * 150}\n"
    assert lay_out(text) == text


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        (b"date: [2024\n", "yaml-syntax"),
        (b"date: 2024\ndate: 2025\n", "duplicate-key"),
        (b"date: &a 2024\n", "yaml-feature"),
        (b"title: {de: \xff}\n", "encoding"),
        (b'title: {de: "a\x01"}\n', "control-character"),
        ("title: {de: a\u202e}\n".encode(), "direction-override"),
    ],
)
def test_what_cannot_be_read_is_refused_with_the_findings_of_check(text: bytes, rule: str) -> None:
    refused = format_file(make_source(text), SITE)
    assert isinstance(refused, Refused)
    assert {finding.rule for finding in refused.findings} == {rule}


def test_errors_in_fields_keep_no_file_from_being_laid_out() -> None:
    assert lay_out("dat: 2024\ntype:  cal\n") == "dat: 2024\ntype: cal\n"


# Files that hypothesis makes: any data that our YAML can hold, written by hand in some of the many ways there are.

WORDS = st.text(st.sampled_from("ab é:#-'\"[]{},|>&*!%@`0129.~?\\\n\t„“"), max_size=12)
KEYS = st.sampled_from(
    ["date", "type", "title", "topics", "sources", "participants", "de", "en", "by", "odd", "person"]
)


def write_scalar(draw: st.DrawFn, text: str) -> str:
    quoted = [json.dumps(text, ensure_ascii=False)]
    if "\n" not in text and "\t" not in text:
        quoted.append("'" + text.replace("'", "''") + "'")
    plain = text.replace("\n", " ").strip()
    if plain and plain.replace(" ", "").isalnum():
        quoted.append(plain)
    return draw(st.sampled_from(quoted))


@st.composite
def files(draw: st.DrawFn) -> str:  # noqa: C901 - the many ways there are
    lines: list[str] = []
    number = iter(range(1000))

    def remark(indent: int) -> None:
        if draw(st.integers(0, 5)) == 0:
            lines.append("")
        if draw(st.integers(0, 3)) == 0:
            lines.append(" " * draw(st.integers(0, indent + 3)) + f"# {next(number)} c")

    def beside() -> str:
        return f" # {next(number)} b" if draw(st.integers(0, 3)) == 0 else ""

    def value(indent: int, depth: int) -> None:
        kind = draw(st.sampled_from(["text", "fold", "flow", "map", "list"] if depth < 3 else ["text", "fold", "flow"]))
        if kind == "text":
            lines[-1] += " " + write_scalar(draw, draw(WORDS)) + beside()
        elif kind == "fold":
            lines[-1] += f" {draw(st.sampled_from(['>', '|']))}{draw(st.sampled_from(['', '-', '+']))}" + beside()
            lines.extend(" " * (indent + 3) + f"word {word}" for word in range(draw(st.integers(1, 3))))
        elif kind == "flow":
            items = [write_scalar(draw, draw(WORDS)) for _ in range(draw(st.integers(0, 3)))]
            gap = draw(
                st.sampled_from([", ", ",", f",\n{' ' * (indent + 4)}", f", # {next(number)} f\n{' ' * (indent + 2)}"])
            )
            lines[-1] += " [" + gap.join(items) + "]" + beside()
        elif kind == "map":
            lines[-1] += beside()
            mapping(indent + draw(st.integers(1, 4)), depth + 1)
        else:
            lines[-1] += beside()
            inner = indent + draw(st.integers(1, 3))
            for _ in range(draw(st.integers(1, 3))):
                remark(inner)
                lines.append(" " * inner + "-")
                value(inner, depth + 1)

    def mapping(indent: int, depth: int) -> None:
        for key in draw(st.lists(KEYS, min_size=1, max_size=4, unique=True)):
            remark(indent)
            lines.append(" " * indent + f"{key}:")
            value(indent, depth)

    mapping(0, 0)
    remark(0)
    return "\n".join(lines) + draw(st.sampled_from(["", "\n", "\n\n"]))


@settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(files())
def test_whatever_is_written_says_the_same_after_and_needs_it_only_once(text: str) -> None:
    if not isinstance(parse(SourceText("x", text)), Document):
        return
    source = make_source(text)
    formatted = format_file(source, SITE)  # which raises where data or comments are lost
    if isinstance(formatted, Refused):
        return
    again = format_file(make_source(formatted.text), SITE)
    assert isinstance(again, Formatted)
    assert again.text == formatted.text


def test_a_change_of_what_a_file_says_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    from dragoman.editing import formatting  # noqa: PLC0415
    from dragoman.errors import DragomanError  # noqa: PLC0415

    for wrong in ("date: 2025\n", "# other\ndate: 2024\n"):
        monkeypatch.setattr(formatting, "lay_out", lambda *_, wrong=wrong: wrong)
        with pytest.raises(DragomanError, match="left as it is"):
            format_file(make_source("date: 2024\n"), SITE)


def test_reading_a_file_again_is_part_of_the_promise(tmp_path: Path) -> None:
    formatted = format_file(make_source("type: call\ndate: 2024\n"), SITE)
    assert isinstance(formatted, Formatted)
    assert formatted.is_changed
    assert not dataclasses.replace(formatted, source=make_source(formatted.text)).is_changed
    assert not [*tmp_path.iterdir()]
