"""What stands on the pages: read as a reader's browser would, by selector."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import unquote

import pytest
from bs4 import BeautifulSoup, Tag

from dragoman.site.views import ProsePage
from tests.unit.render.rendered_world import Rendered, render_world

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'self'; require-trusted-types-for 'script'"
)
CALL = "2024-02-01-call"
FULL_EVENT: dict[str, Any] = {
    "date": "2024-02-01",
    "time": "23:30 Europe/Oslo",
    "duration": "PT90M",
    "participants": [
        {"person": "kari", "part": "caller", "called": [{"text": "utenriksminister", "lang": "nb", "source": "paper"}]},
        {"person": "sepp", "part": "callee"},
        {"organisation": "un", "part": "mediator", "name": {"de": "eine Beamtin", "en": "an official"}},
    ],
    "initiative": {"sides": ["no"], "according_to": ["paper"]},
    "topics": ["weather", "fish", "nature"],
    "readouts": [
        {
            "id": "no", "by": "no-mfa", "kind": "press-release", "source": "paper", "extent": "full",
            "published": "2024-02-03",
            "points": [
                {"topic": "weather", "text": {"de": "Es regnet.", "en": "It rains."}, "speaker": "kari",
                 "quote": {"text": "Det regner.", "lang": "nb"}},
            ],
        },
        {
            "id": "at", "by": "at-mfa", "kind": "social-post", "source": "paper", "second_hand": "true",
            "points": [{"topic": "fish", "text": {"de": "Der Fisch ist frisch.", "en": "The fish is fresh."}}],
        },
        {"by": "un", "none_found": "2024-03-01"},
    ],
    "comparison": [
        {"topic": "weather", "relation": "differ", "note": {"de": "Nur *eine* Seite.", "en": "Only *one* side."}}
    ],
    "disputed": {
        "date": [{"value": "2024-02-02", "sources": ["paper"], "note": {"de": "Ein Versehen.", "en": "A slip."}}],
        "initiative": [{"value": ["at"], "sources": ["paper"]}],
    },
    "sources": {
        "paper": {"url": "https://example.org/1", "publisher": "gazette", "lang": "nb", "title": "Regn",
                  "archived": "https://web.archive.org/web/2024/https://example.org/1"},
        "radio": {"ref": "Radio Nord, 7 pm", "publisher": "Radio Nord", "lang": "nb"},
    },
    "corrections": [{"date": "2024-02-05", "text": {"de": "Datum berichtigt.", "en": "Date corrected."}}],
}  # fmt: skip
EVENTS: dict[str, dict[str, Any]] = {
    CALL: FULL_EVENT,
    "2024-02-09-visit": {"date": "2024-02-09", "type": "visit", "place": "unknown", "status": "cancelled",
                         "outcome": {"by": "at", "on": "2024-02-08", "reason": {"de": "Schnee.", "en": "Snow."}}},
    "2024-03-letter": {"date": "2024-03", "type": "letter", "related": [{"event": CALL, "type": "follows"}],
                       "title": {"de": "Brief <script>alert(1)</script> & mehr", "en": "Letter"}},
    "2024-04-01-old": {"date": "2024-04-01",
                       "retracted": {"date": "2024-05-01", "text": {"de": "Erfunden.", "en": "Made up."}}},
}  # fmt: skip
PROSE = (
    ProsePage(key="about", lang="de", path="de/ueber/index.html", title="Über", summary="Worum", template="page.html",
              html="<h2 id='a'>Wozu</h2><script>x()</script><p>Darum.</p>"),
    ProsePage(key="about", lang="en", path="en/about/index.html", title="About", summary="What", template="page.html",
              html="<p>Why.</p>"),
)  # fmt: skip
EN = f"en/events/{CALL}/index.html"
DE = f"de/ereignisse/{CALL}/index.html"


@pytest.fixture(scope="module")
def world() -> Rendered:
    return render_world(EVENTS, prose=PROSE)


@pytest.fixture(scope="module")
def three() -> Rendered:
    return render_world(EVENTS, languages=("en", "ar", "de"))


def test_every_page_is_whole(world: Rendered) -> None:
    for path, content in world.files.items():
        assert content.startswith(b"<!doctype html>"), path
        assert content.endswith(b"</html>\n"), path
        assert b"\r" not in content
        page = world.page(path)
        assert len(page.select("h1")) == 1, path
        assert page.title is not None
        assert page.title.get_text(strip=True), path
        ids = [element["id"] for element in page.select("[id]")]
        assert len(ids) == len(set(ids)), path


def select_scripts(page: BeautifulSoup) -> list[Tag]:
    """The scripts that run, which linked data does not."""
    return page.select('script:not([type="application/ld+json"])')


def test_every_page_has_the_policy_and_nothing_that_it_forbids(world: Rendered) -> None:
    for path in world.files:
        page = world.page(path)
        (policy,) = page.select('meta[http-equiv="Content-Security-Policy"]')
        # The search alone may run its program, which is no text that becomes code.
        wanted = POLICY.replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'")
        assert policy["content"] == (wanted if path in {"de/suche/index.html", "en/search/index.html"} else POLICY)
        assert not page.select("[style], style, iframe, object, embed")
        assert all(script.get("src") and not script.get_text() for script in select_scripts(page)), path
        assert not [name for element in page.select("*") for name in element.attrs if name.startswith("on")], path


def test_every_link_inside_the_site_leads_to_something(world: Rendered) -> None:
    for path in world.files:
        if path == "404.html":
            continue
        for element in world.page(path).select("[href], [src]"):
            target = str(element.get("href") or element.get("src"))
            if re.match(r"[a-z]+:", target):
                continue
            address, _, fragment = target.partition("#")
            found = _resolve(path, unquote(address)) if address else path
            # What other renderers make: feeds, calendars, data, citations.
            if found.startswith(("theme/", "data/")) or not found.endswith(".html"):
                continue
            assert found in world.files, f"{path} leads to {target}"
            assert not fragment or world.page(found).select(f'[id="{fragment}"]'), f"{path} leads to {target}"


def _resolve(path: str, address: str) -> str:
    parts = list(PurePosixPath(path).parent.parts)
    for part in address.split("/"):
        if part == "..":
            parts.pop()
        else:
            parts.append(part)
    return "/".join(parts)


def test_a_page_not_found_is_linked_from_any_depth(world: Rendered) -> None:
    page = world.page("404.html")
    assert [link["href"] for link in page.select(".chooser a")] == ["/trial/de/index.html", "/trial/en/index.html"]
    assert page.select_one('link[rel="stylesheet"]')["href"] == "/trial/theme/style.css"  # type: ignore[index]
    assert page.select('meta[name="robots"][content="noindex"]')
    assert "Unter dieser Adresse" in page.get_text()
    assert "There is no page" in page.get_text()


def test_the_chooser_offers_every_language_in_its_own_words(world: Rendered) -> None:
    page = world.page("index.html")
    assert [entry["lang"] for entry in page.select(".chooser > li")] == ["de", "en"]
    assert [link.get_text() for link in page.select(".chooser a")] == ["Probe", "Trial"]


def test_addresses_are_whole_for_machines_and_relative_for_readers(world: Rendered) -> None:
    page = world.page(EN)
    own = f"https://example.org/trial/en/events/{CALL}/"
    assert [link["href"] for link in page.select('link[rel="canonical"]')] == [own]
    alternates = {str(link["hreflang"]): link["href"] for link in page.select("link[hreflang]")}
    german = f"https://example.org/trial/de/ereignisse/{CALL}/"
    assert alternates == {"de": german, "en": own, "x-default": german}
    assert [link["href"] for link in page.select(".languages a")] == [f"../../../{DE}"]


def test_an_event_says_when_who_by_whom_and_with_which_offices(world: Rendered) -> None:
    facts = world.text(EN, ".facts")
    assert "Thursday, 1 February 2024" in facts
    assert "90 minutes" in facts
    assert "23:30 Oslo" in facts
    sides = world.page(EN).select(".facts .side")
    assert [side.select_one(".side-name").get_text() for side in sides] == ["Austria", "Norway", "United Nations"]  # type: ignore[union-attr]
    assert "Kari Nor caller Minister «utenriksminister» 1" in world.text(EN, ".facts .side-2")
    assert "an official mediator United Nations" in world.text(EN, ".facts .side-3")
    assert world.page(EN).select_one('.called [lang="nb"]').get_text() == "«utenriksminister»"  # type: ignore[union-attr]
    assert "Norway according to The Gazette1" in facts


def test_the_comparison_is_one_table_with_a_kind_in_every_cell(world: Rendered) -> None:
    page = world.page(EN)
    (table,) = page.select("table.comparison")
    assert [" ".join(head.select_one(".side-name").get_text().split()) for head in table.select("thead th")[1:]] == [  # type: ignore[union-attr]
        "Austria", "Norway", "United Nations",
    ]  # fmt: skip
    kinds = [tuple(cell["class"][1] for cell in row.select("td.cell")) for row in table.select("tbody tr:has(th)")]
    assert kinds == [
        ("not-in-part-read", "said", "none-found"),
        ("said", "not-mentioned", "none-found"),
    ]
    # Whoever cannot see the table learns from its marks which account and which topic a cell belongs to.
    assert [head["scope"] for head in table.select("th")] == ["col"] * 4 + ["row"] * 2
    assert "The accounts differ: Only one side." in world.text(EN, ".judgement")
    assert "(1 March 2024)" in world.text(EN, "td.none-found")


def test_published_words_come_first_in_their_language_and_ours_are_marked(world: Rendered) -> None:
    said = world.page(EN).select_one("td.said.side-2 .statement")
    assert said is not None
    assert said.select_one('blockquote [lang="nb"]').get_text() == "«Det regner.»"  # type: ignore[union-attr]
    words = " ".join(said.get_text().split())
    assert words == "«Det regner.» Norwegian Bokmål Our translation: It rains. Kari Nor"


def test_an_account_says_what_is_known_of_it(world: Rendered) -> None:
    assert "Press release · read in full · published: 3 February 2024 (2 days later)" in world.text(EN, "#account-no")
    assert "Social media post · second-hand · excerpt" in world.text(EN, "#account-at")
    assert world.page(EN).select('#account-no a[href^="https://web.archive.org/"]')


def test_disputed_values_stand_with_those_who_give_them(world: Rendered) -> None:
    text = world.text(EN, ".disputed")
    assert "Date Friday, 2 February 2024 according to The Gazette1 A slip." in text
    assert "Initiative Austria according to The Gazette1" in text


def test_sources_are_numbered_and_can_be_reached(world: Rendered) -> None:
    page = world.page(EN)
    assert [entry["id"] for entry in page.select(".sources > li")] == ["source-paper", "source-radio"]
    assert page.select_one('#source-paper a[lang="nb"], #source-paper [lang="nb"]')
    assert "Radio Nord, 7 pm" in world.text(EN, "#source-radio")


def test_what_did_not_take_place_says_so_and_why(world: Rendered) -> None:
    notice = world.text("en/events/2024-02-09-visit/index.html", ".notice")
    assert notice == "Cancelled. By: Austria. On: 8 February 2024. Snow."
    assert "Abgesagt. Durch: Österreich." in world.text("de/ereignisse/2024-02-09-visit/index.html", ".notice")


def test_a_retracted_event_keeps_its_page_with_the_reason(world: Rendered) -> None:
    assert "Retracted on 1 May 2024. Made up." in world.text("en/events/2024-04-01-old/index.html", ".grave")


def test_related_contacts_are_named_from_both_ends(world: Rendered) -> None:
    assert "Follows: A call" in world.text("en/events/2024-03-letter/index.html", "section:has(> #related)")
    assert "Followed by: Letter" in world.text(EN, "section:has(> #related)")


def test_what_a_contributor_writes_is_never_markup(world: Rendered) -> None:
    page = world.page("de/ereignisse/2024-03-letter/index.html")
    assert page.select_one("h1").get_text() == "Brief <script>alert(1)</script> & mehr"  # type: ignore[union-attr]
    assert "Brief <script>alert(1)</script> & mehr" in str(page.title.string)  # type: ignore[union-attr]
    assert len(select_scripts(page)) == 1


def test_prose_keeps_headings_and_loses_scripts(world: Rendered) -> None:
    page = world.page("de/ueber/index.html")
    assert page.select_one(".prose h2#a").get_text() == "Wozu"  # type: ignore[union-attr]
    assert "x()" not in page.get_text()
    assert [link["href"] for link in page.select(".languages a")] == ["../../en/about/index.html"]


def test_lists_show_a_contact_with_its_marks(world: Rendered) -> None:
    card = world.text("en/2024/02/index.html", ".card:has(a[href*='-call'])")
    assert "Telephone call" in card
    assert "2 accounts" in card
    assert "date disputed" in card
    assert "corrected" in card
    assert "Cancelled" in world.text("en/2024/02/index.html", ".card.not-held")
    assert "one account" not in card


def test_the_front_page_has_a_bar_for_each_month(world: Rendered) -> None:
    page = world.page("en/index.html")
    bars = [" ".join(bar.get_text().split()) for bar in page.select("a.bar .unseen")]
    assert "February 2024: 1 contact" in bars
    assert page.select_one("a.bar")["href"].endswith("2024/02/index.html")  # type: ignore[index,union-attr]


def test_a_right_to_left_language_is_mirrored_and_foreign_texts_are_marked(three: Rendered) -> None:
    path = next(path for path in three.files if path.startswith("ar/") and path.endswith(f"{CALL}/index.html"))
    page = three.page(path)
    assert page.html is not None
    assert (page.html["lang"], page.html["dir"]) == ("ar", "rtl")
    title = page.select_one("h1 [lang]")
    assert title is not None
    assert (title["lang"], title["dir"], title.get_text()) == ("en", "ltr", "A call")
    assert "لم يُترجَم" in three.text(path, ".notice")
    assert page.select_one('blockquote bdi[lang="nb"][dir="ltr"]')
    assert "مكالمة هاتفية" in three.text(path, ".kicker")


def test_a_language_without_a_catalog_is_built_in_english_words() -> None:
    pages = render_world(EVENTS, languages=("en", "mi"))
    assert "Telephone call" in pages.text(f"mi/events/{CALL}/index.html", ".kicker")


def test_english_words_on_a_page_of_another_language_are_marked_as_such() -> None:
    pages = render_world(EVENTS, languages=("en", "fa", "mi"))
    for language in ("fa", "mi"):
        for path, content in pages.files.items():
            assert not re.search(r"[\ue000\ue001]|\\ue00[01]", content.decode()), path
        page = pages.page(f"{language}/events/{CALL}/index.html")
        kicker = page.select(".kicker > span")[0]
        assert (kicker.get_text(), kicker["lang"], kicker["dir"]) == ("Telephone call", "en", "ltr")
        assert {
            str(word["lang"]) for word in page.select(".sections a > span, .foot nav a > span, main h2 > span")
        } == {"en"}
        assert len(page.select(".sections a > span")) == len(page.select(".sections a"))
        assert page.select("title span, option span, script span") == []
        assert page.select(".facts dt > span[lang=en]")
    assert pages.page(EN).select('span[lang="en"][dir="ltr"]') == []


def test_an_error_report_is_filled_in_with_what_it_is_about() -> None:
    mail = render_world(EVENTS, site={"corrections_url": "mailto:desk@example.org"})
    (link,) = mail.page(EN).select('a[href^="mailto:desk"]')
    assert link["href"] == (
        f"mailto:desk@example.org?subject=Error%20in%20%E2%80%9C{CALL}%E2%80%9D"
        f"&body=https%3A//example.org/trial/en/events/{CALL}/"
    )
    form = render_world(EVENTS, site={"corrections_url": "https://forge.example/new?labels=error"})
    (link,) = form.page(EN).select('a[href^="https://forge.example"]')
    assert str(link["href"]).startswith("https://forge.example/new?labels=error&title=Error%20in")
    page = f"https%3A//example.org/trial/en/events/{CALL}/"
    assert str(link["href"]).endswith(f"&body={page}&page={page}")  # our form on GitHub has a field called page
    lab = render_world(EVENTS, site={"corrections_url": "https://lab.example/a/b/-/issues/new"})
    (link,) = lab.page(EN).select('a[href^="https://lab.example"]')
    assert str(link["href"]).startswith("https://lab.example/a/b/-/issues/new?issue%5Btitle%5D=Error%20in")
    assert str(link["href"]).endswith(f"&issue%5Bdescription%5D={page}")


def test_rendering_twice_gives_the_same_bytes(world: Rendered) -> None:
    assert render_world(EVENTS, prose=PROSE).files == world.files
