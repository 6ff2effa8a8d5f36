"""Atom (RFC 4287). An entry is written once and goes into every feed of its language. The one module that knows the
library for feeds.
"""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Sequence
from typing import Any

from feedgenerator import Atom1Feed
from feedgenerator.django.utils.xmlutils import SimplerXMLGenerator

from dragoman.model.site import Site
from dragoman.render.subscriptions.channels import Channel
from dragoman.render.subscriptions.entries import Entry
from dragoman.rendered import RenderedFile
from dragoman.site.addresses import Addresses

ENDING = ".atom"
#: When nothing has happened yet; the library would ask the clock.
BEGINNING = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
_END = "</feed>"


class AtomWriter:
    """Writes feeds, and remembers the entries by id."""

    def __init__(self, site: Site, addresses: Addresses) -> None:
        self._site = site
        self._addresses = addresses
        self._written: dict[str, str] = {}

    def write(self, channel: Channel, entries: Sequence[Entry]) -> RenderedFile:
        """The feed of a channel with the entries in the order given."""
        updated = max((entry.updated for entry in entries), default=BEGINNING)
        text = io.StringIO()
        self._begin(channel, updated).write(text, "utf-8")
        head = text.getvalue().removesuffix(_END)
        body = "".join(self._write_entry(entry, channel.language) for entry in entries)
        return RenderedFile(path=channel.path + ENDING, content=f"{head}{body}{_END}".encode())

    def _begin(self, channel: Channel, updated: dt.datetime) -> _AtomFeed:
        site = self._site
        address = {language: self._addresses.absolute(path + ENDING) for language, path in channel.paths.items()}
        return _AtomFeed(
            title=channel.title,
            link=channel.page,
            description=None,
            subtitle=channel.description,
            language=channel.language,
            feed_url=address[channel.language],
            feed_guid=channel.id,
            feed_copyright=site.licence,
            author_name=site.publisher.name,
            author_email=site.publisher.email,
            author_link=site.publisher.url,
            updated=updated,
            translations={language: url for language, url in address.items() if language != channel.language},
        )

    def _write_entry(self, entry: Entry, language: str) -> str:
        if entry.id not in self._written:
            feed = _AtomFeed(title="", link="", description=None, language=language)
            feed.add_item(
                title=entry.title,
                link=entry.address,
                description=entry.html,
                unique_id=entry.id,
                pubdate=entry.published,
                updateddate=entry.updated,
                categories=entry.topics,
                lang=entry.lang,
            )
            text = io.StringIO()
            feed.write_items(SimplerXMLGenerator(text, "utf-8", short_empty_elements=True))
            self._written[entry.id] = text.getvalue()
        return self._written[entry.id]


class _AtomFeed(Atom1Feed):  # type: ignore[misc] # the library has no types
    """The library's feed, with what it leaves out: links to the other languages, the language of an entry."""

    def latest_post_date(self) -> dt.datetime:
        updated: dt.datetime = self.feed["updated"]
        return updated

    def add_root_elements(self, handler: Any) -> None:
        super().add_root_elements(handler)
        for language, address in self.feed["translations"].items():
            attributes = {"rel": "alternate", "type": "application/atom+xml", "hreflang": language, "href": address}
            handler.addQuickElement("link", "", attributes)

    def item_attributes(self, item: Any) -> dict[str, str]:
        return {"xml:lang": item["lang"]} if item["lang"] != self.feed["language"] else {}
