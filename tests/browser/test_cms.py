"""The settings of `dragoman cms` in a system of those that read them, in a browser: it takes them and shows its forms.

Decap, the other one, was tried by hand: its package brings 630 others along.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser, expect

from tests.browser.server import serving
from tests.small_site import make_site
from tests.tools.programs import TOOLS, need_file

pytestmark = pytest.mark.browser

SCRIPTS = TOOLS / "node_modules/@sveltia/cms/dist"


def test_sveltia_takes_the_settings_and_shows_a_form_for_an_event(browser: Browser, tmp_path: Path) -> None:
    script = need_file(SCRIPTS / "sveltia-cms.js")
    site = make_site(tmp_path / "site")
    folder = tmp_path / "admin"
    assert site.call("cms", str(folder), "--repo", "example/timeline", "--system", "sveltia").code == 0
    settings = folder / "config.yml"
    config = yaml.safe_load(settings.read_text(encoding="utf-8"))
    # The same, but for files in the browser's own store: no test signs in anywhere.
    settings.write_text(yaml.safe_dump({**config, "backend": {"name": "test-repo"}}), encoding="utf-8")
    shutil.copy(script, folder)
    shutil.copytree(SCRIPTS / "chunks", folder / "chunks")
    with serving(folder) as url:
        page = browser.new_page()
        page.route(lambda address: not address.startswith(url), lambda route: route.abort())
        page.goto(url)
        page.get_by_role("button", name="Test Repository").click()
        expect(page.get_by_role("treeitem", name="Organisations")).to_be_visible()
        page.goto(f"{url}#/collections/events/new")
        expect(page.get_by_text("Der Tag am Ort des Kontakts").first).to_be_visible()
        expect(page.get_by_text("Ein Treffen, ein Besuch, ein Gipfel und eine Unterzeichnung").first).to_be_visible()
        page.close()
