"""Where each thing's page lies: paths from the site's root, the same shape in every language.

Section names are words of the language and come in as a value; nothing here knows what they are.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal
from urllib.parse import quote, urlsplit

from dragoman.model.organisations import Organisation
from dragoman.model.people import Person
from dragoman.model.places import Place, Term
from dragoman.model.topics import Topic
from dragoman.site.catalog import LinkedEvent, PairKey
from dragoman.site.views import Pair

#: The sections of the site, by the key that the theme's catalogs translate (context "section").
Section = Literal[
    "events", "people", "organisations", "places", "topics", "pairs", "comparisons", "names", "coverage",
    "corrections", "register", "search", "data", "subscribe",
]  # fmt: skip
SECTIONS: tuple[Section, ...] = (
    "events", "people", "organisations", "places", "topics", "pairs", "comparisons", "names", "coverage",
    "corrections", "register", "search", "data", "subscribe",
)  # fmt: skip

INDEX = "index.html"
#: What ``quote`` leaves as it is.
_UNRESERVED = re.compile(r"[A-Za-z0-9_.~/-]*")
#: The folder of the data. It is too long for a language, so no language's folder has its name.
DATA = "data"

#: Everything that has a page of its own.
Addressed = LinkedEvent | Person | Organisation | Place | Term | Topic | Pair | PairKey


@dataclass(frozen=True, slots=True, kw_only=True)
class Addresses:
    """``slugs`` maps language → section → the section's name in addresses; ``url`` is the site's, ending in ``/``."""

    url: str
    slugs: Mapping[str, Mapping[Section, str]]

    def front(self, language: str) -> str:
        """The front page."""
        return f"{language}/{INDEX}"

    def section(self, language: str, section: Section) -> str:
        """The index of a section."""
        return f"{language}/{self.slugs[language][section]}/{INDEX}"

    def section_year(self, language: str, section: Section, year: int, part: int = 1) -> str:
        """The page of one year of a long section, or a further part of it."""
        return _part(f"{self.section(language, section).removesuffix(INDEX)}{year:04}/{INDEX}", part)

    def section_letter(self, language: str, section: Section, letter: str) -> str:
        """The page of one letter of a long index; not of a to z, it goes by its code. No id holds an underscore."""
        code = letter.lower() if letter.isascii() else "-".join(f"{ord(sign):04x}" for sign in letter.lower())
        name = code if letter.isalpha() else "other"
        return f"{self.section(language, section).removesuffix(INDEX)}letter_{name}/{INDEX}"

    def entry(self, language: str, section: Section, record_id: str) -> str:
        """The page of a record by its id."""
        return f"{language}/{self.slugs[language][section]}/{record_id}/{INDEX}"

    def year(self, language: str, year: int) -> str:
        """A year."""
        return f"{language}/{year:04}/{INDEX}"

    def month(self, language: str, year: int, month: int, part: int = 1) -> str:
        """A month, or a further part of a long one."""
        return _part(f"{language}/{year:04}/{month:02}/{INDEX}", part)

    def report(self, language: str) -> str:
        """The mirror for editors, under the same word in every language, since nothing leads there."""
        return f"{language}/report/{INDEX}"

    def feed(self, language: str) -> str:
        """The Atom feed of a language."""
        return f"{language}/feed.atom"

    def beside(self, language: str, thing: Addressed, name: str) -> str:
        """A file beside a thing's page, such as its feed."""
        return self.of(language, thing).removesuffix(INDEX) + name

    def beside_front(self, language: str, name: str) -> str:
        """A file beside the front page of a language."""
        return f"{language}/{name}"

    def data(self, name: str) -> str:
        """A file of the data, which are the same for all languages."""
        return f"{DATA}/{name}"

    def embed(self, language: str, event: LinkedEvent) -> str:
        """The page that shows a contact inside somebody else's."""
        return self.beside(language, event, f"embed/{INDEX}")

    def choice(self, language: str, name: str) -> str:
        """A file from which the page of all contacts chooses."""
        return self.section(language, "events").removesuffix(INDEX) + name

    def of_year(self, language: str, thing: Addressed, year: int, part: int = 1) -> str:
        """The page of one year of a thing's dossier, below the thing's own, or a further part of it."""
        return _part(f"{self.of(language, thing).removesuffix(INDEX)}{year:04}/{INDEX}", part)

    def of(self, language: str, thing: Addressed) -> str:
        """The page of a thing. A term has no page: it stands on the page of names, at its id."""
        match thing:
            case LinkedEvent():
                return self.entry(language, "events", thing.record.id)
            case Person():
                return self.entry(language, "people", thing.id)
            case Organisation():
                return self.entry(language, "organisations", thing.id)
            case Place():
                return self.entry(language, "places", thing.id)
            case Topic():
                return self.entry(language, "topics", thing.id)
            case Pair():
                return self.entry(language, "pairs", thing.key.id)
            case PairKey():
                return self.entry(language, "pairs", thing.id)
            case Term():
                return f"{self.section(language, 'names')}#{thing.id}"

    def absolute(self, path: str) -> str:
        """The full address of a path, for canonical links, feeds, the sitemap and data: without ``index.html``."""
        folder, _, fragment = path.partition("#")
        clean = _quote(folder.removesuffix(INDEX))
        return f"{self.url}{clean}" + (f"#{_quote(fragment)}" if fragment else "")

    @property
    def base_path(self) -> str:
        """The path part of the site's address, beginning and ending in ``/``."""
        return urlsplit(self.url).path or "/"


def _part(path: str, part: int) -> str:
    """Parts are numbered from the oldest, so that what is added later leaves the earlier ones where they are."""
    return path if part == 1 else f"{path.removesuffix(INDEX)}{part}/{INDEX}"


def _quote(text: str) -> str:
    # Nearly all paths need nothing, and they are many.
    return text if _UNRESERVED.fullmatch(text) else quote(text)


def relative(path: str, page_path: str) -> str:
    """The link from one page to another path of the site; works at any folder and from disk.

    Both are paths from the site's root. Non-ASCII characters and blanks are percent-encoded.
    """
    depth = page_path.count("/")
    folder, hash_, fragment = path.partition("#")
    return "../" * depth + quote(folder) + (hash_ + quote(fragment) if hash_ else "")
