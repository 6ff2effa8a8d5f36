"""``make pictures``: eight pages of the site on two widths, in two schemes and two languages, for reviewers to look at.

Builds the site into a folder of its own; the pictures go to ``build/pictures/``, which is not in git.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.browser.server import serving
from tests.browser.visitor import Device, visiting
from tests.built_site import BuiltSite, find_built_site, richest_of_each_kind
from tests.conftest import build
from tests.tools.programs import CHECKOUT, find_chromium

TARGET = CHECKOUT / "build/pictures"
DEVICES = {
    "phone-light": Device.PHONE,
    "phone-dark": Device.PHONE_DARK,
    "desktop-light": Device.DESKTOP,
    "desktop-dark": Device.DARK,
}


def choose_pages(site: BuiltSite, language: str) -> dict[str, str]:
    """Eight pages by name: the front, the richest event, month, person and topic, matrix, names and filter."""
    twins = {
        page: twin
        for page in richest_of_each_kind(site)
        if page.startswith("en/")
        for twin in [find_twin(site, page, language)]
    }
    wanted = {
        "front": "en/index.html",
        "contacts": "en/events/index.html",
        "matrix": "en/pairs/index.html",
        "names": "en/names/index.html",
    }
    for name, start, depth in (("event", "en/events/", 3), ("month", "en/2", 3), ("person", "en/people/", 3)):
        wanted[name] = next(page for page in twins if page.startswith(start) and page.count("/") == depth)
    wanted["topic"] = next(page for page in twins if page.startswith("en/topics/") and page.count("/") == 3)
    return {name: find_twin(site, page, language) for name, page in wanted.items()}


def find_twin(site: BuiltSite, page: str, language: str) -> str:
    """The same page in another language, as the page itself says."""
    for link in site.documents[page].iterfind("head/link[@hreflang]"):
        if link.get("hreflang") == language:
            return site.file_at(link.get("href", "")) or page
    return page


def main() -> int:
    """Make them all, and say where they are."""
    chromium = find_chromium()
    if chromium is None:
        print("pictures need Chromium: make tools", file=sys.stderr)
        return 1
    shutil.rmtree(TARGET, ignore_errors=True)
    TARGET.mkdir(parents=True)
    with tempfile.TemporaryDirectory() as folder:
        if failure := build(Path(folder) / "output"):
            print(failure, file=sys.stderr)
            return 1
        site = find_built_site(CHECKOUT, Path(folder) / "output")
        take(site, chromium)
    print(f"{len(list(TARGET.iterdir()))} pictures in {TARGET.relative_to(CHECKOUT)}")
    return 0


def take(site: BuiltSite, chromium: Path) -> None:
    """Visit each page on each device in each language."""
    with serving(site.output, prefix=site.prefix) as url, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, chromium_sandbox=False)
        for device_name, device in DEVICES.items():
            with visiting(browser, url, device) as visitor:
                for language in site.languages[:2]:
                    for name, page in choose_pages(site, language).items():
                        visitor.go(page.removesuffix("index.html"))
                        visitor.look(TARGET / f"{name}-{language}-{device_name}.png")
        browser.close()


if __name__ == "__main__":
    sys.exit(main())
