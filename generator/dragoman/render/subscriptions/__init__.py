"""Feeds and calendars: of the site, its corrections, and of everything that has a page with contacts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dragoman.i18n.messages import Messages
from dragoman.render.changes import rank_by_change
from dragoman.render.subscriptions.atom import AtomWriter
from dragoman.render.subscriptions.calendar import CalendarWriter, Schedule
from dragoman.render.subscriptions.channels import Channel, ChannelWriter
from dragoman.render.subscriptions.entries import Entry, EntryWriter
from dragoman.render.subscriptions.facets import Facet, list_facets
from dragoman.render.subscriptions.json_feed import JsonFeedWriter
from dragoman.rendered import RenderedFile
from dragoman.site.addresses import Addresses
from dragoman.site.catalog import Catalog, LinkedEvent

__all__ = ["LONGEST_CALENDAR", "LONGEST_FACET_FEED", "LONGEST_FEED", "make_subscriptions"]

#: How many entries a feed holds, and how many contacts a calendar; older ones are on the pages and in the data.
LONGEST_FEED = 100
LONGEST_FACET_FEED = 50
LONGEST_CALENDAR = 1000
LONGEST_FACET_CALENDAR = 200


def make_subscriptions(catalog: Catalog, addresses: Addresses, words: Mapping[str, Messages]) -> Iterator[RenderedFile]:
    """All feeds and calendars in all languages; ``words`` are the theme's, by language."""
    facets = list_facets(catalog)
    ranks = rank_by_change(catalog.events.values())
    schedule = Schedule(catalog.site, catalog.events.values())
    for language in catalog.site.languages:
        yield from _Language(catalog, addresses, words[language], ranks, schedule).make(facets)


class _Language:
    """What is written in one language."""

    def __init__(
        self,
        catalog: Catalog,
        addresses: Addresses,
        words: Messages,
        ranks: Mapping[str, int],
        schedule: Schedule,
    ) -> None:
        language = words.lang
        self._catalog = catalog
        self._ranks = ranks
        self._schedule = schedule
        self._channels = ChannelWriter(catalog, addresses, language, words)
        self._atom = AtomWriter(catalog.site, addresses)
        self._json = JsonFeedWriter(catalog.site, addresses)
        self._calendar = CalendarWriter(catalog.site, addresses, language, words, schedule)
        entries = EntryWriter(catalog.site, addresses, language, words)
        self._entries = entries.write_events(catalog)
        self._corrections = entries.write_corrections(catalog)

    def make(self, facets: tuple[Facet, ...]) -> Iterator[RenderedFile]:
        events = tuple(self._catalog.events.values())
        site = self._channels.write_site()
        yield from self._write_feeds(site, self._take_newest(events, LONGEST_FEED))
        yield self._calendar.write(site, self._take_latest(events, LONGEST_CALENDAR))
        yield from self._write_feeds(self._channels.write_corrections(), self._corrections[:LONGEST_FEED])
        for facet in facets:
            channel = self._channels.write_facet(facet)
            yield from self._write_feeds(channel, self._take_newest(facet.events, LONGEST_FACET_FEED))
            yield self._calendar.write(channel, self._take_latest(facet.events, LONGEST_FACET_CALENDAR))

    def _write_feeds(self, channel: Channel, entries: tuple[Entry, ...]) -> Iterator[RenderedFile]:
        yield self._atom.write(channel, entries)
        yield self._json.write(channel, entries)

    def _take_newest(self, events: tuple[LinkedEvent, ...], number: int) -> tuple[Entry, ...]:
        """The entries of those events that appeared or changed last, most recent first."""
        newest = sorted(events, key=lambda event: self._ranks[event.id])[:number]
        return tuple(self._entries[event.id] for event in newest)

    def _take_latest(self, events: tuple[LinkedEvent, ...], number: int) -> tuple[LinkedEvent, ...]:
        """The last of the events in time, of those that a calendar can show, in chronological order."""
        return tuple(event for event in events if self._schedule.has(event))[-number:]
