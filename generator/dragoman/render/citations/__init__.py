"""Citations of the contacts: one file a contact, language and format, and one of all for each language and format."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dragoman.render.citations.citation import Citation, make_citation
from dragoman.render.citations.formats import FORMATS
from dragoman.rendered import RenderedFile
from dragoman.site.addresses import Addresses
from dragoman.site.catalog import Catalog

__all__ = ["NAME", "Citation", "make_citation", "make_citations"]

#: The name of the file beside a contact's page, and of that beside a front page, without its ending.
NAME = "citation"


def make_citations(catalog: Catalog, addresses: Addresses, versions: Mapping[str, str]) -> Iterator[RenderedFile]:
    """All citations in all languages; ``versions`` are those of the records, by the event's id."""
    for language in catalog.site.languages:
        written: dict[str, list[str]] = {ending: [] for ending in FORMATS}
        for event in catalog.events.values():
            citation = make_citation(
                event, versions[event.id], site=catalog.site, addresses=addresses, language=language
            )
            for ending, (write, join) in FORMATS.items():
                entry = write(citation)
                path = addresses.beside(language, event, f"{NAME}.{ending}")
                yield RenderedFile(path=path, content=join([entry]).encode())
                if event.is_listed:
                    written[ending].append(entry)
        for ending, (_, join) in FORMATS.items():
            path = addresses.beside_front(language, f"{NAME}s.{ending}")
            yield RenderedFile(path=path, content=join(written[ending]).encode())
