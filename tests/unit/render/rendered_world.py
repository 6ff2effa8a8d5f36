"""A small world rendered in this repository's theme: its pages parsed, by path."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from bs4 import BeautifulSoup

import dragoman
from dragoman.i18n.messages import load_messages
from dragoman.model.site import Site
from dragoman.render.environment import Additions
from dragoman.render.html import HtmlRenderer, translate_sections
from dragoman.render.theme import ThemePaths
from dragoman.site.addresses import Addresses
from dragoman.site.plan import plan_pages
from dragoman.site.views import Page, ProsePage
from tests.unit.site.world import FACTS, SITE, make_world

THEME = Path(dragoman.theme_path())


def make_theme(*, overrides: Sequence[Path] = ()) -> ThemePaths:
    """The theme of this repository, with a site's own templates before it."""
    return ThemePaths(
        template_folders=(THEME / "templates",),
        locale_folders=(THEME / "locale",),
        static_folder=THEME / "static",
        override_folders=tuple(overrides),
    )


@dataclass(frozen=True, slots=True)
class Rendered:
    """The files by path."""

    files: Mapping[str, bytes]

    def page(self, path: str) -> BeautifulSoup:
        return BeautifulSoup(self.files[path].decode(), "lxml")

    def text(self, path: str, selector: str = "body") -> str:
        """What a reader reads in the elements that a selector finds, blanks made single."""
        found = self.page(path).select(selector)
        assert found, f"nothing is {selector} on {path}"
        return " ".join(" ".join(element.get_text() for element in found).split())


def render_world(
    events: Mapping[str, Mapping[str, Any]],
    *,
    languages: Sequence[str] = ("de", "en"),
    prose: Sequence[ProsePage] = (),
    theme: ThemePaths | None = None,
    additions: Additions | None = None,
    site: Mapping[str, Any] | None = None,
    wanted: Callable[[Page], bool] = bool,
) -> Rendered:
    """Link, plan and render a world, or the wanted ones of its pages; see ``tests.unit.site.world``."""
    theme = theme or make_theme()
    catalog = make_world(events)
    catalog = replace(catalog, site=Site.model_validate({**SITE, "languages": list(languages), **(site or {})}))
    slugs = {language: translate_sections(load_messages(language, theme.locale_folders)) for language in languages}
    addresses = Addresses(url=catalog.site.url, slugs=slugs)
    renderer = HtmlRenderer(theme, site=catalog.site, addresses=addresses, prose=prose, additions=additions)
    files = (renderer.render(page) for page in plan_pages(catalog, addresses, prose, FACTS) if wanted(page))
    return Rendered({file.path: file.content for file in files})
