"""The pipeline: the one module that knows the order of the stages, from a folder of content to a published site.

    load → parse → read → link → plan → render → publish

Each stage gets all it needs as arguments and returns a new value. What a machine knows besides (the day)
comes in as ``BuildFacts``; prose comes in as Pelican has read it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path

from dragoman.content.checking import read_content
from dragoman.diagnostics import Diagnostics, Severity
from dragoman.errors import ContentError
from dragoman.i18n.messages import Messages, load_messages
from dragoman.made_once import MadeOnce
from dragoman.model.facts import BuildFacts
from dragoman.output import Published, publish
from dragoman.published import Publication, keep_promises
from dragoman.releases import FOLDER, check_release_name, freeze, iter_release_files, list_releases
from dragoman.render.choosing import make_choice
from dragoman.render.data.files import Edition, iter_frozen, make_edition
from dragoman.render.environment import Additions
from dragoman.render.hosting import make_host_hints
from dragoman.render.html import HtmlRenderer, translate_sections
from dragoman.render.outputs import make_outputs
from dragoman.render.previews import Artist, Remember, find_artist, make_anew, make_previews
from dragoman.render.previews.preview import plan_previews
from dragoman.render.previews.speech import read_speeches
from dragoman.render.search import add_search, find_pagefind
from dragoman.render.sitemap import make_robots, make_sitemaps
from dragoman.render.theme import ThemePaths
from dragoman.rendered import OutputFile, RenderedFile
from dragoman.scratch import sweep
from dragoman.site.addresses import Addresses
from dragoman.site.catalog import Catalog
from dragoman.site.linking import link
from dragoman.site.plan import plan_pages
from dragoman.site.views import Page, ProsePage

#: The folder, beside the content, of what is kept from one build to the next.
KEPT = ".dragoman"
_ORDINARY = Publication()


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
    diagnostics: Diagnostics
    words: Mapping[str, Messages]
    edition: Edition
    releases: Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """What came of a build: how many events went in, what was found in them, and what has happened to the output."""

    event_count: int
    diagnostics: Diagnostics
    published: Published


def link_site(content: Path, facts: BuildFacts, *, strict: bool = False) -> LinkedSite:
    """Load, check and link the content. Raises ContentError if anything is wrong with it; ``strict``: or doubtful."""
    reading, diagnostics = read_content(content, facts.today)
    if diagnostics.has_errors or (strict and diagnostics.with_severity(Severity.WARNING)):
        raise ContentError(diagnostics)
    return LinkedSite(catalog=link(reading.get_records(), facts), facts=facts, diagnostics=diagnostics)


def plan_site(
    site: LinkedSite,
    theme: ThemePaths,
    prose: Sequence[ProsePage] = (),
    *,
    additions: Additions | None = None,
    releases: Path = Path(FOLDER),
) -> PlannedSite:
    """Give every page its address. ``releases`` is the folder of the frozen editions of the data.

    Raises DragomanError where two pages want the same address.
    """
    catalog = site.catalog
    words = {language: load_messages(language, theme.locale_folders) for language in catalog.site.languages}
    addresses = Addresses(
        url=f"{catalog.site.url.rstrip('/')}/",
        slugs={language: translate_sections(messages) for language, messages in words.items()},
    )
    return PlannedSite(
        catalog=catalog,
        theme=theme,
        additions=additions or Additions(),
        addresses=addresses,
        prose=tuple(prose),
        pages=tuple(plan_pages(catalog, addresses, prose, site.facts, site.diagnostics, list_releases(releases))),
        diagnostics=site.diagnostics,
        words=words,
        edition=make_edition(catalog, addresses),
        releases=releases,
    )


def render_site(
    site: PlannedSite,
    *,
    searchable: bool = False,
    artist: Artist | None = None,
    remember: Remember = make_anew,
) -> Iterator[RenderedFile]:
    """Make every file of the site but the theme's own, the media and the search, to which pages lead if ``searchable``.

    Pictures of contacts are drawn where there is an ``artist``. Raises DragomanError for a faulty template.
    """
    catalog, addresses = site.catalog, site.addresses
    speeches = read_speeches(site.theme, site.words, site.additions) if artist else ()
    previews = plan_previews(catalog, addresses, speeches)
    renderer = HtmlRenderer(
        site.theme,
        site=catalog.site,
        addresses=addresses,
        prose=site.prose,
        additions=site.additions,
        versions=site.edition.versions,
        previews=previews,
        searchable=searchable,
    )
    yield from map(renderer.render, site.pages)
    for language in catalog.site.languages:
        yield from make_choice(catalog, addresses, language)
    yield from make_outputs(catalog, site.edition, addresses, site.words)
    if artist:
        yield from make_previews(previews.values(), artist, remember)
    yield from make_sitemaps(site.pages, addresses, catalog.site.default_language)
    yield make_robots(addresses)
    yield from make_host_hints()


def publish_site(
    site: PlannedSite,
    staged: Iterable[OutputFile],
    output: Path,
    publication: Publication = _ORDINARY,
    *,
    kept: Path = Path(KEPT),
) -> Built:
    """Render the site and publish it together with files that others have made; nothing changes if anything fails.

    In the folder ``kept`` lies what is costly to make, for the next build.
    Raises DragomanError if an id that was published would lead nowhere now.
    """
    sweep(site.releases)
    edition = keep_promises(site.edition, site.releases, output, publication)
    frozen: tuple[tuple[str, bytes], ...] = ()
    if publication.release:
        check_release_name(site.releases, publication.release)
        frozen = tuple(iter_frozen(edition, site.addresses, release=publication.release))
    program = find_pagefind()
    artist = find_artist() if publication.images else None
    made = MadeOnce(kept / "previews")
    rendered = render_site(
        replace(site, edition=edition), searchable=program is not None, artist=artist, remember=made.remember
    )
    files = chain(
        add_search(rendered, program, output) if program else rendered,
        iter_release_files(site.releases),
        (
            RenderedFile(path=site.addresses.data(f"{publication.release}/{name}"), content=content)
            for name, content in frozen
        ),
        staged,
    )
    published = publish(files, output, thorough=publication.thorough)
    if artist:
        made.forget_others()
    if frozen:
        freeze(site.releases, publication.release, frozen)
    return Built(event_count=len(site.catalog.events), diagnostics=site.diagnostics, published=published)
