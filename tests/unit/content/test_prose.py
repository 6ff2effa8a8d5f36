"""What is wrong with a page of prose is found before Pelican reads it, at its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.content.prose import LARGEST_PAGE, check_prose
from dragoman.diagnostics import Diagnostic
from dragoman.model.marks import MOST_ABBREVIATIONS, MOST_TAGS_OF_A_PAGE


def check(folder: Path, pages: dict[str, str]) -> list[Diagnostic]:
    content = folder / "content"
    (content / "media").mkdir(parents=True, exist_ok=True)
    (content / "media/dock.png").write_bytes(b"x")
    (content / "secret.txt").write_text("s3cret", encoding="utf-8")
    for name, text in pages.items():
        path = content / "pages" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return list(check_prose(content, ("de", "en")))


GOOD = """\
Title: Good
Slug: good
Summary: *All* is well.

A [link]({filename}other.en.md), ![a dock]({static}/media/dock.png).
"""


def test_a_good_page_has_no_findings(tmp_path: Path) -> None:
    assert not check(tmp_path, {"good.de.md": GOOD, "other.en.md": "Title: Other\n\nText, `{static}nothing.png`.\n"})


@pytest.mark.parametrize(
    ("page", "place", "rule", "words"),
    [
        ("Words without a head.\n", (1, 1), "missing-field", "needs a title"),
        ("", (1, 1), "missing-field", "needs a title"),
        ("\nTitle: too late\n", (1, 1), "missing-field", "needs a title"),
        ("Slug: a\nTitle:\n\nx", (2, 1), "missing-field", "the title is empty"),
        ("Title: ?!\n", (1, 8), "bad-id", "no address"),
        ("Title: A\nTitle: B\n", (2, 8), "duplicate-key", "`Title:` stands here more than once"),
        ("Title: A\n    B\n", (2, 5), "duplicate-key", "goes on in another line"),
        ("Title: A\nLang: fr\n", (2, 7), "unknown-value", 'no language "fr"'),
        ("Title: A\nSlug: ../x\n", (2, 7), "bad-id", "../x"),
        ("Title: A\nSlug: A b\n", (2, 7), "bad-id", "A b"),
        ("Title: A\nSlug: con\n", (2, 7), "bad-id", "keep for themselves"),
        ("Title: A\nSlug: index\n", (2, 7), "bad-id", "keep for themselves"),
        ("Title: A\nSlug:\n", (2, 1), "bad-id", "the slug"),
        ("Title: A\nSave_as: -/dragoman/x.html\n", (2, 1), "unknown-field", "Save_as"),
        ("Title: A\nURL: https://evil.example/\n", (2, 1), "unknown-field", "Url"),
        ("Title: A\n__class__: x\n", (2, 1), "unknown-field", "__class__"),
        ("Title: A\nsettings: x\n", (2, 1), "unknown-field", "Settings"),
        ("Title: A\nSumary: x\n", (2, 1), "unknown-field", "Sumary"),
        ("Title: A\nTemplate: event\n", (2, 11), "unknown-value", 'no template "event"'),
        ("Title: A\nStatus: hidden\n", (2, 9), "unknown-value", "not a status"),
        ("Title: A\nDate: tomorrow\n", (2, 7), "bad-date", "not a date"),
        ("Title: A\nDate: 2024-02-31\n", (2, 7), "bad-date", "not a date"),
        ("Title: A\nTranslation_id: ../x\n", (2, 17), "bad-id", "belong together"),
        (f"Title: {'A' * 201}\n", (1, 8), "too-long", "201 characters"),
        (f"Title: A\nSummary: {'A' * 1001}\n", (2, 10), "too-long", "1001 characters"),
        ("Title: A\n\n[x]({filename}gone.md)\n", (3, 5), "missing-file", "gone.md"),
        ("Title: A\n\n[x](<{filename}gone.md>)\n", (3, 6), "missing-file", "gone.md"),
        ("Title: A\n\n[x]({attach}../secret.txt)\n", (3, 5), "unknown-reference", "leads out of"),
        ("Title: A\n\n[x]({static}%2e%2e/secret.txt)\n", (3, 5), "unknown-reference", "leads out of"),
        ("Title: A\n\n[x]({static}&#47;secret.txt)\n", (3, 5), "unknown-reference", "leads out of"),
        ('Title: A\n\n<a href="{static}/secret.txt">x</a>\n', (3, 10), "unknown-reference", "leads out of"),
        ("Title: A\n\n[x]: {static}/secret.txt\n", (3, 6), "unknown-reference", "leads out of"),
        ("Title: A\n\n[x]({index})\n", (3, 5), "unknown-value", "{index}"),
        ("Title: A\n\n[x](method.en.md)\n", (3, 5), "missing-file", "readers have no file"),
        ("Title: A\n\n" + "[" * 401, (3, 401), "too-much-markup", "this paragraph"),
        ("Title: A\n\n" + "1. " * 10, (3, 1), "too-much-markup", "nested"),
        ("Title: A\n\n" + " " * 40 + "- x", (3, 1), "too-much-markup", "nested"),
        ("Title: A\n\n" + "x" * 10_001, (3, 10_001), "too-much-markup", "10001 characters"),
        ("Title: A\n\n" + "<b>x\n\n" * (MOST_TAGS_OF_A_PAGE + 1), (1003, 1), "too-much-markup", "signs <"),
        ("Title: A\n\n" + "*[a]: b\n\n" * (MOST_ABBREVIATIONS + 1), (203, 1), "too-much-markup", "abbreviations"),
        ("Title: A\n\n" + "*a*\n\n" * 1_600, (3_003, 1), "too-much-markup", "this page"),
        ("Title: A\n" + "x" * LARGEST_PAGE, (1, 1), "too-large", "64 KiB"),
    ],
)
def test_what_is_wrong_is_found_at_its_place(
    tmp_path: Path, page: str, place: tuple[int, int], rule: str, words: str
) -> None:
    (finding,) = check(tmp_path, {"page.de.md": page})
    assert (finding.location.line, finding.location.column, finding.rule) == (*place, rule)
    assert finding.location.path == "content/pages/page.de.md"
    assert words in finding.message
    assert finding.hint


def test_a_language_in_the_name_of_the_file_must_be_one_of_the_site(tmp_path: Path) -> None:
    (finding,) = check(tmp_path, {"page.v2.md": "Title: A\n"})
    assert (finding.rule, "page.de.md" in finding.hint) == ("unknown-value", True)


def test_two_pages_of_one_language_have_two_slugs(tmp_path: Path) -> None:
    pages = {
        "a.de.md": "Title: A\nSlug: same\n",
        "b.de.md": "Title: B\nSlug: same\n",
        "a.en.md": "Title: A\nSlug: same\n",
    }
    (finding,) = check(tmp_path, pages)
    assert (finding.location.path, finding.rule) == ("content/pages/b.de.md", "duplicate-id")
