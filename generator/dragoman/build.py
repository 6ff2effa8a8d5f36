"""The pipeline: the one module that knows the order of the stages, from a folder of content to a published site.

    load → parse → read → link → plan → render → publish

Each stage gets all it needs as arguments and returns a new value. What a machine knows besides (the day)
comes in as ``BuildFacts``; prose comes in as Pelican has read it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import chain, zip_longest
from pathlib import Path
from typing import TypeVar

from dragoman.cache.made_once import MadeOnce
from dragoman.diagnostics import Diagnostics, Severity
from dragoman.errors import ContentError
from dragoman.i18n.messages import Messages, load_messages
from dragoman.model.facts import BuildFacts
from dragoman.output import Published, publish
from dragoman.parallel import count_processors, do_shares
from dragoman.published import Publication, keep_promises
from dragoman.reading import read_site
from dragoman.releases import FOLDER, check_release_name, freeze, iter_release_files, list_releases
from dragoman.render.choosing import make_choice
from dragoman.render.data.files import Edition, iter_frozen, make_edition
from dragoman.render.environment import Additions
from dragoman.render.hosting import make_host_hints
from dragoman.render.html import HtmlRenderer, translate_sections
from dragoman.render.outputs import make_outputs
from dragoman.render.previews import Artist, find_artist, make_key, make_previews
from dragoman.render.previews.preview import Preview, plan_previews
from dragoman.render.previews.speech import read_speeches
from dragoman.render.search import add_search, find_pagefind
from dragoman.render.sitemap import make_robots, make_sitemaps
from dragoman.render.subscriptions import Subscriptions
from dragoman.render.theme import ThemePaths
from dragoman.rendered import OutputFile, RenderedFile
from dragoman.scratch import sweep
from dragoman.site.addresses import Addresses
from dragoman.site.catalog import Catalog
from dragoman.site.linking import link
from dragoman.site.plan import plan_pages
from dragoman.site.views import Page, ProsePage
from dragoman.timing import Stopwatch, Timing

_ORDINARY = Publication()
#: How much one process does before it takes the next share.
_PAGES_AT_ONCE = 250
_PICTURES_AT_ONCE = 50
#: Below so many pages one process is as quick; beyond so many processes, the one that writes is the slowest.
_PAGES_WORTH_A_PROCESS = 500
_MOST_PROCESSES = 6

_PAGES_UNTIL_TOLD = 25

T = TypeVar("T")
#: Is told how many pages are made, and how many there will be.
Tell = Callable[[int, int], object]


def _tell_nobody(_done: int, _total: int) -> None:
    """For whoever does not wait."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkedSite:
    """A site whose content is sound. ``diagnostics`` are the findings that do not stop a build."""

    catalog: Catalog
    facts: BuildFacts
    diagnostics: Diagnostics
    watch: Stopwatch = field(default_factory=Stopwatch, repr=False, compare=False)


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
    watch: Stopwatch = field(default_factory=Stopwatch, repr=False, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pictures:
    """The pictures of the site and its contacts, by path, and where those lie that have been drawn before."""

    previews: Mapping[str, Preview]
    artist: Artist
    made: MadeOnce

    def draw(self, previews: Iterable[Preview]) -> Iterator[RenderedFile]:
        """Some of them as files."""
        return make_previews(previews, self.artist, self.made.remember)

    def forget_others(self) -> None:
        """Keep of earlier pictures only these."""
        self.made.forget_others(make_key(preview, self.artist.DESIGN) for preview in self.previews.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """What came of a build: how many events went in, what was found in them, what has happened to the output, and how
    long the stages took.
    """

    event_count: int
    diagnostics: Diagnostics
    published: Published
    timings: tuple[Timing, ...] = ()


def link_site(content: Path, facts: BuildFacts, *, strict: bool = False, jobs: int = 0) -> LinkedSite:
    """Load, check and link the content. Raises ContentError if anything is wrong with it; ``strict``: or doubtful."""
    watch = Stopwatch()
    with watch.stage("read and check"):
        reading, diagnostics = read_site(content, facts.today, jobs=jobs)
    if diagnostics.has_errors or (strict and diagnostics.with_severity(Severity.WARNING)):
        raise ContentError(diagnostics)
    with watch.stage("link"):
        catalog = link(reading.get_records(), facts)
    return LinkedSite(catalog=catalog, facts=facts, diagnostics=diagnostics, watch=watch)


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
    with site.watch.stage("plan"):
        pages = tuple(plan_pages(catalog, addresses, prose, site.facts, site.diagnostics, list_releases(releases)))
        edition = make_edition(catalog, addresses)
    return PlannedSite(
        catalog=catalog,
        theme=theme,
        additions=additions or Additions(),
        addresses=addresses,
        prose=tuple(prose),
        pages=pages,
        diagnostics=site.diagnostics,
        words=words,
        edition=edition,
        releases=releases,
        watch=site.watch,
    )


def render_site(
    site: PlannedSite,
    *,
    searchable: bool = False,
    pictures: Pictures | None = None,
    processes: int = 1,
) -> Iterator[RenderedFile]:
    """Make every file of the site but the theme's own, the media and the search, to which pages lead if ``searchable``.

    Raises DragomanError for a faulty template.
    The files and their order are the same whatever the number of ``processes``.
    """
    catalog, addresses = site.catalog, site.addresses
    renderer = HtmlRenderer(
        site.theme,
        site=catalog.site,
        addresses=addresses,
        prose=site.prose,
        additions=site.additions,
        versions=site.edition.versions,
        previews=pictures.previews if pictures else {},
        searchable=searchable,
    )
    shares: list[Callable[[], Iterable[RenderedFile]]] = [
        *Subscriptions(catalog, addresses, site.words).parts(),
        *(partial(map, renderer.render, pages) for pages in _take_turns(site.pages, catalog.site.languages)),
    ]
    if pictures:
        drawn = tuple(pictures.previews.values())
        shares += (partial(pictures.draw, some) for some in _batches(drawn, _PICTURES_AT_ONCE))
    yield from do_shares(shares, processes)
    for language in catalog.site.languages:
        yield from make_choice(catalog, addresses, language)
    yield from make_outputs(catalog, site.edition, addresses, site.words)
    yield from make_sitemaps(site.pages, addresses, catalog.site.default_language)
    yield make_robots(addresses)
    yield from make_host_hints()


def _plan_pictures(site: PlannedSite, made: MadeOnce) -> Pictures | None:
    artist = find_artist()
    if artist is None:
        return None
    speeches = read_speeches(site.theme, site.words, site.additions)
    return Pictures(previews=plan_previews(site.catalog, site.addresses, speeches), artist=artist, made=made)


def _choose_processes(site: PlannedSite, jobs: int) -> int:
    if jobs:
        return jobs
    return min(count_processors(), _MOST_PROCESSES) if len(site.pages) >= _PAGES_WORTH_A_PROCESS else 1


def _take_turns(pages: Sequence[Page], languages: Sequence[str]) -> Iterator[Sequence[Page]]:
    """The pages in batches of one language each, the languages in turn.

    So each of two processes meets mostly one language, whose names and cards it then makes once.
    """
    batches = [_batches([page for page in pages if page.language == lang], _PAGES_AT_ONCE) for lang in languages]
    return (batch for turn in zip_longest(*batches) for batch in turn if batch)


def _batches(things: Sequence[T], longest: int) -> Iterator[Sequence[T]]:
    return (things[start : start + longest] for start in range(0, len(things), longest))


def publish_site(
    site: PlannedSite,
    staged: Iterable[OutputFile],
    output: Path,
    publication: Publication = _ORDINARY,
    *,
    kept: Path | None = None,
    jobs: int = 0,
    tell: Tell = _tell_nobody,
) -> Built:
    """Render the site and publish it together with files that others have made; nothing changes if anything fails.

    In ``kept``, if given, lies what is costly to make, for the next build. ``jobs`` is how many processes render;
    0 means as many as are of use. ``tell`` is told how many pages there are of all, now and then.
    Raises DragomanError if an id that was published would lead nowhere now.
    """
    sweep(site.releases)
    edition = keep_promises(site.edition, site.releases, output, publication)
    frozen: tuple[tuple[str, bytes], ...] = ()
    if publication.release:
        check_release_name(site.releases, publication.release)
        frozen = tuple(iter_frozen(edition, site.addresses, release=publication.release))
    program = find_pagefind()
    pictures = _plan_pictures(site, MadeOnce(kept)) if publication.images else None
    rendered = site.watch.iterate(
        "render",
        render_site(
            replace(site, edition=edition),
            searchable=program is not None,
            pictures=pictures,
            processes=_choose_processes(site, jobs),
        ),
    )
    told = _count_pages(rendered, len(site.pages), tell)
    files = chain(
        site.watch.iterate("search", add_search(told, program, output)) if program else told,
        iter_release_files(site.releases),
        (
            RenderedFile(path=site.addresses.data(f"{publication.release}/{name}"), content=content)
            for name, content in frozen
        ),
        staged,
    )
    with site.watch.stage("publish"):
        published = publish(files, output, thorough=publication.thorough)
    if pictures:
        pictures.forget_others()
    if frozen:
        freeze(site.releases, publication.release, frozen)
    return Built(
        event_count=len(site.catalog.events),
        diagnostics=site.diagnostics,
        published=published,
        timings=site.watch.timings,
    )


def _count_pages(files: Iterable[RenderedFile], total: int, tell: Tell) -> Iterator[RenderedFile]:
    done = 0
    for file in files:
        if file.path.endswith(".html"):
            done += 1
            if done % _PAGES_UNTIL_TOLD == 0:
                tell(done, total)
        yield file
