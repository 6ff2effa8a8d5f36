"""What is made for programs and other people's tools, feeds and calendars apart, from the same records as the pages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dragoman.i18n.messages import Messages
from dragoman.render.citations import make_citations
from dragoman.render.data.files import Edition, make_data_files
from dragoman.render.oembed import make_oembed
from dragoman.render.timelinejs import make_timeline
from dragoman.rendered import RenderedFile
from dragoman.site.addresses import Addresses
from dragoman.site.catalog import Catalog


def make_outputs(
    catalog: Catalog, edition: Edition, addresses: Addresses, words: Mapping[str, Messages]
) -> Iterator[RenderedFile]:
    """Data, citations, timelines and what embeds contacts; ``words`` are the theme's, by language."""
    yield from make_data_files(edition, addresses)
    yield from make_citations(catalog, addresses, edition.versions)
    for language in catalog.site.languages:
        yield make_timeline(catalog, addresses, language, words[language])
        for event in catalog.events.values():
            yield make_oembed(event, catalog.site, addresses, language, words[language])
