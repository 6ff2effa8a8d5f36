"""Settings, templates and code that the documentation shows do what it says they do."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.content.files import Kind
from dragoman.content.rules.rule import Group, Rule, Scope
from dragoman.diagnostics import Severity
from dragoman.i18n.messages import load_messages
from dragoman.render.html import translate_sections
from tests.docs.documents import document
from tests.small_site import make_site
from tests.tools.programs import CHECKOUT

EVENT_PAGE = "en/events/2024-02-01-moana-wirihana/index.html"


def blocks(name: str, kind: str) -> list[str]:
    return [block.text for block in document(name).blocks() if block.kind == kind]


def test_the_settings_for_maintainers_make_a_site(tmp_path: Path) -> None:
    (settings,) = blocks("docs/maintainers.md", "python")
    site = make_site(tmp_path)
    site.write({"pelicanconf.py": settings})
    assert site.call("build").code == 0
    assert (site.output / "index.html").is_file()


def test_the_templates_for_theme_makers_make_pages(tmp_path: Path) -> None:
    (settings,) = blocks("docs/maintainers.md", "python")
    (overrides,) = blocks("docs/theme-makers.md", "python")
    replaced, built_on = blocks("docs/theme-makers.md", "jinja")
    site = make_site(tmp_path)
    site.write(
        {
            "pelicanconf.py": f'{settings}THEME = "mine"\n{overrides.replace("templates", f"{tmp_path}/templates")}',
            "templates/event.html": replaced,
            "mine/templates/base.html": built_on,
            "mine/static/mine.css": "".join(blocks("docs/theme-makers.md", "css")),
        }
    )
    assert site.call("build").code == 0
    event = site.page(EVENT_PAGE)
    assert "https://harbours.example/talks/en/feed.atom" in event.get_text()
    assert not event.select("footer")
    assert event.select_one("h1")
    assert event.select('link[href="../../../theme/mine.css"]')
    assert site.page("en/people/index.html").select("footer")
    assert (site.output / "theme/mine.css").is_file()
    assert (site.output / "theme/style.css").is_file()


def test_the_rule_for_developers_is_a_rule() -> None:
    (text,) = blocks("docs/developers.md", "python")
    known = {"Rule": Rule, "Group": Group, "Severity": Severity, "Scope": Scope, "Kind": Kind, "_check": lambda *_: ()}
    values: dict[str, object] = {}
    exec(text, known, values)  # noqa: S102 - our own page
    assert isinstance(values["RULE"], Rule)


@pytest.mark.parametrize("language", ["en", "de"])
def test_the_addresses_that_are_told_are_those_of_the_theme(language: str) -> None:
    told = document("docs/outputs.md").text
    for slug in translate_sections(load_messages(language, [CHECKOUT / "themes/dragoman/locale"])).values():
        assert f"`/{language}/{slug}/`" in told or f"`/{language}/{slug}/#ID`" in told
