"""Mending files: only what a finding says changes, to the byte."""

from __future__ import annotations

import codecs
import datetime as dt
from pathlib import Path

import pytest

from dragoman.content.collecting import read_records
from dragoman.content.files import load_folder
from dragoman.content.fixing import FixedFile, fix_files
from dragoman.diagnostics import Edit, Fix
from tests.small_site import EVENT, SmallSite, make_site

TODAY = dt.date(2024, 11, 15)


def fix(site: SmallSite) -> dict[str, FixedFile]:
    loaded = load_folder(site.folder / "content")
    return {file.path: file for file in fix_files(loaded, read_records(loaded, today=TODAY).diagnostics)}


def mend(site: SmallSite, name: str = EVENT) -> str:
    """The file as it is after mending, which has to change it."""
    return fix(site)[name].content.decode()


@pytest.fixture
def site(tmp_path: Path) -> SmallSite:
    return make_site(tmp_path)


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("date: 1.2.2024    # a comment", "date: 2024-02-01    # a comment"),
        ("date: '1 February 2024'", "date: '2024-02-01'"),
        ('date: "2024/02/01"', 'date: "2024-02-01"'),
    ],
)
def test_a_date_keeps_its_quotation_marks_and_comment(site: SmallSite, wrong: str, right: str) -> None:
    site.change(EVENT, "date: 2024-02-01", wrong)
    before = (site.folder / EVENT).read_text(encoding="utf-8")
    assert mend(site) == before.replace(wrong, right)


def test_quotation_marks_in_a_folded_text_are_mended_where_they_stand(site: SmallSite) -> None:
    text = (
        "summary:\n  de: >-   # folded\n    Beide sprachen über\n"
        '    die "Gebühren\n    in Häfen" und\n    anderes 2020-2023.\n'
    )
    before = (site.folder / EVENT).read_text(encoding="utf-8")
    line = next(line for line in before.splitlines(keepends=True) if line.startswith("summary:"))
    site.write({EVENT: before.replace(line, text + '  en: "Both \\"spoke\\" about the dues in their harbours."\n')})
    mended = mend(site)
    assert "    die „Gebühren\n    in Häfen“ und\n    anderes 2020–2023.\n" in mended
    assert '  en: "Both “spoke” about the dues in their harbours."\n' in mended
    assert "  de: >-   # folded\n" in mended


def test_line_ends_and_a_byte_order_mark_stay(site: SmallSite) -> None:
    text = (site.folder / EVENT).read_text(encoding="utf-8").replace("date: 2024-02-01", "date: 1.2.2024")
    content = codecs.BOM_UTF8 + text.replace("\n", "\r\n").encode()
    site.write({EVENT: content})
    assert fix(site)[EVENT].content == content.replace(b"1.2.2024", b"2024-02-01")


def test_an_ambiguous_word_is_put_in_quotation_marks(site: SmallSite) -> None:
    site.change("content/people/moana.yaml", "offices:", "aliases: [no, 012, yes!]\noffices:")
    assert 'aliases: ["no", "012", yes!]\n' in mend(site, "content/people/moana.yaml")


def test_a_mended_site_has_nothing_left_to_mend(site: SmallSite) -> None:
    site.change(EVENT, "date: 2024-02-01", "date: 1.2.2024")
    site.change(EVENT, "https://gazette.example/1", "https://gazette.example/1?utm_source=x#top")
    site.write({EVENT: mend(site)})
    site.write({EVENT: mend(site)})  # only of a record that can be read are all rules asked
    assert "https://gazette.example/1#top" in (site.folder / EVENT).read_text(encoding="utf-8")
    assert fix(site) == {}


def test_a_file_that_cannot_be_parsed_is_left_alone(site: SmallSite) -> None:
    site.change(EVENT, "date: 2024-02-01", "date: 1.2.2024\n\tx: [")
    assert fix(site) == {}


def test_a_fix_that_would_change_anything_else_is_not_made(site: SmallSite) -> None:
    site.change(EVENT, "date: 2024-02-01", "date: 1.2.2024")
    loaded = load_folder(site.folder / "content")
    (wrong,) = [one for one in read_records(loaded, today=TODAY).diagnostics if one.fix is not None]
    broken = Fix(edits=(Edit(start=0, end=4, text="day"),), path=("date",), value="2024-02-01")
    object.__setattr__(wrong, "fix", broken)
    assert list(fix_files(loaded, [wrong])) == []
