"""Two layers between a hostile text and a reader, each alone: escaping and sanitising, and the policy of the page."""

from __future__ import annotations

import html
import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Dialog

from tests.browser.server import serving
from tests.browser.visitor import Device, Visitor, visiting
from tests.hostile.hostile_site import BUILDS, make_hostile_site

PREFIX = "/talks/"
#: `make hostile` opens every page of every build; otherwise a part of one.
EVERYTHING = "DRAGOMAN_HOSTILE" in os.environ
NUMBERS = range(BUILDS) if EVERYTHING else (BUILDS // 2,)
_SOME = ("en/events/2024-01-0?-contact/", "en/page-?/", "en/*/", "en/topics/topic-1/", "en/people/person-1/")


@pytest.fixture(scope="module", params=NUMBERS)
def output(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = make_hostile_site(tmp_path_factory.mktemp("hostile"), request.param)
    done = made.site.call("build")
    assert done.code == 0, done.stderr
    return made.site.output


@pytest.fixture(scope="module")
def home(output: Path) -> Iterator[str]:
    with serving(output, prefix=PREFIX) as url:
        yield url


def list_pages(output: Path) -> list[str]:
    patterns = ("**/",) if EVERYTHING else _SOME
    found = {path for pattern in patterns for path in output.glob(f"{pattern}index.html")}
    return sorted(path.relative_to(output).as_posix().removesuffix("index.html") for path in found)


def watch(visitor: Visitor) -> list[str]:
    """What a script has managed to do: it is shown by a dialog, which is closed again."""
    done: list[str] = []

    def note(dialog: Dialog) -> None:
        done.append(f"{visitor.page.url}: {dialog.message}")
        dialog.dismiss()

    visitor.page.on("dialog", note)
    return done


@pytest.mark.parametrize("without_policy", [True, False], ids=["escaping alone", "with the policy"])
def test_a_page_with_hostile_texts_does_nothing(
    browser: Browser, home: str, output: Path, *, without_policy: bool
) -> None:
    pages = list_pages(output)
    assert len(pages) > 20
    with visiting(browser, home, Device.DESKTOP, bypass_csp=without_policy) as visitor:
        done = watch(visitor)
        for page in pages:
            visitor.go(page)
            visitor.page.mouse.move(300, 300)
        assert (done, visitor.console, visitor.foreign_requests) == ([], [], [])


_CONTENT = re.compile(r"(<main\b[^>]*>)(.*)(</main>)", re.DOTALL)
_INJECTED = (
    "<script>alert(1)</script><img src=x onerror=alert(2)><svg onload=alert(3)></svg>"
    "<iframe srcdoc='<script>parent.alert(4)</script>'></iframe><iframe src='javascript:parent.alert(5)'></iframe>"
    "<script src='data:text/javascript,alert(6)'></script><img src='https://evil.example/pixel.png'>"
    "<style>@import 'https://evil.example/style.css';</style><object data='data:text/html,<script>alert(7)</script>'>"
    "</object><details open ontoggle=alert(8)>x</details><base href='https://evil.example/'>"
    "<a id=trap href='javascript:alert(9)'>x</a>"
)


def test_where_nothing_is_escaped_the_policy_still_lets_nothing_run(
    browser: Browser, output: Path, tmp_path: Path
) -> None:
    """The pages as a generator without escaping would have made them, and with scripts put in besides."""
    pages = [page for page in list_pages(output) if "-contact/" in page or "/page-" in page][:12]
    for page in pages:
        text = (output / page / "index.html").read_text(encoding="utf-8")
        raw = _CONTENT.sub(lambda found: found[1] + _INJECTED + html.unescape(found[2]) + found[3], text)
        assert raw.count("<script>alert(1)") >= 1
        (tmp_path / page).mkdir(parents=True)
        (tmp_path / page / "index.html").write_text(raw, encoding="utf-8")
    with serving(tmp_path, prefix=PREFIX) as home, visiting(browser, home, Device.DESKTOP) as visitor:
        done = watch(visitor)
        answered: list[str] = []
        visitor.page.on("response", lambda response: answered.append(response.url))
        for page in pages:
            visitor.go(page)
            visitor.page.evaluate("document.getElementById('trap').click()")
            assert visitor.page.evaluate(_TRY_SINKS) == ["TypeError", "TypeError"]
        assert done == []
        assert [url for url in answered if not url.startswith(home)] == []
        assert any("Content Security Policy" in line for line in visitor.console)


#: Trusted Types: a script cannot even write markup made of a text, nor run one.
_TRY_SINKS = """() => {
  const attempt = (sink) => { try { sink(); return "done"; } catch (error) { return error.name; } };
  return [
    attempt(() => { document.body.innerHTML = "<img src=x onerror=alert(10)>"; }),
    attempt(() => { document.createElement("script").text = "alert(11)"; }),
  ];
}"""
