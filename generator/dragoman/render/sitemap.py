"""The sitemap (sitemaps.org 0.9) with the languages of each page, and robots.txt. Knows addresses, not contents."""

from __future__ import annotations

import html
from collections.abc import Iterable, Iterator

from dragoman.rendered import RenderedFile
from dragoman.site.addresses import Addresses
from dragoman.site.views import EmbedView, NotFoundView, Page, RedirectView, ReportView

SITEMAP = "sitemap.xml"
#: The most addresses that the protocol allows in one file.
LONGEST_SITEMAP = 50_000

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def make_sitemaps(
    pages: Iterable[Page], addresses: Addresses, default_language: str, *, longest: int = LONGEST_SITEMAP
) -> Iterator[RenderedFile]:
    """``sitemap.xml``; where one file cannot hold all pages, an index of that name and numbered parts.

    Redirects and the page for missing addresses are no destinations and stay out, and so do the editors' mirror
    and what stands in other people's pages.
    """
    entries = [
        _entry(page, addresses, default_language)
        for page in pages
        if not isinstance(page.view, RedirectView | NotFoundView | ReportView | EmbedView)
    ]
    if len(entries) <= longest:
        yield _sitemap(SITEMAP, entries)
        return
    parts = [_sitemap(f"sitemap-{number}.xml", part) for number, part in enumerate(_batches(entries, longest), 1)]
    yield from parts
    yield _index(addresses.absolute(part.path) for part in parts)


def make_robots(addresses: Addresses) -> RenderedFile:
    """``robots.txt``: everything may be read, and here is the list."""
    text = f"User-agent: *\nAllow: /\n\nSitemap: {addresses.absolute(SITEMAP)}\n"
    return RenderedFile(path="robots.txt", content=text.encode())


def _entry(page: Page, addresses: Addresses, default_language: str) -> str:
    alternates = {language: addresses.absolute(path) for language, path in page.alternates.items()}
    # Whose language is unknown is sent to the default one, as the pages themselves say.
    neutral = alternates.get(default_language)
    if neutral is not None:
        alternates["x-default"] = neutral
    links = "".join(
        f'<xhtml:link rel="alternate" hreflang="{html.escape(language)}" href="{html.escape(address)}"/>\n'
        for language, address in alternates.items()
    )
    return f"<url>\n<loc>{html.escape(addresses.absolute(page.path))}</loc>\n{links}</url>\n"


def _sitemap(path: str, entries: Iterable[str]) -> RenderedFile:
    opening = f'<urlset xmlns="{_NAMESPACE}" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
    return RenderedFile(path=path, content=f"{_HEAD}{opening}{''.join(entries)}</urlset>\n".encode())


def _index(addresses: Iterable[str]) -> RenderedFile:
    entries = "".join(f"<sitemap><loc>{html.escape(address)}</loc></sitemap>\n" for address in addresses)
    text = f'{_HEAD}<sitemapindex xmlns="{_NAMESPACE}">\n{entries}</sitemapindex>\n'
    return RenderedFile(path=SITEMAP, content=text.encode())


def _batches(entries: list[str], longest: int) -> Iterator[list[str]]:
    return (entries[start : start + longest] for start in range(0, len(entries), longest))
