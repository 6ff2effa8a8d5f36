"""One process or many: the same files in the same order, to the byte."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

import pytest

import dragoman
from dragoman import build
from dragoman.build import PlannedSite, link_site, plan_site, render_site
from dragoman.model.facts import BuildFacts
from dragoman.render.theme import ThemePaths
from tests.small_site import starter

THEME = Path(dragoman.theme_path())


@pytest.fixture(scope="module")
def planned() -> PlannedSite:
    facts = BuildFacts(now=dt.datetime(2026, 11, 24, tzinfo=dt.UTC))
    theme = ThemePaths(
        template_folders=(THEME / "templates",), locale_folders=(THEME / "locale",), static_folder=THEME / "static"
    )
    return plan_site(link_site(starter() / "content", facts), theme)


def render(planned: PlannedSite, processes: int) -> Sequence[tuple[str, bytes]]:
    return [(file.path, file.content) for file in render_site(planned, processes=processes)]


@pytest.fixture(scope="module")
def by_one(planned: PlannedSite) -> Sequence[tuple[str, bytes]]:
    return render(planned, 1)


@pytest.mark.parametrize("processes", [2, 3])
def test_many_processes_make_what_one_makes(
    planned: PlannedSite, by_one: Sequence[tuple[str, bytes]], processes: int
) -> None:
    assert render(planned, processes) == by_one


def test_how_the_work_is_cut_changes_nothing_but_the_order(
    planned: PlannedSite, by_one: Sequence[tuple[str, bytes]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(build, "_PAGES_AT_ONCE", 7)
    assert sorted(render(planned, 2)) == sorted(by_one)
