"""What a reader of the real site gets, on a page of each kind, on the devices that readers have."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from urllib.parse import urljoin

import pytest
from playwright.sync_api import expect

from tests.browser.visitor import Device, Visitor
from tests.built_site import BuiltSite, listed, richest_of_each_kind
from tests.validators.links import alternates

Visit = Callable[[Device], Visitor]
Violations = Callable[[Iterable[str], Device], list[str]]


@pytest.fixture(scope="session")
def pages(real_site: BuiltSite) -> tuple[str, ...]:
    """The path below the site's root of a page of each kind and language, redirects left out."""
    kinds = (page for page in richest_of_each_kind(real_site) if not real_site.is_redirect(page))
    return tuple(page.removesuffix("index.html") for page in kinds)


@pytest.mark.parametrize("device", [Device.PHONE, Device.NARROW, Device.DESKTOP, Device.WITHOUT_SCRIPT])
def test_pages_ask_nobody_else_say_nothing_and_fit(visit: Visit, pages: tuple[str, ...], device: Device) -> None:
    visitor = visit(device)
    overflow = {}
    for page in pages:
        visitor.go(page)
        overflow[page] = visitor.overflow
    assert visitor.foreign_requests == []
    assert visitor.console == []
    assert {page: width for page, width in overflow.items() if width > 0} == {}


@pytest.mark.parametrize("device", [Device.PHONE, Device.DARK])
def test_the_audit_finds_no_barrier(violations: Violations, pages: tuple[str, ...], device: Device) -> None:
    found = violations(pages, device)
    assert not found, listed(found)


def test_switching_language_stays_on_the_same_thing(visit: Visit, real_site: BuiltSite, pages: tuple[str, ...]) -> None:
    visitor = visit(Device.WITHOUT_SCRIPT)
    for page in pages:
        file = page if page.endswith(".html") else f"{page}index.html"
        if file.endswith("/embed/index.html"):
            continue  # stands in somebody else's page, which has a language of its own
        visitor.go(page)
        for language, address in alternates(real_site, file).items():
            switch = visitor.page.locator(f"a[hreflang={language}]").first
            if language not in {"x-default", visitor.page.locator("html").get_attribute("lang")}:
                assert switch.is_visible(), f"{page}: no way to {language}"
                target = urljoin(visitor.page.url, switch.get_attribute("href"))
                shown = real_site.file_at(target.replace(visitor.home, real_site.url))
                assert shown == real_site.file_at(address), page


def test_the_keyboard_reaches_the_content_first(visit: Visit, real_site: BuiltSite) -> None:
    visitor = visit(Device.DESKTOP)
    visitor.go(f"{real_site.languages[0]}/")
    visitor.page.keyboard.press("Tab")
    target = visitor.page.evaluate("document.activeElement.getAttribute('href')")
    assert target is not None
    assert target.startswith("#"), f"the first stop leads to {target}, not past the navigation"
    visitor.page.keyboard.press("Enter")
    expect(visitor.page).to_have_url(re.compile(f"{re.escape(target)}$"))
