"""Atom feeds (RFC 4287), one per language: what was published or changed last. Knows the format, not the pages.

Ordered by publication or change, never by the date of the event; the same records give the same bytes.
"""

from __future__ import annotations

import datetime as dt
import html
import io
from typing import Any
from urllib.parse import urlsplit

from feedgenerator import Atom1Feed

from dragoman.model.site import Site
from dragoman.model.text import Localized, Phrase
from dragoman.render.markdown import to_html
from dragoman.rendered import RenderedFile
from dragoman.site.addresses import Addresses
from dragoman.site.catalog import Catalog, LinkedEvent

#: How many entries a feed holds; older ones are on the pages.
LONGEST_FEED = 100
#: RFC 4151 wants the year in which the authority owned its name; a site that gives none says it this way, for ever.
YEAR_OF_TAGS = "2026"
_BEGINNING = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)


def make_feed(catalog: Catalog, addresses: Addresses, language: str) -> RenderedFile:
    """The feed of a language: the records that appeared or changed last, retracted ones with the reason."""
    writer = _FeedWriter(catalog.site, addresses, language)
    newest = sorted(catalog.events.values(), key=lambda event: (get_change(event), event.id), reverse=True)
    return RenderedFile(path=addresses.feed(language), content=writer.write(newest[:LONGEST_FEED]))


def get_change(event: LinkedEvent) -> dt.datetime:
    """When the record last changed in substance: its publication, update, newest correction or retraction."""
    record = event.record
    moments = [record.published, record.updated, *(correction.date for correction in record.corrections)]
    if record.retracted is not None:
        moments.append(record.retracted.date)
    return max(moment.sort_key[0] for moment in moments if moment is not None)


def make_tag(site: Site, *specific: str) -> str:
    """A stable id (a ``tag:`` URI, RFC 4151) of a part of the site, independent of addresses and their words."""
    authority = site.id or f"{urlsplit(site.url).hostname},{YEAR_OF_TAGS}"
    return f"tag:{authority}:{'/'.join(specific)}"


class _AtomFeed(Atom1Feed):  # type: ignore[misc] # the library has no types
    """The library's feed, with what it leaves out: links to the other languages, the language of an entry."""

    def latest_post_date(self) -> dt.datetime:
        # The library's own falls back to the clock.
        return max((item["updateddate"] for item in self.items), default=_BEGINNING)

    def add_root_elements(self, handler: Any) -> None:
        super().add_root_elements(handler)
        for language, address in self.feed["translations"].items():
            attributes = {"rel": "alternate", "type": "application/atom+xml", "hreflang": language, "href": address}
            handler.addQuickElement("link", "", attributes)

    def item_attributes(self, item: Any) -> dict[str, str]:
        return {"xml:lang": item["lang"]} if item["lang"] != self.feed["language"] else {}


class _FeedWriter:
    """Writes the feed of one language."""

    def __init__(self, site: Site, addresses: Addresses, language: str) -> None:
        self._site = site
        self._addresses = addresses
        self._language = language

    def write(self, events: list[LinkedEvent]) -> bytes:
        feed = self._begin()
        for event in events:
            self._add(feed, event)
        text = io.StringIO()
        feed.write(text, "utf-8")
        return text.getvalue().encode()

    def _begin(self) -> _AtomFeed:
        site, addresses = self._site, self._addresses
        return _AtomFeed(
            title=self._resolve(site.title).text,
            link=addresses.absolute(addresses.front(self._language)),
            description=None,
            subtitle=self._resolve(site.description).text,
            language=self._language,
            feed_url=addresses.absolute(addresses.feed(self._language)),
            feed_guid=make_tag(site, "feed", self._language),
            feed_copyright=site.licence,
            author_name=site.publisher.name,
            author_email=site.publisher.email,
            author_link=site.publisher.url,
            translations={
                language: addresses.absolute(addresses.feed(language))
                for language in site.languages
                if language != self._language
            },
        )

    def _add(self, feed: _AtomFeed, event: LinkedEvent) -> None:
        title = self._resolve(event.record.title)
        feed.add_item(
            title=title.text,
            link=self._addresses.absolute(self._addresses.of(self._language, event)),
            description=self._describe(event, title.lang),
            unique_id=make_tag(self._site, "event", event.id, self._language),
            pubdate=event.record.published.sort_key[0],
            updateddate=get_change(event),
            categories=tuple(self._resolve(topic.name).text for topic in event.topics),
            lang=title.lang,
        )

    def _describe(self, event: LinkedEvent, entry_language: str) -> str:
        """The summary; where the record was retracted, the reason and nothing else of it."""
        record = event.record
        text = record.summary if record.retracted is None else record.retracted.text
        phrase = self._resolve(text)
        body = to_html(phrase.text)
        if phrase.lang == entry_language:
            return body
        return f'<div lang="{html.escape(phrase.lang)}">{body}</div>'

    def _resolve(self, text: Localized) -> Phrase:
        return text.resolve((self._language, self._site.default_language))
