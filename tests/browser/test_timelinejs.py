"""TimelineJS 3 itself, as npm brings it, shows the timeline of the real site."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.visitor import PATIENCE
from tests.built_site import BuiltSite
from tests.tools.programs import TIMELINEJS, need_file

pytestmark = pytest.mark.browser

HOST = "https://timeline.example"
PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Timeline</title>
<link rel="stylesheet" href="/css/timeline.css"></head><body><div id="timeline" style="height: 640px"></div>
<script src="/js/timeline.js"></script>
<script>window.shown = new TL.Timeline("timeline", "/timeline.json", {language: "LANGUAGE"})</script>
</body></html>"""


def open_timeline(browser: Browser, content: bytes, language: str) -> tuple[Page, list[str]]:
    """A page of another host with the program and our file; and what went wrong on it."""
    page = browser.new_page(viewport={"width": 1280, "height": 720})
    page.set_default_timeout(PATIENCE)
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)

    def answer(route: Route) -> None:
        path = route.request.url.removeprefix(HOST).partition("?")[0].partition("#")[0]
        if path == "/":
            route.fulfill(body=PAGE.replace("LANGUAGE", language), content_type="text/html")
        elif path == "/timeline.json":
            route.fulfill(body=content, content_type="application/json")
        elif (file := TIMELINEJS / path.lstrip("/")).is_file():
            route.fulfill(path=file)
        else:
            route.fulfill(status=204)

    page.route("**/*", answer)
    page.goto(f"{HOST}/", wait_until="load")
    return page, faults


@pytest.mark.parametrize("language", ["en", "de"])
def test_every_slide_is_shown_with_its_date_and_its_words(
    browser: Browser, real_site: BuiltSite, language: str
) -> None:
    need_file(TIMELINEJS / "js/timeline.js")
    content = (real_site.output / language / "timeline.json").read_bytes()
    timeline: dict[str, Any] = json.loads(content)
    page, faults = open_timeline(browser, content, language)
    slides = page.locator(".tl-slide")
    expect(slides).to_have_count(len(timeline["events"]) + 1, timeout=6 * PATIENCE)
    expect(page.locator(".tl-timemarker")).to_have_count(len(timeline["events"]))
    expect(slides.first.locator(".tl-headline")).to_have_text(timeline["title"]["text"]["headline"])
    for number in (0, len(timeline["events"]) // 2, len(timeline["events"]) - 1):
        event = timeline["events"][number]
        page.evaluate("id => window.shown.goToId(id)", event["unique_id"])
        slide = page.locator(f".tl-slide[id='{event['unique_id']}']")
        link = slide.locator(".tl-headline a")
        expect(link).to_be_in_viewport(timeout=PATIENCE)
        assert f'href="{link.get_attribute("href")}"' in event["text"]["headline"]
        expect(slide.locator(".tl-headline-date")).to_contain_text(event["display_date"])
    assert faults == []
    page.close()


def test_a_date_is_shown_as_exactly_as_it_is_known(browser: Browser) -> None:
    need_file(TIMELINEJS / "js/timeline.js")
    slides = [
        {"unique_id": "year", "start_date": {"year": 2023}, "text": {"headline": "Year"}},
        {"unique_id": "month", "start_date": {"year": 2023, "month": 9}, "text": {"headline": "Month"}},
    ]
    page, faults = open_timeline(browser, json.dumps({"events": slides}).encode(), "en")
    dates = page.locator(".tl-slide .tl-headline-date")
    expect(dates).to_have_text([re.compile(r"^\s*2023\s*$"), re.compile(r"^\s*September 2023\s*$")])
    assert faults == []
    page.close()
