"""The head of a feed or calendar: what it is about, where it lies, and where it lies in other languages."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from dragoman.i18n.messages import Messages
from dragoman.model.site import Site
from dragoman.render.subscriptions.facets import Facet, Followed
from dragoman.render.tags import make_tag
from dragoman.site.addresses import INDEX, Addresses
from dragoman.site.catalog import Catalog, PairKey
from dragoman.site.plan.names import Alphabet


@dataclass(frozen=True, slots=True, kw_only=True)
class Channel:
    """Something to subscribe to, in one language. ``paths`` has the path in every language, without a name's ending.

    ``page`` is the full address of the page that it accompanies. Feeds add the ending of their format to ``paths``.
    """

    id: str
    title: str
    description: str
    language: str
    page: str
    paths: Mapping[str, str]

    @property
    def path(self) -> str:
        """The path in the channel's own language, without an ending."""
        return self.paths[self.language]


class ChannelWriter:
    """Makes the channels of one language."""

    def __init__(self, catalog: Catalog, addresses: Addresses, language: str, words: Messages) -> None:
        self._catalog = catalog
        self._site: Site = catalog.site
        self._addresses = addresses
        self._language = language
        self._words = words
        self._alphabet = Alphabet(language=language, default=catalog.site.default_language)

    def write_site(self) -> Channel:
        """All contacts."""
        return self._write("feed", self._title(), self._addresses.front, "feed")

    def write_corrections(self) -> Channel:
        """All public corrections."""
        name = self._words.pgettext("feed", "Corrections")
        return self._write("corrections", f"{self._title()}: {name}", self._addresses.front, "corrections")

    def write_facet(self, facet: Facet) -> Channel:
        """The contacts of one thing."""

        def locate(language: str) -> str:
            return self._addresses.of(language, facet.thing)

        title = f"{self._title()}: {self._name(facet.thing)}"
        return self._write(f"{facet.kind}/{facet.id}", title, locate, "feed")

    def _write(self, key: str, title: str, locate: Callable[[str], str], name: str) -> Channel:
        return Channel(
            id=make_tag(self._site, *key.split("/"), self._language),
            title=title,
            description=self._alphabet.text(self._site.description),
            language=self._language,
            page=self._addresses.absolute(locate(self._language)),
            paths={language: locate(language).removesuffix(INDEX) + name for language in self._site.languages},
        )

    def _title(self) -> str:
        return self._alphabet.text(self._site.title)

    def _name(self, thing: Followed) -> str:
        if not isinstance(thing, PairKey):
            return self._alphabet.text(thing.name)
        sides = (self._catalog.organisations[thing.first], self._catalog.organisations[thing.second])
        return " – ".join(self._alphabet.sorting_name(side) for side in self._alphabet.sort_records(sides))
