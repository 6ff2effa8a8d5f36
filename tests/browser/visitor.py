"""A visitor: one browser page on one device, and all that it did behind the reader's back.

Knows devices and what a reader would notice; knows no page of the site.
"""

from __future__ import annotations

import enum
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, ConsoleMessage, Error, Page, Request

PATIENCE = 30_000  # milliseconds; pages come from this machine, which may have other things to do


class Device(enum.Enum):
    """What a page is read on."""

    PHONE = enum.auto()
    PHONE_DARK = enum.auto()
    NARROW = enum.auto()
    DESKTOP = enum.auto()
    DARK = enum.auto()
    WITHOUT_SCRIPT = enum.auto()


_PHONE = {"viewport": {"width": 390, "height": 844}, "device_scale_factor": 2, "is_mobile": True, "has_touch": True}
_DESKTOP = {"viewport": {"width": 1280, "height": 900}}
SETTINGS: Mapping[Device, Mapping[str, Any]] = {
    Device.PHONE: _PHONE,
    Device.PHONE_DARK: {**_PHONE, "color_scheme": "dark"},
    Device.NARROW: {"viewport": {"width": 320, "height": 640}},
    Device.DESKTOP: _DESKTOP,
    Device.DARK: {**_DESKTOP, "color_scheme": "dark"},
    Device.WITHOUT_SCRIPT: {**_PHONE, "java_script_enabled": False},
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Visitor:
    """A page and what it asked for and said since it was opened."""

    page: Page
    home: str
    requests: list[str] = field(default_factory=list)
    console: list[str] = field(default_factory=list)

    def go(self, path: str = "") -> None:
        """Open a page of the site by its path below the site's root."""
        self.page.goto(self.home + path, wait_until="load")

    @property
    def foreign_requests(self) -> list[str]:
        """Requests to anyone but the site's own host."""
        own = urlsplit(self.home).netloc
        return [
            url for url in self.requests if urlsplit(url).scheme in {"http", "https"} and urlsplit(url).netloc != own
        ]

    @property
    def overflow(self) -> int:
        """By how many CSS pixels the page is wider than the window: more than 0 means scrolling sideways."""
        width: int = self.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        return width

    def look(self, path: Path) -> None:
        """Save a picture of the whole page."""
        self.page.screenshot(path=path, full_page=True, timeout=2 * PATIENCE)  # the longest page of a phone is tall


@contextmanager
def visiting(browser: Browser, home: str, device: Device, **settings: Any) -> Iterator[Visitor]:
    """A visitor to the site at ``home`` with an empty browser profile."""
    context = browser.new_context(**SETTINGS[device], reduced_motion="reduce", **settings)
    context.set_default_timeout(PATIENCE)
    visitor = Visitor(page=context.new_page(), home=home)

    def note_request(request: Request) -> None:
        visitor.requests.append(request.url)

    def note_message(message: ConsoleMessage) -> None:
        visitor.console.append(f"{message.type}: {message.text}")

    def note_error(error: Error) -> None:
        visitor.console.append(f"uncaught: {error}")

    context.on("request", note_request)
    visitor.page.on("console", note_message)
    visitor.page.on("pageerror", note_error)
    try:
        yield visitor
    finally:
        context.close()
