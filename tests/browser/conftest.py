"""A browser for all the tests of a worker, and visitors on the devices that readers have."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from tests.browser.accessibility import audit
from tests.browser.server import serving
from tests.browser.visitor import PATIENCE, Device, Visitor, visiting
from tests.built_site import BuiltSite
from tests.tools.programs import AXE, CHROMIUM, DRIVER, need_file, need_program

expect.set_options(timeout=PATIENCE)
# The browser is to ask for nothing of its own: a test counts who was asked for what.
QUIET = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium; Playwright's own download is never asked for."""
    need_program(DRIVER)
    program = need_program(CHROMIUM)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=program, args=list(QUIET), chromium_sandbox=False)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def site_url(real_site: BuiltSite) -> Iterator[str]:
    """The root of the real site on a plain host, below the same path as where it is to be published."""
    with serving(real_site.output, prefix=real_site.prefix) as url:
        yield url


@pytest.fixture
def visit(browser: Browser, site_url: str) -> Iterator[Callable[[Device], Visitor]]:
    """Start a visit to the real site on a device; it ends with the test."""
    with ExitStack() as visits:
        yield lambda device: visits.enter_context(visiting(browser, site_url, device))


@pytest.fixture
def violations(browser: Browser, site_url: str) -> Callable[[Iterable[str], Device], list[str]]:
    """The accessibility violations on pages of the real site, named by their path: a line for each element."""
    axe = need_file(AXE)

    def find(pages: Iterable[str], device: Device) -> list[str]:
        found = []
        with visiting(browser, site_url, device, bypass_csp=True) as visitor:
            for page in pages:
                visitor.go(page)
                found += [f"{page}: {line}" for line in audit(visitor, axe)]
        return found

    return find
