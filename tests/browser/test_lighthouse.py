"""What Lighthouse says of six kinds of page, with the settings of a phone and of a desktop: 100 in everything."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.lighthouse import CATEGORIES, Report, examine
from tests.browser.server import serving
from tests.built_site import BuiltSite
from tests.tools.programs import CHROMIUM, LIGHTHOUSE, NPM, need_file, need_program

PAGES = {
    "front": "en/",
    "event with a comparison": "en/events/2023-09-26-blinken-aliyev/",
    "month": "en/2023/09/",
    "person": "en/people/ilham-aliyev/",
    "matrix": "en/pairs/",
    "search": "en/search/",
}
# Speed is measured on a machine that has other things to do; what is slow by itself stays so.
ATTEMPTS = 8


@pytest.fixture(scope="module")
def compressed_url(real_site: BuiltSite) -> Iterator[str]:
    with serving(real_site.output, prefix=real_site.prefix, compress=True) as url:
        yield url


@pytest.mark.slow
@pytest.mark.parametrize("desktop", [False, True], ids=["phone", "desktop"])
@pytest.mark.parametrize("page", PAGES)
def test_every_score_is_100(compressed_url: str, page: str, desktop: bool, tmp_path: Path) -> None:
    need_program(NPM)
    program, chromium = need_file(LIGHTHOUSE), need_program(CHROMIUM)
    best: Report | None = None
    for attempt in range(ATTEMPTS):
        report = examine(program, chromium, compressed_url + PAGES[page], tmp_path / f"{attempt}.json", desktop=desktop)
        if best is None or report.scores["performance"] > best.scores["performance"]:
            best = report
        if best.scores["performance"] == 100:
            break
    assert best is not None
    assert best.scores == dict.fromkeys(CATEGORIES, 100), best.failed
