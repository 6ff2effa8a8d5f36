"""What the picture of a contact says, in the words of one language, and whether our fonts can write it.

The picture is what other sites show beside a link to the contact (Open Graph). Knows no pixels.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from dragoman.i18n.dates import format_date
from dragoman.i18n.formats import Style
from dragoman.i18n.locales import Direction, direction
from dragoman.render.previews.speech import Speech
from dragoman.site.addresses import Addresses
from dragoman.site.catalog import Catalog, LinkedEvent
from dragoman.site.plan.names import Alphabet

#: The file beside a contact's page, and beside a language's front page.
NAME = "preview.png"
#: Pixels: the size that everybody who shows such pictures asks for.
WIDTH, HEIGHT = 1200, 630

#: What the fonts have, by Unicode's blocks: Latin with its extensions, Greek, Cyrillic, Armenian, Hebrew, Arabic,
#: Georgian, and the signs of ordinary text. The blocks stand in ``fonts/README.md`` too.
_WRITABLE = re.compile(
    "["
    r"\u0020-\u007e\u00a0-\u024f\u0259\u02b9-\u02bc\u0300-\u0304\u0306-\u030c\u0323-\u0328"  # Latin
    r"\u0384-\u038a\u038c\u038e-\u03a1\u03a3-\u03e1\u03f0-\u03ff\u0400-\u052f\u1e00-\u1eff"  # Greek, Cyrillic
    r"\u0531-\u0556\u0559-\u058a\u05be\u05d0-\u05ea\u05f3\u05f4"  # Armenian, Hebrew
    r"\u060c\u061b\u061f\u0621-\u063a\u0640-\u0655\u0660-\u066d\u0671-\u06d3\u06f0-\u06f9"  # Arabic
    r"\u10a0-\u10c5\u10d0-\u10ff\u1c90-\u1cba"  # Georgian
    r"\u2010-\u2015\u2018-\u201e\u2020-\u2022\u2026\u2030\u2032\u2033\u2039\u203a\u20ac\u2116"
    "]+"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """One picture: ``kicker`` stands above the title, ``mark`` (if any) warns that the contact is not as it seems."""

    path: str
    language: str
    site: str
    kicker: str
    mark: str
    title: str
    sides: tuple[str, ...]

    @property
    def direction(self) -> Direction:
        """From where its lines run: the page's direction."""
        return direction(self.language)

    @property
    def alt(self) -> str:
        """What it says, for those who do not see it."""
        heads = [" · ".join(filter(None, (self.kicker, self.mark))), self.title, " – ".join(self.sides), self.site]
        return " | ".join(filter(None, heads))

    @property
    def is_writable(self) -> bool:
        """Whether the fonts have every letter of it."""
        texts = (self.site, self.kicker, self.mark, self.title, *self.sides)
        return all(_WRITABLE.fullmatch(text) for text in texts if text)


def plan_previews(catalog: Catalog, addresses: Addresses, speeches: Iterable[Speech]) -> Mapping[str, Preview]:
    """The pictures by path: one of the site and one of each contact, in every language, where fonts can write them."""
    planned = (preview for speech in speeches for preview in _iter_language(catalog, addresses, speech))
    return {preview.path: preview for preview in planned if preview.is_writable}


def _iter_language(catalog: Catalog, addresses: Addresses, speech: Speech) -> Iterator[Preview]:
    language = speech.language
    alphabet = Alphabet(language=language, default=catalog.site.default_language)
    site = _line(alphabet.text(catalog.site.title))
    yield Preview(
        path=addresses.beside_front(language, NAME),
        language=language,
        site=site,
        kicker="",
        mark="",
        title=_line(alphabet.text(catalog.site.description)),
        sides=(),
    )
    for event in catalog.events.values():
        yield _preview_event(event, addresses.beside(language, event, NAME), site, speech, alphabet)


def _preview_event(event: LinkedEvent, path: str, site: str, speech: Speech, alphabet: Alphabet) -> Preview:
    record = event.record
    mark = "" if record.status == "held" else speech.statuses[record.status]
    if record.retracted:
        mark = speech.words.pgettext("feed", "Retracted:").rstrip("\u00a0\u202f :")
    date = format_date(record.date, speech.language, speech.words, Style.FULL)
    return Preview(
        path=path,
        language=speech.language,
        site=site,
        kicker=_line(f"{speech.event_types[record.type]} · {date}"),
        mark=mark,
        title=_line(alphabet.text(record.title)),
        sides=tuple(_line(alphabet.text(side.short or side.name)) for side in alphabet.sort_records(event.sides)),
    )


def _line(text: str) -> str:
    return " ".join(text.split())
