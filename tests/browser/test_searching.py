"""The full-text search: found by any spelling, narrowed, kept in the address, loaded late, harmless where it is not."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.visitor import Device, Visitor, visiting
from tests.built_site import BuiltSite
from tests.tools.programs import leave_out

Visit = Callable[[Device], Visitor]
SEARCH = {"de": "de/suche/", "en": "en/search/"}


@pytest.fixture(autouse=True)
def _searchable(real_site: BuiltSite) -> None:
    if "pagefind/pagefind.js" not in real_site.files:
        leave_out("the extra search is not installed: pip install 'dragoman[search]'")


def search(visitor: Visitor, language: str, words: str, *, more: str = "") -> list[str]:
    """The addresses that are found, the first ten."""
    visitor.go(f"{SEARCH[language]}?q={quote(words)}{more}")
    expect(visitor.page.locator("#results li").first).to_be_visible()
    return [
        str(link.get_attribute("href")).split("/south-caucasus/")[-1]
        for link in visitor.page.locator("#results li > a").all()
    ]


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("spelling", ["Aliyev", "Alijew", "Əliyev", "Алиев"])
def test_a_person_is_found_by_any_spelling(visit: Visit, language: str, spelling: str) -> None:
    section = {"de": "personen", "en": "people"}[language]
    assert f"{language}/{section}/ilham-aliyev/index.html" in search(
        visit(Device.PHONE), language, spelling, more="&kind=people"
    )


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("name", ["Khankendi", "Stepanakert"])
def test_a_place_is_found_by_either_name(visit: Visit, language: str, name: str) -> None:
    section = {"de": "orte", "en": "places"}[language]
    assert f"{language}/{section}/stepanakert/index.html" in search(visit(Device.PHONE), language, name)


def test_results_are_narrowed_and_the_address_keeps_how(visit: Visit) -> None:
    visitor = visit(Device.DESKTOP)
    search(visitor, "en", "Karabakh")
    visitor.page.locator("[name=kind]").select_option("topics")
    visitor.page.wait_for_url("**/?q=Karabakh&kind=topics")
    expect(visitor.page.locator("#results li > a").first).to_have_attribute("href", re.compile("/en/topics/"))
    visitor.page.go_back()
    expect(visitor.page.locator("[name=kind]")).to_have_value("")
    assert visitor.console == []


def test_the_field_in_the_head_leads_there(visit: Visit) -> None:
    visitor = visit(Device.DESKTOP)
    visitor.go("en/")
    visitor.page.locator(".find input").fill("Blinken")
    visitor.page.locator(".find input").press("Enter")
    expect(visitor.page.locator("#results li").first).to_be_visible()
    expect(visitor.page.locator("#results mark").first).to_contain_text("Blinken")
    expect(visitor.page).to_have_url(re.compile(r"/en/search/\?q=Blinken$"))


def test_what_is_searched_for_is_text_and_never_markup(visit: Visit) -> None:
    visitor = visit(Device.DESKTOP)
    visitor.go(f"{SEARCH['en']}?q={quote('<img src=x onerror=alert(1)>')}")
    expect(visitor.page.locator("#status")).not_to_have_text("")
    assert visitor.page.locator("main img").count() == 0
    assert visitor.console == []


def test_nothing_found_says_so_and_offers_the_register(visit: Visit) -> None:
    visitor = visit(Device.DESKTOP)
    visitor.go(f"{SEARCH['en']}?q=qqqqqqqq")
    expect(visitor.page.locator("#status")).to_contain_text("Nothing was found.")
    assert visitor.page.locator("#results li").count() == 0


@pytest.mark.parametrize("nonsense", ["xylophon", "zakharovnonsense"])
def test_a_word_that_begins_like_another_by_chance_finds_nothing(visit: Visit, nonsense: str) -> None:
    visitor = visit(Device.DESKTOP)
    visitor.go(f"{SEARCH['en']}?q={nonsense}")
    expect(visitor.page.locator("#status")).to_contain_text("Nothing was found.")
    assert visitor.page.locator("#results li").count() == 0


def test_a_facet_alone_lists_all_that_it_has(visit: Visit) -> None:
    found = search(visit(Device.DESKTOP), "en", "", more="&kind=places")
    assert found and all("/places/" in address for address in found)


def test_the_program_is_loaded_on_first_use_and_from_here_only(visit: Visit) -> None:
    visitor = visit(Device.DESKTOP)
    visitor.go(SEARCH["en"])
    visitor.page.wait_for_timeout(300)
    assert not [url for url in visitor.requests if "/pagefind/" in url]
    # The page's policy forbids the evaluation of strings, by which the browser's driver would poll a function.
    with visitor.page.expect_response(lambda response: ".pagefind" in response.url):
        visitor.page.locator("#q").focus()
    assert visitor.foreign_requests == []
    assert visitor.console == []


@pytest.mark.parametrize("language", ["de", "en"])
def test_without_script_the_register_stands_in(visit: Visit, language: str) -> None:
    visitor = visit(Device.WITHOUT_SCRIPT)
    visitor.go(SEARCH[language])
    assert not visitor.page.locator("#search").is_visible()
    visitor.page.locator("#no-search a").click()
    expect(visitor.page).to_have_url(re.compile(r"/register/"))
    expect(visitor.page.locator(".register li").nth(100)).to_be_visible()


def test_from_disk_the_register_stands_in_silently(browser: Browser, real_site: BuiltSite) -> None:
    with visiting(browser, f"{real_site.output.as_uri()}/", Device.DESKTOP) as visitor:
        visitor.go("en/index.html")
        visitor.page.locator(".find input").fill("Blinken")
        visitor.page.locator(".find input").press("Enter")
        expect(visitor.page.locator("#no-search a")).to_be_visible()
        assert not visitor.page.locator("#search").is_visible()
        assert visitor.console == []
