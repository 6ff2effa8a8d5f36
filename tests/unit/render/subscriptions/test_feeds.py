"""Feeds of a language: order, ids, links, languages; and that the clock has no part in them."""

from __future__ import annotations

import json
from typing import Any

import feedparser
import pytest

from dragoman.model.site import Site
from dragoman.render.subscriptions import LONGEST_FACET_FEED, LONGEST_FEED, Subscriptions
from dragoman.render.tags import make_tag
from dragoman.site.catalog import Catalog
from tests.unit.render.outputs_world import ADDRESSES, WORDS
from tests.unit.site.world import SITE, account, make_world, say


def make_feeds(catalog: Catalog) -> dict[str, bytes]:
    return {file.path: file.content for part in Subscriptions(catalog, ADDRESSES, WORDS).parts() for file in part()}


def read_feed(catalog: Catalog, language: str = "en", name: str = "feed.atom") -> Any:
    feed = feedparser.parse(make_feeds(catalog)[f"{language}/{name}"])
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
    assert german.entries[0].link == "https://example.org/trial/de/ereignisse/2024-01-01-a/"


def test_a_text_in_another_language_is_marked_as_such() -> None:
    catalog = make_world({"2024-01-01-a": {"date": "2024-01-01", "title": {"de": "Ein Anruf"}}})
    content = make_feeds(catalog)["en/feed.atom"].decode()
    assert '<entry xml:lang="de"><title>Ein Anruf' in content
    # The date and the summary have words in English, though the title has none.
    assert '&lt;p lang="en"&gt;Monday, 1 January 2024' in content
    assert '&lt;div lang="en"&gt;&lt;p&gt;Two ministers' in content


def test_an_entry_begins_with_the_date_of_the_contact_as_exactly_as_it_is_known() -> None:
    (entry,) = read_feed(make_world({"2024-01-a": {"date": "2024-01?"}})).entries
    assert entry.summary.partition("\n")[0] == "<p>probably January 2024</p>"


def test_the_summary_is_safe_html() -> None:
    summary = {"en": "They spoke of <script>alert(1)</script> and *nothing* else, for at least an hour."}
    catalog = make_world({"2024-01-01-a": {"date": "2024-01-01", "summary": summary}})
    (entry,) = read_feed(catalog).entries
    assert "<script" not in entry.summary
    assert "<em>nothing</em>" in entry.summary
    (item,) = json.loads(make_feeds(catalog)["en/feed.json"])["items"]
    assert "&lt;script&gt;" in item["content_html"]


def test_a_retracted_record_says_so_wherever_it_was_followed() -> None:
    retracted = {"date": "2024-05-01", "text": {"en": "It never took place."}}
    catalog = make_world({"2024-01-01-a": {"date": "2024-01-01", "retracted": retracted}})
    for name in ("feed.atom", "corrections.atom", "people/kari/feed.atom", "pairs/at-no/feed.atom"):
        (entry,) = read_feed(catalog, name=name).entries
        assert entry.title == "Retracted: A call"
        assert entry.summary == "<p>It never took place.</p>"
        assert entry.updated == "2024-05-01T00:00:00+00:00"


def test_a_corrected_record_moves_to_the_top_once_and_an_untouched_one_never() -> None:
    events: dict[str, Any] = {
        "2024-01-01-a": {"date": "2024-01-01", "published": "2024-01-02"},
        "2024-01-03-b": {"date": "2024-01-03", "published": "2024-01-04"},
        "2024-01-05-c": {"date": "2024-01-05", "published": "2024-01-06"},
    }

    def order(name: str = "feed.atom") -> list[str]:
        return [entry.id.split("/")[1] for entry in read_feed(make_world(events), name=name).entries]

    assert order() == ["2024-01-05-c", "2024-01-03-b", "2024-01-01-a"]
    events["2024-01-01-a"]["corrections"] = [{"date": "2024-02-01", "text": {"en": "It was noon."}}]
    for name in ("feed.atom", "people/kari/feed.atom", "topics/nature/feed.atom", "organisations/no-mfa/feed.atom"):
        assert order(name) == ["2024-01-01-a", "2024-01-05-c", "2024-01-03-b"]
    events["2024-02-02-d"] = {"date": "2024-02-02", "published": "2024-02-03"}
    assert order() == ["2024-02-02-d", "2024-01-01-a", "2024-01-05-c", "2024-01-03-b"]


def test_corrections_are_entries_of_their_own_whose_ids_stay() -> None:
    first = {"date": "2024-02-01", "text": {"en": "It was *noon*."}}
    second = {"date": "2024-03-01", "text": {"en": "It was Oslo."}}

    def entries(*corrections: Any) -> list[tuple[str, str]]:
        catalog = make_world({"2024-01-01-a": {"date": "2024-01-01", "corrections": list(corrections)}})
        return [(entry.id, entry.summary) for entry in read_feed(catalog, name="corrections.atom").entries]

    (before,) = entries(first)
    assert before == ("tag:example.org,2026:correction/2024-01-01-a/1/en", "<p>It was <em>noon</em>.</p>")
    assert entries(second, first) == [
        ("tag:example.org,2026:correction/2024-01-01-a/2/en", "<p>It was Oslo.</p>"),
        before,
    ]


def test_the_formats_have_the_same_entries_in_the_same_order() -> None:
    catalog = make_world(
        {
            "2024-01-01-a": {"date": "2024-01-01", "readouts": [account("no-mfa", say("fish"))]},
            "2024-01-02-b": {"date": "2024-01-02", "published": "2024-01-03T10:00+04:00"},
        }
    )
    files = make_feeds(catalog)
    atoms = [path for path in files if path.endswith(".atom")]
    assert "de/themen/fish/feed.atom" in atoms
    for path in atoms:
        atom, feed = feedparser.parse(files[path]), json.loads(files[path.removesuffix("atom") + "json"])
        assert (atom.feed.title, atom.feed.language) == (feed["title"], feed["language"])
        assert [(entry.id, entry.title, entry.link) for entry in atom.entries] == [
            (item["id"], item["title"], item["url"]) for item in feed["items"]
        ]


def test_a_feed_without_entries_has_a_date_all_the_same() -> None:
    first = make_feeds(make_world({}))
    assert b"<updated>1970-01-01T00:00:00+00:00</updated>" in first["en/feed.atom"]
    assert make_feeds(make_world({})) == first


def test_a_feed_holds_the_newest_only() -> None:
    events = {f"2024-01-01-{number:03}": {"date": "2024-01-01"} for number in range(LONGEST_FEED + 5)}
    catalog = make_world(events)
    for name, longest in (("feed.atom", LONGEST_FEED), ("people/kari/feed.atom", LONGEST_FACET_FEED)):
        entries = read_feed(catalog, name=name).entries
        assert len(entries) == longest
        assert not any("-000/" in entry.id for entry in entries)


@pytest.mark.parametrize(
    ("given", "expected"),
    [({}, "tag:example.org,2026:event/a"), ({"id": "elsewhere.example,2020"}, "tag:elsewhere.example,2020:event/a")],
)
def test_ids_begin_with_the_sites_own_authority(given: dict[str, str], expected: str) -> None:
    assert make_tag(Site.model_validate({**SITE, **given}), "event", "a") == expected
