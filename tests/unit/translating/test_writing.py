"""Writing texts and stamps into a record's file: what is meant is changed, every other byte stays."""

from __future__ import annotations

import hashlib

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.content.files import Kind, SourceFile
from dragoman.model.records import Translation
from dragoman.translating.writing import CannotWriteError, set_stamps, set_texts

EVENT = """\
# A comment at the beginning
title:
  de: Ein  Anruf   # with two blanks
  en: A call   # a comment
summary: {de: "Lang,  und", en: 'it''s', }
notes:   # one more
- text:
    en: >-
      folded
      text


    de: |
      one
      two

  other:  [a,   b]
#  the end
last: "x"
"""


def make_source(text: str | bytes) -> SourceFile:
    content = text if isinstance(text, bytes) else text.encode()
    digest = hashlib.sha256(content).hexdigest()
    return SourceFile(path="content/topics/a.yaml", kind=Kind.TOPIC, content=content, size=len(content), digest=digest)


def made(of: dict[str, str], **more: str) -> Translation:
    return Translation.model_validate({"from": "de", "method": "human", "of": of} | more)


@pytest.mark.parametrize(
    ("path", "text", "before", "after"),
    [
        (("title", "en"), "Two calls", "A call   #", "Two calls   #"),
        (("title", "en"), "Two: calls", "A call   #", '"Two: calls"   #'),
        (("title", "en"), "no", "A call   #", '"no"   #'),
        (("title", "en"), "10:30", "A call   #", '"10:30"   #'),
        (("title", "fr"), "Un appel", "# a comment\n", "# a comment\n  fr: Un appel\n"),
        (("summary", "en"), "new, text", "'it''s'", '"new, text"'),
        (("summary", "fr"), "autre", "'it''s'", "'it''s', fr: autre"),
        (("notes", 0, "text", "en"), "short", ">-\n      folded\n      text", "short"),
        (("notes", 0, "text", "en"), "a\n\nb", ">-\n      folded\n      text", "|-\n      a\n\n      b"),
        (("notes", 0, "text", "fr"), "trois", "      two\n\n", "      two\n    fr: trois\n\n"),
    ],
)
def test_a_text_is_replaced_or_added_and_all_else_stays(
    path: tuple[str | int, ...], text: str, before: str, after: str
) -> None:
    assert EVENT.count(before) == 1
    assert set_texts(make_source(EVENT), {path: text}).decode() == EVENT.replace(before, after)


def test_a_long_text_is_folded_below_its_key() -> None:
    words = "word " * 40
    written = set_texts(make_source("name:\n  de: kurz\n  en: short\n"), {("name", "en"): words.strip()}).decode()
    lines = written.splitlines()
    assert lines[:3] == ["name:", "  de: kurz", "  en: >-"]
    assert all(line.startswith("    word") and len(line) <= 100 for line in lines[3:])
    assert yaml.safe_load(written)["name"]["en"] == words.strip()


def test_what_is_already_there_changes_nothing_even_in_a_layout_of_its_own() -> None:
    source = make_source(EVENT)
    assert set_texts(source, {("notes", 0, "text", "en"): "folded text"}) == source.content


def test_line_ends_and_byte_order_mark_are_kept() -> None:
    content = b"\xef\xbb\xbfname:\r\n  de: eins\r\n  en: one\r\n# end\r\n"
    written = set_texts(make_source(content), {("name", "en"): "a\nb", ("name", "fr"): "un"})
    assert written == b"\xef\xbb\xbfname:\r\n  de: eins\r\n  en: |-\r\n    a\r\n    b\r\n  fr: un\r\n# end\r\n"


def test_a_layout_that_leaves_no_safe_way_is_refused() -> None:
    with pytest.raises(CannotWriteError, match="by hand"):
        set_stamps(make_source("name: {de: a, en: b}\n...\n"), {"en": made({"name": "abcdef"})})


def test_a_file_that_cannot_be_read_is_refused() -> None:
    with pytest.raises(CannotWriteError, match="cannot be read"):
        set_texts(make_source("name: {de: a\n"), {("name", "de"): "b"})


def test_a_field_that_is_not_there_is_refused() -> None:
    with pytest.raises(CannotWriteError, match="no note"):
        set_texts(make_source("name: {de: a}\n"), {("note", "de"): "b"})


def test_stamps_are_written_at_the_end_one_a_line() -> None:
    written = set_stamps(make_source("name: {de: a, en: b}"), {"en": made({"name": "abcdef", "note": "123456"})})
    assert written.decode() == (
        "name: {de: a, en: b}\n"
        "translations: # written by `dragoman translations accept`\n"
        "  en:\n    from: de\n    method: human\n    of:\n      name: abcdef\n"
        '      note: "123456"\n'
    )


@pytest.mark.parametrize(
    "present",
    [
        "translations:  # mine\n  en:\n    from: de\n    method: machine\n    of: {name: ffffff}\n# end\nkind: city\n",
        "translations: {en: {from: de, method: machine, of: {name: ffffff}}}\n# end\nkind: city\n",
    ],
)
def test_stamps_are_replaced_where_they_stand(present: str) -> None:
    written = set_stamps(make_source(f"name: {{de: a, en: b}}\n{present}"), {"en": made({"name": "abcdef"})}).decode()
    assert written.startswith("name: {de: a, en: b}\ntranslations:")
    assert written.endswith("\n    from: de\n    method: human\n    of:\n      name: abcdef\n# end\nkind: city\n")
    assert ("# mine" in written) is ("# mine" in present)


@pytest.mark.parametrize("stamp", ["123456", "12e456", "00e000", "facade", "9ff12d", "1e1e1e"])
def test_no_stamp_is_a_number_to_other_programs(stamp: str) -> None:
    written = set_stamps(make_source("name: {de: a, en: b}\n"), {"en": made({"name": stamp})}).decode()
    assert yaml.safe_load(written)["translations"]["en"]["of"]["name"] == stamp


ORDINARY_TEXTS = st.from_regex(r"[ \n:#'\"\\{}\[\],&*!|>%@`\-?a-zäß„“…–0-9]{1,200}", fullmatch=True)


LAYOUTS = st.sampled_from(
    [
        "title: {de: eins, en: one}\nkind: city\n",
        "title:\n  de: eins\n  en: one\n",
        "title:\n    en: >-\n        one\n        more\n    de: eins # c\n\n\n# end",
        "a: [{title: {de: eins}}]\ntitle: {\n  de: 'eins',\n  en: one\n}\nx: y\n",
        "title:\n  de: |\n    eins\n\n    zwei\n\n# comment\nx: [1]\n",
    ]
)


@settings(max_examples=300)
@given(LAYOUTS, st.dictionaries(st.sampled_from(["de", "en", "fr", "zh-Hant"]), ORDINARY_TEXTS, min_size=1))
def test_only_what_is_meant_changes_whatever_the_text_and_the_layout(layout: str, texts: dict[str, str]) -> None:
    written = set_texts(make_source(layout), {("title", language): text for language, text in texts.items()})
    before, after = yaml.safe_load(layout), yaml.safe_load(written)
    assert after == before | {"title": before["title"] | texts}
    assert {line for line in layout.splitlines() if line.startswith("#")} <= set(written.decode().splitlines())
