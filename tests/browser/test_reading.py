"""Reading without a mouse, in large letters, in the system's colours, with a screen reader, on paper, in a frame."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.server import serving
from tests.browser.visitor import Device, Visitor, visiting
from tests.built_site import BuiltSite, richest_of_each_kind

Visit = Callable[[Device], Visitor]
COMPARED = "en/events/2023-09-26-blinken-aliyev/"
FEW = ("en/", COMPARED, "en/2023/09/", "en/pairs/", "en/people/ilham-aliyev/", "en/search/", "en/events/")


@pytest.fixture(scope="session")
def pages(real_site: BuiltSite) -> tuple[str, ...]:
    """A page of each kind in one language."""
    return tuple(page for page in richest_of_each_kind(real_site) if page.startswith("en/"))


def test_the_keyboard_reaches_every_link_in_the_order_of_reading(visit: Visit) -> None:
    visitor = visit(Device.DESKTOP)
    for path in ("en/", COMPARED, "en/pairs/"):
        visitor.go(path)
        wanted: int = visitor.page.evaluate(
            "[...document.querySelectorAll('a[href], button, input, select, summary, [tabindex=\"0\"]')]"
            ".filter(e => e.checkVisibility()).length"
        )
        visited = visitor.page.evaluate("window.seen = []")
        order: list[int] = []
        for _ in range(wanted + 5):
            visitor.page.keyboard.press("Tab")
            position = visitor.page.evaluate(
                "(() => { const all = [...document.querySelectorAll('*')]; const e = document.activeElement;"
                " return e === document.body ? -1 : all.indexOf(e); })()"
            )
            if position < 0 or (order and position == order[0]):
                break
            order.append(position)
        assert visited == []
        assert order == sorted(order), path
        assert len(order) == wanted, path


def test_what_has_the_focus_can_be_seen(visit: Visit) -> None:
    visitor = visit(Device.DESKTOP)
    for path in FEW:
        visitor.go(path)
        for _ in range(12):
            visitor.page.keyboard.press("Tab")
            style = visitor.page.evaluate(
                "(() => { const s = getComputedStyle(document.activeElement);"
                " return [s.outlineStyle, parseFloat(s.outlineWidth)]; })()"
            )
            assert style[0] != "none" and style[1] >= 2, (path, style)


def test_text_of_twice_the_size_fits(visit: Visit, pages: tuple[str, ...]) -> None:
    visitor = visit(Device.DESKTOP)
    overflow = {}
    for page in pages:
        visitor.go(page.removesuffix("index.html"))
        visitor.page.evaluate("document.documentElement.style.setProperty('font-size', '200%')")
        overflow[page] = visitor.overflow
    assert {page: width for page, width in overflow.items() if width > 0} == {}


def test_a_window_zoomed_to_320_pixels_shows_the_whole_text(visit: Visit) -> None:
    visitor = visit(Device.NARROW)
    visitor.go(COMPARED)
    cut = visitor.page.evaluate(
        "[...document.querySelectorAll('main p, main h1, main h2, main li')]"
        ".filter(e => e.checkVisibility() && !e.closest('.unseen, pre') && e.scrollWidth > e.clientWidth + 1"
        " && getComputedStyle(e).display !== 'inline').map(e => e.textContent.trim().slice(0, 40))"
    )
    assert cut == []


def test_the_systems_own_colours_leave_every_state_visible(browser: Browser, site_url: str) -> None:
    with visiting(browser, site_url, Device.DESKTOP, forced_colors="active") as visitor:
        assert visitor.page.evaluate("matchMedia('(forced-colors: active)').matches")
        visitor.go("en/")
        bar, paper = visitor.page.evaluate(
            "[getComputedStyle(document.querySelector('a.bar'), '::after').backgroundColor,"
            " getComputedStyle(document.body).backgroundColor]"
        )
        assert bar != paper
        visitor.go(COMPARED)
        cells = visitor.page.locator(".cell .silence")
        assert cells.count() > 0
        for cell in cells.all():
            assert cell.inner_text().strip()
            assert cell.locator("svg").count() == 1


def test_nothing_moves_for_those_who_asked_for_that(browser: Browser, site_url: str) -> None:
    moving = (
        "[...document.querySelectorAll('*')].filter(e => { const s = getComputedStyle(e);"
        " return s.animationName !== 'none' || parseFloat(s.transitionDuration) > 0 || s.scrollBehavior === 'smooth';"
        " }).length"
    )
    with visiting(browser, site_url, Device.DESKTOP) as visitor:  # which asks for reduced motion
        for path in FEW:
            visitor.go(path)
            assert visitor.page.evaluate(moving) == 0, path


def test_a_screen_reader_hears_the_comparison_topic_by_topic_under_its_sides(visit: Visit) -> None:
    for device in (Device.DESKTOP, Device.PHONE):
        visitor = visit(device)
        visitor.go(COMPARED)
        table = visitor.page.get_by_role("table", name="What each account says, topic by topic")
        snapshot = table.aria_snapshot()
        head = [line for line in snapshot.splitlines() if "columnheader" in line]
        sides = ["Topic", "Azerbaijan", "United States", "United States"]
        assert len(head) == len(sides), snapshot
        assert all(side in line for side, line in zip(sides, head, strict=True)), head
        topics = visitor.page.locator(".comparison th[scope=row]").all_inner_texts()
        positions = [snapshot.index(f'rowheader "{topic}"') for topic in topics]
        assert positions == sorted(positions)
        first = snapshot[positions[0] : positions[1]]
        assert first.count("cell ") >= 2, first


def test_paper_has_the_addresses_and_all_statements(visit: Visit) -> None:
    visitor = visit(Device.DESKTOP)
    visitor.go(COMPARED)
    page = visitor.page
    page.emulate_media(media="print")
    assert f"https://example.org/south-caucasus/{COMPARED}" in page.locator("main .printed").inner_text()
    shown = page.evaluate(
        "[...document.querySelectorAll('.sources a[href^=http]')]"
        ".map(a => getComputedStyle(a, '::after').content.includes('attr') || getComputedStyle(a, '::after').content)"
    )
    assert shown
    assert all(str(entry) not in {"none", "normal"} for entry in shown)
    assert page.locator(".masthead nav.sections").is_visible() is False
    for statements in page.locator("details .statements").all():
        assert statements.evaluate("e => e.getBoundingClientRect().height") > 0


@pytest.mark.parametrize("path", ["en/2023/09/", "en/pairs/az-us/", "en/topics/humanitarian-access/"])
def test_a_dossier_on_paper_has_the_address_of_every_contact(visit: Visit, path: str) -> None:
    visitor = visit(Device.DESKTOP)
    visitor.go(path)
    visitor.page.emulate_media(media="print")
    addresses = visitor.page.locator(".card .printed").all_inner_texts()
    assert len(addresses) == visitor.page.locator(".card").count() > 0
    assert all(address.startswith("https://example.org/south-caucasus/en/events/") for address in addresses)
    assert not visitor.page.locator(".find").is_visible()


def test_a_contact_can_be_shown_in_somebody_elses_page(browser: Browser, real_site: BuiltSite, tmp_path: Path) -> None:
    with serving(real_site.output, prefix=real_site.prefix) as url:
        (tmp_path / "index.html").write_text(
            '<!doctype html><link rel="icon" href="data:,"><title>x</title>'
            f'<iframe src="{url}{COMPARED}embed/" title="A contact"></iframe>',
            encoding="utf-8",
        )
        with serving(tmp_path) as other, visiting(browser, other, Device.DESKTOP) as visitor:
            visitor.go()
            frame = visitor.page.frame_locator("iframe")
            heading = frame.locator("h1 a")
            assert heading.inner_text()
            assert frame.locator("script, nav, form").count() == 1  # the script that every page has
            assert visitor.console == []
            heading.click()
            visitor.page.wait_for_url(f"{url}{COMPARED}**")  # the whole window, not the frame


@pytest.mark.parametrize("where", ["disk", "root", "sub-path"])
def test_the_site_works_wherever_it_lies(browser: Browser, real_site: BuiltSite, where: str) -> None:
    def walk(home: str) -> None:
        with visiting(browser, home, Device.DESKTOP) as visitor:
            visitor.go("index.html")
            for step in ("a[hreflang=en]", ".sections a >> nth=0", ".strip a >> nth=0", ".card .title a >> nth=0"):
                follow(visitor.page, step)
            assert visitor.page.evaluate("getComputedStyle(document.body).maxWidth") != "none"  # the style is there
            expect(visitor.page.locator(".facts")).to_be_visible()
            follow(visitor.page, "a[hreflang=de]")
            expect(visitor.page.locator("html")).to_have_attribute("lang", "de")
            expect(visitor.page.locator(".facts")).to_be_visible()
            assert visitor.console == []
            assert visitor.foreign_requests == []

    match where:
        case "disk":
            walk(f"{real_site.output.as_uri()}/")
        case "root":
            with serving(real_site.output) as url:
                walk(url)
        case _:
            with serving(real_site.output, prefix="/deep/below/") as url:
                walk(url)


def follow(page: Page, selector: str) -> None:
    """Follow a link, and wait until the browser is where it leads to."""
    link = page.locator(selector).first
    target = clean(urljoin(page.url, str(link.get_attribute("href"))))
    link.click()
    page.wait_for_url(lambda url: clean(url) == target)


def clean(url: str) -> str:
    """An address as the address bar shows it on the web."""
    return url.replace("/index.html", "/")
