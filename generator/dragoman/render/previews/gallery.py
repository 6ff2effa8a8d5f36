"""Which picture a page shows: that of its contact, else the site's, else the one that every theme has."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dragoman.model.site import Site
from dragoman.render.links import STATIC_FOLDER
from dragoman.render.previews.preview import NAME, Preview
from dragoman.site.addresses import Addresses
from dragoman.site.catalog import LinkedEvent


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """Where it lies, and what it shows in words."""

    path: str
    alt: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Gallery:
    """``previews`` are the pictures that are drawn for this site, by path; none without the extra ``images``."""

    site: Site
    addresses: Addresses
    previews: Mapping[str, Preview]

    def choose(self, language: str, event: LinkedEvent | None = None) -> Picture:
        """The picture for a page of a contact, or for any other page."""
        paths = [self.addresses.beside_front(language, NAME)]
        if event:
            paths.insert(0, self.addresses.beside(language, event, NAME))
        for path in paths:
            if path in self.previews:
                return Picture(path=path, alt=self.previews[path].alt)
        title = self.site.title.resolve((language, self.site.default_language)).text
        return Picture(path=f"{STATIC_FOLDER}/{NAME}", alt=title)
