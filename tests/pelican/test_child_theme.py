"""A theme of ten lines that builds on ours: other colours, one other template, one other word."""

from __future__ import annotations

import pytest

from tests.small_site import EVENT, SETTINGS, SmallSite

CHILD = {
    "mine/static/mine.css": ":root { --accent: light-dark(#7a1f3d, #f0a0b8); }\n",
    "mine/templates/base.html": (
        '{% extends "!dragoman/base.html" %}\n{% block head %}\n{{ super() }}\n'
        '<link rel="stylesheet" href="{{ asset("mine.css") }}">\n{% endblock %}\n'
    ),
    "mine/locale/en/LC_MESSAGES/dragoman.po": (
        'msgid ""\nmsgstr "Language: en\\n"\n\nmsgctxt "section name"\nmsgid "Contacts"\nmsgstr "Encounters"\n'
    ),
}


@pytest.fixture
def child(site: SmallSite) -> SmallSite:
    site.write({**CHILD, "pelicanconf.py": f'{SETTINGS}THEME = "mine"\n'})
    site.build()
    return site


def read_all_but_the_search(site: SmallSite) -> dict[str, bytes]:
    return {name: content for name, content in site.read_output().items() if not name.startswith("pagefind/")}


def test_it_has_ten_lines() -> None:
    # The empty line and the head of the catalog are the format's.
    assert sum(text.count("\n") for text in CHILD.values()) <= 13
    assert sum(1 for text in CHILD.values() for line in text.splitlines() if line and "msg" not in line) <= 10


def test_its_colours_come_after_ours(child: SmallSite) -> None:
    page = child.page("en/index.html")
    sheets = [str(link["href"]) for link in page.select("link[rel=stylesheet]")]
    assert sheets == ["../theme/style.css", "../theme/mine.css"]
    assert (child.output / "theme/mine.css").read_text() == CHILD["mine/static/mine.css"]
    assert (child.output / "theme/style.css").is_file()


def test_its_word_is_on_every_page_and_the_other_language_keeps_ours(child: SmallSite) -> None:
    assert child.page("en/index.html").select_one(".sections a").get_text() == "Encounters"  # type: ignore[union-attr]
    assert child.page("de/index.html").select_one(".sections a").get_text() == "Kontakte"  # type: ignore[union-attr]


def test_all_else_is_ours(child: SmallSite) -> None:
    with_child = read_all_but_the_search(child)
    child.write({"pelicanconf.py": SETTINGS})
    child.build()
    without = read_all_but_the_search(child)
    assert with_child.keys() - without.keys() == {"theme/mine.css"}
    assert without.keys() <= with_child.keys()
    name = EVENT.rpartition("/")[2].removesuffix(".yaml")
    assert f"en/events/{name}/index.html" in with_child  # the address is another word of the catalog
