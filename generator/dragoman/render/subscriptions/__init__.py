"""Feeds and calendars: of the site, its corrections, and of everything that has a page with contacts."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from itertools import chain

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

__all__ = ["LONGEST_CALENDAR", "LONGEST_FACET_FEED", "LONGEST_FEED", "Subscriptions"]

#: How many entries a feed holds, and how many contacts a calendar; older ones are on the pages and in the data.
LONGEST_FEED = 100
LONGEST_FACET_FEED = 50
LONGEST_CALENDAR = 1000
LONGEST_FACET_CALENDAR = 200
#: How many things' feeds and calendars are one part of the work.
_FACETS_AT_ONCE = 100


class Subscriptions:
    """All feeds and calendars in all languages; ``words`` are the theme's, by language.

    ``parts`` are made independently of each other, in any order; what several need is made once.
    """

    def __init__(self, catalog: Catalog, addresses: Addresses, words: Mapping[str, Messages]) -> None:
        self._catalog = catalog
        self._addresses = addresses
        self._words = words
        self._facets = list_facets(catalog)
        self._ranks = rank_by_change(catalog.events.values())
        self._languages: dict[str, _Language] = {}

    def parts(self) -> Iterator[Callable[[], Iterator[RenderedFile]]]:
        """Functions that make some of the files each, and all of them together."""
        for language in self._catalog.site.languages:
            yield partial(self._make_whole, language)
        for start in range(0, len(self._facets), _FACETS_AT_ONCE):
            for language in self._catalog.site.languages:
                yield partial(self._make_facets, language, slice(start, start + _FACETS_AT_ONCE))

    @functools.cached_property
    def _schedule(self) -> Schedule:
        return Schedule(self._catalog.site, self._catalog.events.values())

    def _make_whole(self, language: str) -> Iterator[RenderedFile]:
        return self._get(language).make_whole()

    def _make_facets(self, language: str, which: slice) -> Iterator[RenderedFile]:
        return chain.from_iterable(map(self._get(language).make_facet, self._facets[which]))

    def _get(self, language: str) -> _Language:
        if language not in self._languages:
            words = self._words[language]
            self._languages[language] = _Language(self._catalog, self._addresses, words, self._ranks, self._schedule)
        return self._languages[language]


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
        self._writer = EntryWriter(catalog.site, addresses, language, words)
        self._entries: dict[str, Entry] = {}

    def make_whole(self) -> Iterator[RenderedFile]:
        """Those of the whole site, and of its corrections."""
        events = tuple(self._catalog.events.values())
        site = self._channels.write_site()
        yield from self._write_feeds(site, self._take_newest(events, LONGEST_FEED))
        yield self._calendar.write(site, self._take_latest(events, LONGEST_CALENDAR))
        corrections = self._writer.write_corrections(self._catalog)
        yield from self._write_feeds(self._channels.write_corrections(), corrections[:LONGEST_FEED])

    def make_facet(self, facet: Facet) -> Iterator[RenderedFile]:
        """Those of one thing."""
        channel = self._channels.write_facet(facet)
        yield from self._write_feeds(channel, self._take_newest(facet.events, LONGEST_FACET_FEED))
        yield self._calendar.write(channel, self._take_latest(facet.events, LONGEST_FACET_CALENDAR))

    def _write_feeds(self, channel: Channel, entries: tuple[Entry, ...]) -> Iterator[RenderedFile]:
        yield self._atom.write(channel, entries)
        yield self._json.write(channel, entries)

    def _take_newest(self, events: tuple[LinkedEvent, ...], number: int) -> tuple[Entry, ...]:
        """The entries of those events that appeared or changed last, most recent first."""
        newest = sorted(events, key=lambda event: self._ranks[event.id])[:number]
        return tuple(map(self._get_entry, newest))

    def _get_entry(self, event: LinkedEvent) -> Entry:
        if event.id not in self._entries:
            self._entries[event.id] = self._writer.write_event(event)
        return self._entries[event.id]

    def _take_latest(self, events: tuple[LinkedEvent, ...], number: int) -> tuple[LinkedEvent, ...]:
        """The last of the events in time, of those that a calendar can show, in chronological order."""
        return tuple(event for event in events if self._schedule.has(event))[-number:]
