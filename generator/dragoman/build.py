"""The pipeline: the one module that knows the order of the stages, from a folder of content to a published site.

    load → parse → read → link → plan → render → publish

Each stage gets all it needs as arguments and returns a new value. What a machine knows besides (the day, the
revision) comes in as ``BuildFacts``; prose comes in as Pelican has read it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from dragoman.content.collecting import Reading, read_records
from dragoman.content.files import load_folder
from dragoman.content.prose import check_prose
from dragoman.diagnostics import Diagnostics, Severity
from dragoman.errors import ContentError
from dragoman.i18n.messages import load_messages
from dragoman.model.facts import BuildFacts
from dragoman.output import Published, publish
from dragoman.render.environment import Additions
from dragoman.render.feeds import make_feed
from dragoman.render.hosting import make_host_hints
from dragoman.render.html import HtmlRenderer, translate_sections
from dragoman.render.sitemap import make_robots, make_sitemaps
from dragoman.render.theme import ThemePaths
from dragoman.rendered import OutputFile, RenderedFile
from dragoman.site.addresses import Addresses
from dragoman.site.catalog import Catalog
from dragoman.site.linking import link
from dragoman.site.plan import plan_pages
from dragoman.site.views import Page, ProsePage


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkedSite:
    """A site whose content is sound. ``diagnostics`` are the findings that do not stop a build."""

    catalog: Catalog
    facts: BuildFacts
    diagnostics: Diagnostics


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedSite:
    """Every page of a site, and what renders them."""

    catalog: Catalog
    theme: ThemePaths
    additions: Additions
    addresses: Addresses
    prose: tuple[ProsePage, ...]
    pages: tuple[Page, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """What came of a build: how many events went in, and what has happened to the output."""

    event_count: int
    published: Published


def check_site(content: Path, facts: BuildFacts) -> Diagnostics:
    """All findings about a folder of content. Raises DragomanError where there is none."""
    return _read(content, facts)[1]


def link_site(content: Path, facts: BuildFacts, *, strict: bool = False) -> LinkedSite:
    """Load, check and link the content. Raises ContentError if anything is wrong with it; ``strict``: or doubtful."""
    reading, diagnostics = _read(content, facts)
    if diagnostics.has_errors or (strict and diagnostics.with_severity(Severity.WARNING)):
        raise ContentError(diagnostics)
    return LinkedSite(catalog=link(reading.get_records(), facts), facts=facts, diagnostics=diagnostics)


def plan_site(
    site: LinkedSite, theme: ThemePaths, prose: Sequence[ProsePage] = (), *, additions: Additions | None = None
) -> PlannedSite:
    """Give every page its address. Raises DragomanError where two want the same."""
    catalog = site.catalog
    addresses = Addresses(
        url=f"{catalog.site.url.rstrip('/')}/",
        slugs={
            language: translate_sections(load_messages(language, theme.locale_folders))
            for language in catalog.site.languages
        },
    )
    return PlannedSite(
        catalog=catalog,
        theme=theme,
        additions=additions or Additions(),
        addresses=addresses,
        prose=tuple(prose),
        pages=tuple(plan_pages(catalog, addresses, prose, site.facts)),
    )


def render_site(site: PlannedSite) -> Iterator[RenderedFile]:
    """Make every file of the site but the theme's own and the media. Raises DragomanError for a faulty template."""
    catalog, addresses = site.catalog, site.addresses
    renderer = HtmlRenderer(
        site.theme, site=catalog.site, addresses=addresses, prose=site.prose, additions=site.additions
    )
    yield from map(renderer.render, site.pages)
    for language in catalog.site.languages:
        yield make_feed(catalog, addresses, language)
    yield from make_sitemaps(site.pages, addresses, catalog.site.default_language)
    yield make_robots(addresses)
    yield from make_host_hints()


def publish_site(site: PlannedSite, staged: Iterable[OutputFile], output: Path) -> Built:
    """Render the site and publish it together with files that others have made; nothing changes if anything fails."""
    files = chain(render_site(site), staged)
    return Built(event_count=len(site.catalog.events), published=publish(files, output))


def _read(content: Path, facts: BuildFacts) -> tuple[Reading, Diagnostics]:
    reading = read_records(load_folder(content), today=facts.today)
    return reading, reading.diagnostics + check_prose(content)
