"""The Atom feed of a language: order, ids, links, languages; and that the clock has no part in it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import feedparser
import pytest

from dragoman.model.site import Site
from dragoman.render.feeds import LONGEST_FEED, make_feed, make_tag
from dragoman.site.addresses import SECTIONS, Addresses
from dragoman.site.catalog import Catalog
from tests.unit.site.world import SITE, make_world

ADDRESSES = Addresses(
    url="https://example.org/trial/",
    slugs={"de": {section: f"{section}-de" for section in SECTIONS}, "en": {section: section for section in SECTIONS}},
)


def read_feed(catalog: Catalog, language: str = "en") -> Any:
    feed = feedparser.parse(make_feed(catalog, ADDRESSES, language).content)
    assert not feed.bozo, feed.bozo_exception
    return feed


def titles(feed: Any) -> list[str]:
    return [entry.title for entry in feed.entries]


def test_what_appeared_or_changed_last_comes_first_whatever_the_events_date() -> None:
    catalog = make_world(
        {
            "old-contact-new-record": {"date": "1990-01-01", "published": "2024-03-01", "title": {"en": "first"}},
            "new-contact-old-record": {"date": "2024-02-01", "published": "2024-02-02", "title": {"en": "last"}},
            "updated": {
                "date": "2023-01-01",
                "published": "2023-01-02",
                "updated": "2024-02-20T10:00+04:00",
                "title": {"en": "second"},
            },
            "corrected": {
                "date": "2022-01-01",
                "published": "2022-01-02",
                "corrections": [{"date": "2024-02-10", "text": {"en": "It was another day."}}],
                "title": {"en": "third"},
            },
        }
    )
    assert titles(read_feed(catalog)) == ["first", "second", "third", "last"]


def test_an_entry_keeps_its_id_when_everything_else_changes() -> None:
    before = read_feed(make_world({"2024-01-01-a": {"date": "2024-01-01"}})).entries[0]
    changed = {"date": "2023-12-31", "title": {"en": "Another title"}, "updated": "2024-02-01"}
    after = read_feed(make_world({"2024-01-01-a": changed})).entries[0]
    assert before.id == after.id == "tag:example.org,2026:event/2024-01-01-a/en"


def test_the_languages_are_feeds_of_their_own_that_name_each_other() -> None:
    catalog = make_world({"2024-01-01-a": {"date": "2024-01-01"}})
    german, english = read_feed(catalog, "de"), read_feed(catalog, "en")
    assert german.feed.language == "de"
    assert (german.feed.title, english.feed.title) == ("Probe", "Trial")
    assert german.feed.id != english.feed.id
    assert german.entries[0].id != english.entries[0].id
    links = {(link.rel, link.get("hreflang"), link.href) for link in german.feed.links}
    assert links == {
        ("self", None, "https://example.org/trial/de/feed.atom"),
        ("alternate", None, "https://example.org/trial/de/"),
        ("alternate", "en", "https://example.org/trial/en/feed.atom"),
    }
    assert german.entries[0].link == "https://example.org/trial/de/events-de/2024-01-01-a/"


def test_a_text_in_another_language_is_marked_as_such() -> None:
    catalog = make_world({"2024-01-01-a": {"date": "2024-01-01", "title": {"de": "Ein Anruf"}}})
    content = make_feed(catalog, ADDRESSES, "en").content.decode()
    assert '<entry xml:lang="de"><title>Ein Anruf' in content
    # The summary has words in English, though the title has none.
    assert '&lt;div lang="en"&gt;&lt;p&gt;Two ministers' in content


def test_the_summary_is_safe_html() -> None:
    summary = {"en": "They spoke of <script>alert(1)</script> and *nothing* else, for at least an hour."}
    (entry,) = read_feed(make_world({"2024-01-01-a": {"date": "2024-01-01", "summary": summary}})).entries
    assert "<script" not in entry.summary
    assert "<em>nothing</em>" in entry.summary


def test_a_retracted_record_says_why_and_nothing_else() -> None:
    retracted = {"date": "2024-05-01", "text": {"en": "It never took place."}}
    catalog = make_world({"2024-01-01-a": {"date": "2024-01-01", "retracted": retracted}})
    (entry,) = read_feed(catalog).entries
    assert entry.summary == "<p>It never took place.</p>"
    assert entry.updated == "2024-05-01T00:00:00+00:00"


def test_a_feed_without_entries_has_a_date_all_the_same() -> None:
    first = make_feed(make_world({}), ADDRESSES, "en")
    assert b"<updated>1970-01-01T00:00:00+00:00</updated>" in first.content
    assert make_feed(make_world({}), ADDRESSES, "en") == first


def test_a_feed_holds_the_newest_only() -> None:
    events = {f"2024-01-01-{number:03}": {"date": "2024-01-01"} for number in range(LONGEST_FEED + 5)}
    entries = read_feed(make_world(events)).entries
    assert len(entries) == LONGEST_FEED
    assert not any("-000/" in entry.id for entry in entries)


@pytest.mark.parametrize(
    ("given", "expected"),
    [({}, "tag:example.org,2026:event/a"), ({"id": "elsewhere.example,2020"}, "tag:elsewhere.example,2020:event/a")],
)
def test_ids_begin_with_the_sites_own_authority(given: dict[str, str], expected: str) -> None:
    assert make_tag(Site.model_validate({**SITE, **given}), "event", "a") == expected


def test_the_path_of_a_feed_is_the_one_that_pages_link_to() -> None:
    addresses = replace(ADDRESSES, url="https://example.org/")
    assert make_feed(make_world({}), addresses, "de").path == addresses.feed("de")
