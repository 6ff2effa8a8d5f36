"""Feeds as a reader's program sees them."""

from __future__ import annotations

import json
from pathlib import Path

import feedparser
from lxml import etree

from tests.built_site import BuiltSite


def feeds(site: BuiltSite) -> list[str]:
    return sorted(name for name in site.files if name.endswith((".atom", "atom.xml", "feed.xml")))


def test_every_language_of_the_real_site_has_a_feed(real_site: BuiltSite) -> None:
    assert {name.split("/")[0] for name in feeds(real_site)} == set(real_site.languages)


def test_every_feed_is_well_formed_and_complete(real_site: BuiltSite) -> None:
    for name in feeds(real_site):
        feed = feedparser.parse((real_site.output / name).read_bytes())
        assert not feed.bozo, f"{name}: {feed.get('bozo_exception')}"
        assert feed.version == "atom10", name
        assert feed.entries or name.endswith("/corrections.atom"), name
        assert feed.feed.id, name
        assert len({entry.id for entry in feed.entries}) == len(feed.entries), name
        for entry in feed.entries:
            assert entry.title, name
            assert entry.updated_parsed, name
            assert real_site.file_at(entry.link) is not None, f"{name}: {entry.link}"


def test_every_feed_keeps_to_the_grammar_of_atom(real_site: BuiltSite) -> None:
    grammar = etree.RelaxNG(etree.parse(Path(__file__).with_name("atom.rng")))
    for name in feeds(real_site):
        assert grammar.validate(etree.parse(real_site.output / name)), f"{name}: {grammar.error_log.last_error}"


def test_every_json_feed_has_the_entries_of_its_atom_feed(real_site: BuiltSite) -> None:
    for name in feeds(real_site):
        other = json.loads((real_site.output / name).with_suffix(".json").read_bytes())
        assert other["version"] == "https://jsonfeed.org/version/1.1"
        assert other["feed_url"] == real_site.address(name.removesuffix("atom") + "json")
        entries = feedparser.parse((real_site.output / name).read_bytes()).entries
        assert [item["id"] for item in other["items"]] == [entry.id for entry in entries]


def test_pages_name_feeds_that_are_there(real_site: BuiltSite) -> None:
    named = {
        real_site.file_at(str(address))
        for document in real_site.documents.values()
        for address in document.xpath("//link[@type='application/atom+xml']/@href")
        if str(address).startswith("http")
    }
    assert named <= set(feeds(real_site))
