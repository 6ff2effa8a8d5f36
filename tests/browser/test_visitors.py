"""The instruments themselves: each must notice what it is there to notice, on small pages made to misbehave."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser

from tests.browser.accessibility import audit
from tests.browser.server import serving
from tests.browser.visitor import Device, Visitor, visiting
from tests.tools.programs import AXE, need_file

STRICT = """<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:;
script-src 'self'; style-src 'self'; require-trusted-types-for 'script'">"""
PAGE = """<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>A page</title><meta name="viewport" content="width=device-width">
<link rel="icon" href="data:,">{head}</head>
<body><main><h1>A page</h1>{body}</main></body>
</html>"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    site = tmp_path / "output"
    (site / "de").mkdir(parents=True)
    return site


@contextmanager
def reading(
    browser: Browser, folder: Path, device: Device, *, head: str = "", body: str = "", **settings: bool
) -> Iterator[Visitor]:
    (folder / "de/index.html").write_text(PAGE.format(head=head, body=body), encoding="utf-8")
    with serving(folder, prefix="/a/b/") as url, visiting(browser, url, device, **settings) as visitor:
        visitor.go("de/")
        yield visitor


@pytest.mark.parametrize("device", [Device.NARROW, Device.WITHOUT_SCRIPT])
def test_a_quiet_page_is_found_quiet(browser: Browser, folder: Path, device: Device) -> None:
    with reading(browser, folder, device, head=STRICT, body="<p>Nothing</p>") as visitor:
        assert visitor.page.title() == "A page"
        assert (visitor.foreign_requests, visitor.console, visitor.overflow) == ([], [], 0)


def test_a_request_to_another_host_is_noticed(browser: Browser, folder: Path) -> None:
    with reading(browser, folder, Device.DESKTOP, body='<img alt="" src="http://127.0.0.2:9/pixel.png">') as visitor:
        assert visitor.foreign_requests == ["http://127.0.0.2:9/pixel.png"]


@pytest.mark.parametrize(
    ("script", "noticed"),
    [("console.log('hello')", "log: hello"), ("null.length", "uncaught"), ("document.body.innerHTML = '<i>'", "error")],
)
def test_a_message_or_an_error_is_noticed(browser: Browser, folder: Path, script: str, noticed: str) -> None:
    (folder / "de/page.js").write_text(script, encoding="utf-8")
    head = f'{STRICT}<script defer src="page.js"></script>'
    with reading(browser, folder, Device.DESKTOP, head=head) as visitor:
        assert any(message.startswith(noticed) for message in visitor.console), visitor.console


def test_scrolling_sideways_is_noticed(browser: Browser, folder: Path) -> None:
    with reading(browser, folder, Device.NARROW, body=f"<p>{'M' * 80}</p>") as visitor:
        assert visitor.overflow > 100


def test_devices_differ_in_width_colours_and_script(browser: Browser, folder: Path) -> None:
    body = "<noscript><p id='plain'>plain</p></noscript>"
    with reading(browser, folder, Device.PHONE, body=body) as visitor:
        assert visitor.page.evaluate("innerWidth") == 390
        assert visitor.page.locator("#plain").count() == 0
    with reading(browser, folder, Device.DARK, body=body) as visitor:
        assert visitor.page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches") is True
    with reading(browser, folder, Device.WITHOUT_SCRIPT, body=body) as visitor:
        assert visitor.page.locator("#plain").inner_text() == "plain"


def test_the_audit_finds_what_is_wrong_and_nothing_else(browser: Browser, folder: Path) -> None:
    axe = need_file(AXE)
    wrong = '<img src="data:,"><h4>Deep</h4>'
    with reading(browser, folder, Device.PHONE, head=STRICT, body="<p>Fine</p>", bypass_csp=True) as visitor:
        assert audit(visitor, axe) == []
    with reading(browser, folder, Device.PHONE, head=STRICT, body=wrong, bypass_csp=True) as visitor:
        assert {line.partition(":")[0] for line in audit(visitor, axe)} == {"image-alt", "heading-order"}


def test_the_host_serves_only_below_its_path_and_answers_with_the_sites_own_404(folder: Path, browser: Browser) -> None:
    (folder / "404.html").write_text(PAGE.format(head="", body="<p>gone</p>"), encoding="utf-8")
    (folder / "de/index.html").write_text(PAGE.format(head="", body=""), encoding="utf-8")
    with serving(folder, prefix="/a/b/") as url, visiting(browser, url, Device.DESKTOP) as visitor:
        answers = {path: visitor.page.goto(url + path) for path in ("de/", "de", "fr/", "../../de/")}
        assert {path: answer.status if answer else 0 for path, answer in answers.items()} == {
            "de/": 200,
            "de": 200,  # after a redirect to de/
            "fr/": 404,
            "../../de/": 404,
        }
        assert visitor.page.locator("p").inner_text() == "gone"
        with urlopen(f"{url}de/") as answer:
            assert answer.headers["Content-Type"] == "text/html"
