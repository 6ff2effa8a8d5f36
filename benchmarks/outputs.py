"""What all that is made for programs costs, beside the pages: CPU seconds of one process.

    python -m benchmarks.outputs FOLDER [--rounds N]

FOLDER is a site, such as ``python -m benchmarks.contacts 10000 FOLDER`` makes. The pages are rendered without what
they say to programs (JSON-LD and the elements of the head), then what that adds is measured by calling it by itself,
then each family of files. Pictures are left out: they are made once. Rounds follow each other in one process; the
least of each is shown, since all else that runs on the machine can only add.
"""

from __future__ import annotations

import argparse
import gc
import sys
import time
from collections.abc import Callable, Iterable
from itertools import chain
from pathlib import Path
from typing import Any
from unittest import mock

import dragoman
from dragoman.build import PlannedSite, link_site, plan_site
from dragoman.cli.facts import read_facts
from dragoman.render import html
from dragoman.render.citations import make_citations
from dragoman.render.data.files import make_data_files, make_edition
from dragoman.render.linked_data import Speaker, make_linked_data
from dragoman.render.oembed import make_oembed
from dragoman.render.sitemap import make_sitemaps
from dragoman.render.subscriptions import Subscriptions
from dragoman.render.theme import ThemePaths
from dragoman.render.timelinejs import make_timeline

PAGES = "pages, as people see them"


def main() -> int:
    """Measure and print a table in Markdown."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--rounds", type=int, default=1)
    arguments = parser.parse_args()
    site = plan(arguments.folder)
    rounds = [measure(site) for _ in range(arguments.rounds)]
    least = {name: min(seconds[name] for seconds in rounds) for name in rounds[0]}
    print_table(least, len(site.catalog.events), len(site.pages))
    return 0


def plan(folder: Path) -> PlannedSite:
    """The site as a build plans it."""
    theme = Path(dragoman.theme_path())
    paths = ThemePaths(
        template_folders=(theme / "templates",), locale_folders=(theme / "locale",), static_folder=theme / "static"
    )
    return plan_site(link_site(folder / "content", read_facts(folder)), paths)


def measure(site: PlannedSite) -> dict[str, float]:
    """CPU seconds for each part."""
    catalog, addresses, words = site.catalog, site.addresses, site.words
    seconds: dict[str, float] = {}

    def clock(name: str, make: Callable[[], Iterable[Any]]) -> None:
        gc.collect()
        before = time.process_time()
        for _ in make():
            pass
        seconds[name] = time.process_time() - before

    with mock.patch.object(html, "make_linked_data", return_value=""):
        clock(PAGES, lambda: map(make_renderer(site).render, site.pages))
    clock("JSON-LD in the pages", lambda: iter_linked_data(site))
    clock("data: records, tables, JSON, SQLite, GeoJSON, PLOVER", lambda: iter_data(site))
    clock("feeds and calendars", lambda: iter_subscriptions(site))
    clock("citations", lambda: make_citations(catalog, addresses, site.edition.versions))
    clock("TimelineJS", lambda: [make_timeline(catalog, addresses, language, words[language]) for language in words])
    clock(
        "oEmbed",
        lambda: (
            make_oembed(event, catalog.site, addresses, language, words[language])
            for language in words
            for event in catalog.events.values()
        ),
    )
    clock("sitemap", lambda: make_sitemaps(site.pages, addresses, catalog.site.default_language))
    return seconds


def make_renderer(site: PlannedSite) -> html.HtmlRenderer:
    """What renders the pages of the site."""
    return html.HtmlRenderer(
        site.theme, site=site.catalog.site, addresses=site.addresses, versions=site.edition.versions, searchable=True
    )


def iter_linked_data(site: PlannedSite) -> Iterable[str]:
    """What each page says in the words of schema.org."""
    sections: dict[Any, str] = {section: section for section in next(iter(site.addresses.slugs.values()))}
    speakers = {
        language: Speaker(
            site=site.catalog.site, addresses=site.addresses, language=language, versions=site.edition.versions
        )
        for language in site.catalog.site.languages
    }
    return (make_linked_data(page, speakers[page.language], sections) for page in site.pages)


def iter_data(site: PlannedSite) -> Iterable[Any]:
    """The files below ``data/``, from the plain records on."""
    return make_data_files(make_edition(site.catalog, site.addresses), site.addresses)


def iter_subscriptions(site: PlannedSite) -> Iterable[Any]:
    """All feeds and calendars."""
    return chain.from_iterable(part() for part in Subscriptions(site.catalog, site.addresses, site.words).parts())


def print_table(seconds: dict[str, float], events: int, pages: int) -> None:
    """Each part in seconds, and as a share of the pages."""
    whole = seconds[PAGES]
    rest = sum(seconds.values()) - whole
    lines = [
        f"| {events:,} contacts, {pages:,} pages | CPU s | share of the pages |",
        "|---|---|---|",
        *(f"| {name} | {value:.2f} | {value / whole:.1%} |" for name, value in seconds.items()),
        f"| all but the pages | {rest:.2f} | {rest / whole:.1%} |",
    ]
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    sys.exit(main())
