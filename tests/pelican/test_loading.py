"""A plugin that Pelican could not load, or that nobody asked for (facts 1, 7, 9 and 10 of Pelican as a host)."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

import dragoman
from tests.small_site import SETTINGS, SmallSite, make_site
from tests.tools.programs import CHECKOUT

BROKEN_REGISTER = """
import pelican.plugins.dragoman

def register():
    raise RuntimeError("broken on purpose")

pelican.plugins.dragoman.register = register
"""


@pytest.mark.parametrize("settings", [BROKEN_REGISTER, "PLUGINS = []\n", 'PLUGINS = ["missing_plugin"]\n'])
def test_a_build_without_the_plugin_fails_and_says_so(built: SmallSite, settings: str) -> None:
    before = built.read_output()
    built.write({"pelicanconf.py": SETTINGS + settings})
    done = built.run("dragoman", "build")
    assert done.code == 2
    assert "Pelican has not loaded the plugin dragoman" in done.stderr
    assert "Traceback" not in done.stderr or settings is BROKEN_REGISTER
    assert built.read_output() == before


def test_a_site_that_does_not_ask_for_us_is_told(site: SmallSite) -> None:
    site.change("pelicanconf.py", "DRAGOMAN = {}", "")
    done = site.call("build")
    assert done.code == 2
    assert "does not set DRAGOMAN" in done.stderr


def test_registering_only_connects(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    from pelican.plugins import dragoman as plugin  # noqa: PLC0415

    monkeypatch.chdir(tmp_path)  # no site, no settings: nothing that it could read
    plugin.register()
    plugin.register()


PLAIN = {
    "pelicanconf.py": 'PATH = "content"\nTIMEZONE = "UTC"\nSITEURL = "https://plain.example"\n',
    "content/hello.md": "Title: Hello\nDate: 2024-01-01\n\nWorld.\n",
    "content/pages/about.md": "Title: About\n\nA page.\n",
}


def test_on_a_site_without_our_setting_the_plugin_changes_nothing(tmp_path: Path) -> None:
    with_us = make_site(tmp_path / "with", PLAIN)
    without = make_site(tmp_path / "without", PLAIN | {"pelicanconf.py": PLAIN["pelicanconf.py"] + "PLUGINS = []\n"})
    done = with_us.run("pelican", "--debug")
    assert done.code == 0, done.stderr
    assert "pelican.plugins.dragoman" in done.stdout + done.stderr  # it was registered, as all installed ones are
    assert without.run("pelican").code == 0
    files = with_us.read_output()
    assert files == without.read_output()
    assert {"hello.html", "pages/about.html", "index.html"} <= files.keys()
    assert list(with_us.folder.glob(".output*")) == []


CORE = """
import logging, sys
from dragoman.cli import main
code = main({arguments!r})
assert code == 0, code
assert "pelican" not in sys.modules, "pelican was imported"
assert logging.getLoggerClass() is logging.Logger
assert type(logging.getLogger()) is logging.RootLogger
"""


@pytest.mark.parametrize("arguments", [["check"], ["--help"], ["check", "--format", "json"]])
def test_the_core_never_imports_pelican(site: SmallSite, arguments: list[str]) -> None:
    done = site.run_command([sys.executable, "-c", CORE.format(arguments=arguments)])
    assert (done.code, done.stderr) == (0, "")


def test_checking_does_not_run_the_sites_own_python(site: SmallSite) -> None:
    site.write({"pelicanconf.py": "raise SystemExit('this was run')\n"})
    done = site.run("dragoman", "check")
    assert done.code == 0
    assert "this was run" not in done.stdout + done.stderr


def test_the_theme_is_found_in_a_checkout() -> None:
    assert Path(dragoman.theme_path()) == CHECKOUT / "themes/dragoman"
    assert (Path(dragoman.theme_path()) / "templates/base.html").is_file()
