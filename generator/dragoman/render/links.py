"""What templates can say about addresses, seen from one page."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from dragoman.i18n.lists import join_and
from dragoman.model.organisations import Organisation
from dragoman.model.text import Localized
from dragoman.render.markup import Html, element
from dragoman.site.addresses import SECTIONS, Addressed, Addresses, Section
from dragoman.site.catalog import LinkedEvent, PairKey
from dragoman.site.views import Page, Pair

#: Where Pelican puts a theme's static files (THEME_STATIC_DIR).
STATIC_FOLDER = "theme"


@dataclass(frozen=True, slots=True, kw_only=True)
class Links:
    """``root`` leads from the page to the site's root: ``../../``, or the root's own path for a page shown anywhere."""

    addresses: Addresses
    page: Page
    root: str
    show: Callable[[Localized], Html]

    def href(self, *what: Any) -> str:
        """The relative address of a thing or a section; of ``"front"``, ``"feed"``; of a year, or a year and month.

        A year behind a thing means the page of that year of its dossier; a further number a part of a long page.
        A letter behind a section means the page of that letter.
        """
        return self.path_href(self._locate(*what))

    def url(self, *what: Any) -> str:
        """The same as a full address."""
        return self.addresses.absolute(self._locate(*what))

    def path_href(self, path: str) -> str:
        """The relative address of a path from the site's root."""
        return self.root + _encode(path)

    def asset(self, name: str) -> str:
        """The relative address of one of the theme's static files."""
        return f"{self.root}{STATIC_FOLDER}/{name}"

    def beside(self, thing: Any, name: str) -> str:
        """The path of a file beside the page of a thing, or beside the front page (``"front"``)."""
        language = self.page.language
        return (
            self.addresses.beside_front(language, name)
            if thing == "front"
            else self.addresses.beside(language, thing, name)
        )

    def webcal(self, path: str) -> str:
        """The full address of a calendar, in the scheme that opens a program for calendars."""
        return f"webcal:{self.addresses.absolute(path).partition(':')[2]}"

    def front_path(self, language: str) -> str:
        """The path of the front page of any language."""
        return self.addresses.front(language)

    def here(self, section: Section, *, exactly: bool = False) -> bool:
        """Whether the page lies in the section, or is its index."""
        index = self.addresses.section(self.page.language, section)
        return self.page.path == index if exactly else self.page.path.startswith(index.removesuffix("index.html"))

    def link(self, thing: Addressed) -> Html:
        """A link to a thing, with its name (of an organisation, the short one) as words."""
        return element("a", self._name(thing), {"href": self.href(thing)})

    def links(self, things: Iterable[Addressed | str]) -> str:
        """Links to several things as a list of the language; what is only a name stays one."""
        shown = [Html.escape(thing) if isinstance(thing, str) else self.link(thing) for thing in things]
        return join_and(shown, self.page.language)

    def _name(self, thing: Addressed) -> Html:
        match thing:
            case LinkedEvent():
                return self.show(thing.record.title)
            case Organisation():
                return self.show(thing.short or thing.name)
            case Pair():
                return Html(f"{self._name(thing.first)} – {self._name(thing.second)}")
            case PairKey():
                return Html.escape(thing.id)
            case _:
                return self.show(thing.name)

    def _locate(self, *what: Any) -> str:
        language = self.page.language
        match what:
            case ("front",):
                return self.addresses.front(language)
            case ("feed",):
                return self.addresses.feed(language)
            case (str(section),) if section in SECTIONS:
                return self.addresses.section(language, section)
            case (str(section), str(letter)) if section in SECTIONS:
                return self.addresses.section_letter(language, section, letter)
            case (str(section), int(year), *part) if section in SECTIONS:
                return self.addresses.section_year(language, section, year, *part)
            case (int(year),):
                return self.addresses.year(language, year)
            case (int(year), int(month), *part):
                return self.addresses.month(language, year, month, *part)
            case (thing, int(year), *part):
                return self.addresses.of_year(language, thing, year, *part)
            case (thing,):
                return self.addresses.of(language, thing)
            case _:
                raise TypeError(f"no page is meant by {what!r}")


@functools.lru_cache(maxsize=65536)
def _encode(path: str) -> str:
    folder, hash_, fragment = path.partition("#")
    return quote(folder) + hash_ + quote(fragment)
