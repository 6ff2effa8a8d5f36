"""`dragoman diff`: what it tells a reviewer about two states of a site in git."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from markdown_it import MarkdownIt

from dragoman.cli.review_markdown import escape, escape_html, render_review_markdown
from dragoman.content.files import Kind
from dragoman.model.word_changes import compare_words
from dragoman.reviewing.differences import Added, Difference, TextChanged, ValueChanged
from dragoman.reviewing.review import Nature, RecordReview, Review
from tests.repository import Repository, make_repository
from tests.small_site import EVENT, SmallSite, make_event, make_site, read_tree

PERSON = "content/people/moana.yaml"
TOPIC = "content/topics/harbour-dues.yaml"


@pytest.fixture
def site(tmp_path: Path) -> SmallSite:
    """A site in a folder of a repository, committed."""
    made = make_site(tmp_path / "repository/sites/harbours")
    make_repository(tmp_path / "repository").commit()
    return made


@pytest.fixture
def repository(site: SmallSite) -> Repository:
    return Repository(site.folder.parents[1])


def diff(site: SmallSite, *arguments: str) -> list[str]:
    done = site.call("diff", *(arguments or ("HEAD",)))
    assert (done.code, done.stderr) == (0, "")
    return [line for line in done.stdout.splitlines() if line]


def test_nothing_has_changed_where_only_the_writing_has(site: SmallSite) -> None:
    site.change(EVENT, "type: call", 'type:   "call"  # a telephone call')
    site.change(EVENT, "topics: [harbour-dues]", "topics:\n  - harbour-dues")
    (line,) = diff(site)
    assert line.startswith("Nothing has changed in meaning since ")


def test_each_record_tells_what_has_changed_in_it(site: SmallSite) -> None:
    site.change(EVENT, "date: 2024-02-01", 'date: "[2024-02-01,2024-02-02]"')
    site.change(EVENT, "Ministers telephone (de)", "Ministers speak (de)")
    site.change(PERSON, "from: 2023-01-01", "from: 2023-01-02")
    assert diff(site)[:-1] == [
        f"{EVENT}: changed",
        "  Ministers speak (de)",
        "    date: 1 February 2024 → 1 or 2 February 2024",
        "    title (de): Ministers [-telephone-]{+speak+} (de)",
        "    original changed, translation not (en): title",
        f"{PERSON}: changed",
        "  Moana Tide (de)",
        "    office minister › from: since 1 January 2023 → since 2 January 2023",
    ]


def test_records_come_go_and_are_renamed(site: SmallSite, repository: Repository) -> None:
    new = "content/events/2024/2024-03-01-new.yaml"
    site.write({new: make_event(("de", "en"), date="2024-03-01")})
    text = (site.folder / TOPIC).read_text()
    site.remove(TOPIC)
    site.write({"content/topics/dues.yaml": f"{text}former_ids: [harbour-dues]\n"})
    site.remove("content/organisations/fj-ports.yaml")
    shown = diff(site)
    assert f"{new}: added" in shown
    assert "    participants: moana (caller), wirihana (callee)" in shown
    assert "content/topics/dues.yaml: renamed from harbour-dues" in shown
    assert "content/organisations/fj-ports.yaml: removed" in shown
    assert "    its address leads nowhere from now on: a record that replaces it should name it in former_ids" in shown
    assert shown[-1].endswith(": 1 added, 1 renamed, 1 removed.")
    repository.commit()
    assert diff(site)[-1].startswith("Nothing has changed")
    assert diff(site, "HEAD~1")[-1] == shown[-1]


def test_stamped_translations_that_have_gone_stale_are_named_once(site: SmallSite, repository: Repository) -> None:
    assert site.call_part("translations", "accept", "--all").code == 0
    repository.commit()
    site.change(EVENT, "Ministers telephone (de)", "Ministers speak (de)")
    assert "    translation gone stale (en): title" in diff(site)
    repository.commit()
    site.change(EVENT, "type: call", "type: video-call")
    assert not [line for line in diff(site) if "stale" in line]
    assert site.call_part("translations", "accept", "--all").code == 0
    assert "    translations accepted anew: en" in diff(site)


def test_a_file_that_one_of_the_two_cannot_read_is_named_and_the_rest_compared(
    site: SmallSite, repository: Repository
) -> None:
    sound = (site.folder / TOPIC).read_text()
    site.write({TOPIC: "name: {de: a"})
    site.change(EVENT, "type: call", "type: video-call")
    shown = diff(site)
    assert "    type: call → video-call" in shown
    assert any(line.startswith(f"not compared, because it could not be read now: {TOPIC}:1: ") for line in shown)
    assert not any("removed" in line for line in shown)
    repository.commit()
    site.write({TOPIC: sound})
    assert any(line.startswith(f"not compared, because it could not be read then: {TOPIC}:1: ") for line in diff(site))


def test_a_broken_site_yaml_does_not_end_it(site: SmallSite) -> None:
    site.write({"content/site.yaml": "title: [", EVENT: make_event(("de", "en"), date="2024-02-02")})
    assert "    date: 1 February 2024 → 2 February 2024" in diff(site)


def test_nothing_is_checked_out_or_written(site: SmallSite, repository: Repository) -> None:
    site.change(EVENT, "type: call", "type: video-call")
    before = read_tree(repository.folder)
    diff(site, "HEAD", "--format", "markdown")
    assert read_tree(repository.folder) == before


@pytest.mark.parametrize("revision", ["nowhere", "--help-me"])
def test_a_revision_that_is_none_is_wrong_use(site: SmallSite, revision: str) -> None:
    done = site.call("diff", "--", revision)
    assert done.code == 2
    assert f'git knows no revision "{revision}"' in done.stderr


NASTY = (
    "<script>x</script> @someone ![a](https://evil.example/p.png) `c` **b** _i_ ~~s~~ #1 | \\ & www.evil.example [x]: y"
)


def render(markdown: str) -> BeautifulSoup:
    reader = MarkdownIt("gfm-like", {"linkify": False}).enable(["strikethrough", "table"])
    return BeautifulSoup(reader.render(markdown), "lxml")


@pytest.mark.parametrize("written", [f"- {escape(NASTY)}", f"- <b>{escape_html(NASTY)}</b>"])
def test_no_text_is_markup_in_markdown(written: str) -> None:
    page = render(written)
    assert page.get_text().strip() == NASTY
    assert {tag.name for tag in page.find_all()} <= {"html", "body", "ul", "li", "b"}
    assert not re.search(r"@\w|(?<!\\)https?://", written)


def make_review(count: int, lines: int) -> Review:
    differences: tuple[Difference, ...] = (
        TextChanged(where=("title",), language="de", pieces=compare_words("am Montag früh", "am Dienstag früh")),
        *(ValueChanged(where=("readout us", f"point {n}", "topic"), before="a", after="b") for n in range(lines - 2)),
        Added(where=("summary",), what=NASTY, language="en"),
    )
    records = tuple(
        RecordReview(
            kind=Kind.EVENT,
            id=f"2024-{n}",
            path=f"content/events/2024/2024-{n}.yaml",
            title="A *title*",
            nature=Nature.CHANGED,
            differences=differences,
        )
        for n in range(count)
    )
    return Review(commit="0123456789abcdef", records=records, unread_then=(), unread_now=())


def test_markdown_shows_changed_words_and_folds_long_lists_away() -> None:
    short = render(render_review_markdown(make_review(1, 3)))
    assert [tag.name for tag in short.select("details")] == []
    first = short.select("li")[0]
    assert first.get_text() == "title (de): am MontagDienstag früh"
    assert [tag.get_text() for tag in first.select("del, ins")] == ["Montag", "Dienstag"]
    long = render(render_review_markdown(make_review(1, 20)))
    assert long.select_one("details > summary").get_text() == "event 2024-0: A *title* (20 changes)"  # type: ignore[union-attr]
    assert len(long.select("details li")) == 20


def test_markdown_stays_below_what_a_comment_may_hold() -> None:
    text = render_review_markdown(make_review(400, 20), longest=20_000)
    assert len(text) <= 20_000
    shown = text.count("<details>")
    assert f"… and {400 - shown} more records" in text
