"""The page for theme makers has every template, filter, function and view that there is, and no other."""

from __future__ import annotations

import dataclasses
import datetime as dt
import re
from pathlib import Path
from typing import get_args

import pytest

import dragoman
from dragoman.build import PlannedSite, link_site, plan_site
from dragoman.i18n.messages import source_messages
from dragoman.model.facts import BuildFacts
from dragoman.render.html import HtmlRenderer
from dragoman.render.theme import ThemePaths
from dragoman.render.vocabulary import Vocabulary
from dragoman.site.views import ProsePage, View
from tests.docs.documents import code_in, document, read_table
from tests.small_site import starter

THEME = Path(dragoman.theme_path())
PAGE = document("docs/theme-makers.md")
FACTS = BuildFacts(now=dt.datetime(2026, 11, 24, tzinfo=dt.UTC))
PROSE = ProsePage(
    key="about", lang="en", path="en/about/index.html", title="About", summary="", html="<p>…</p>", template="page.html"
)


def first_cells(heading: str) -> list[str]:
    """What the first column of every table below a heading names."""
    return [code_in(cells[0])[0] for cells in read_tables(heading)]


def read_tables(heading: str) -> list[list[str]]:
    section = PAGE.sections()[heading]
    tables = re.split(r"\n(?=\| \w+ \|)", section)
    return [cells for table in tables for cells in read_table(table)]


@pytest.fixture(scope="module")
def theme() -> ThemePaths:
    return ThemePaths(
        template_folders=(THEME / "templates",), locale_folders=(THEME / "locale",), static_folder=THEME / "static"
    )


@pytest.fixture(scope="module")
def planned(theme: ThemePaths) -> PlannedSite:
    """Every page of a new site."""
    return plan_site(link_site(starter() / "content", FACTS), theme, [PROSE])


def test_every_template_is_listed_and_no_other() -> None:
    listed = [*first_cells("Templates"), *first_cells("Parts"), *first_cells("Words and phrases")]
    there = {path.relative_to(THEME / "templates").as_posix() for path in (THEME / "templates").rglob("*.html")}
    assert sorted(listed) == sorted(there)


def test_every_filter_is_listed_and_no_other() -> None:
    vocabulary = Vocabulary(language="en", default="en", messages=source_messages())
    assert sorted(first_cells("Filters")) == sorted(vocabulary.filters())


def test_every_name_that_pages_have_is_listed_and_no_other(theme: ThemePaths, planned: PlannedSite) -> None:
    renderer = HtmlRenderer(theme, site=planned.catalog.site, addresses=planned.addresses, prose=planned.prose)
    (page,) = (page for page in planned.pages if page.path == PROSE.path)
    assert sorted(first_cells("Names that every page has")) == sorted(renderer._values(page))


def test_every_view_is_listed_with_all_its_fields() -> None:
    listed = {code_in(cells[0])[0]: set(code_in(cells[1])) for cells in read_tables("Views")}
    assert listed == {view.__name__: {field.name for field in dataclasses.fields(view)} for view in get_args(View)}


def test_every_template_of_a_page_is_listed_with_its_view(planned: PlannedSite) -> None:
    listed = {code_in(cells[0])[0]: code_in(cells[2])[0] for cells in read_tables("Templates") if cells[2]}
    used = {page.template: type(page.view).__name__ for page in planned.pages}
    assert used.items() <= listed.items()
    assert set(listed.values()) == {view.__name__ for view in get_args(View)}


@pytest.mark.parametrize("frame", ["base.html", "outside.html"])
def test_the_blocks_of_a_frame_are_listed_and_no_other(frame: str) -> None:
    (told,) = (cells[1] for cells in read_tables("Templates") if code_in(cells[0]) == (frame,))
    text = (THEME / "templates" / frame).read_text(encoding="utf-8")
    assert set(code_in(told)) == set(re.findall(r"{%-? block (\w+)", text))


def test_the_colours_that_are_named_are_there() -> None:
    sheet = (THEME / "static" / "style.css").read_text(encoding="utf-8")
    named = {code for code in code_in(PAGE.prose) if code.startswith("--")}
    assert named
    assert all(f"{name}:" in sheet for name in named)
