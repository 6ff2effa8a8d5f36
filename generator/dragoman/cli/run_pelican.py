"""Builds a site by running Pelican in this process, as `pelican` itself would. Knows Pelican, not the plugin."""

from __future__ import annotations

import logging
import os
import sys
import sysconfig
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TextIO

from pelican import Pelican
from pelican.log import console
from pelican.plugins import signals
from pelican.settings import read_settings

from dragoman.build import Built, Tell
from dragoman.errors import DragomanError
from dragoman.releases import FOLDER
from dragoman.render.search import find_pagefind

SETTINGS = "pelicanconf.py"
SETTING = "DRAGOMAN"
PLUGIN = "pelican.plugins.dragoman"
#: What the plugin sends when it has published a site.
_PUBLISHED = signals.signal("dragoman_published")
#: What it sends while pages are being made.
_PROGRESSED = signals.signal("dragoman_progressed")


@dataclass(frozen=True, slots=True, kw_only=True)
class Host:
    """Pelican with the settings of one site, the plugin being loaded."""

    pelican: Any
    log: _PlainLog | None

    @property
    def output(self) -> Path:
        """Where the site is published."""
        return Path(self.pelican.settings["OUTPUT_PATH"])

    @property
    def site_url(self) -> str:
        """The site's address; before the first build, what pelicanconf.py says of it."""
        return str(self.pelican.settings["SITEURL"])

    @property
    def sources(self) -> tuple[Path, ...]:
        """The folders that the site is made from."""
        settings = self.pelican.settings
        return tuple(
            Path(name) for name in (settings["PATH"], settings["THEME"], *settings["THEME_TEMPLATES_OVERRIDES"])
        )

    def find_inputs(self) -> tuple[Path, ...] | None:
        """All files and folders that the build has read; None where that cannot be known.

        Modules count that have been loaded from anywhere but where programs are installed. What other plugins read,
        nobody knows, nor what Pelican has warned of and would warn of again.
        """
        settings = self.pelican.settings
        if set(settings["PLUGINS"]) != {PLUGIN} or self.log is None or self.log.has_shown:
            return None
        content = Path(settings["PATH"])
        site = content.parent
        named = (*settings["STATIC_PATHS"], *settings["PAGE_PATHS"], *settings["ARTICLE_PATHS"])
        search = find_pagefind()
        return (
            *self.sources,
            *(path for name in named if not (path := Path(os.path.normpath(content / name))).is_relative_to(content)),
            *(site / name for name in (SETTINGS, FOLDER)),
            *((search,) if search else ()),
            *_find_own_modules(),
        )

    def build(self, tell: Tell | None = None) -> Built:
        """Build and publish the site; ``tell`` hears how many pages are made, of how many.

        Raises what the plugin raises, and DragomanError if it has not done its work.
        """
        built: list[Built] = []

        def keep(_sender: Any, built_site: Built) -> None:
            built.append(built_site)

        def pass_on(_sender: Any, done: int, total: int) -> None:
            if tell is not None:
                tell(done, total)

        with _PUBLISHED.connected_to(keep), _PROGRESSED.connected_to(pass_on):
            self.pelican.run()
        if not built:
            raise DragomanError("Pelican ended without the plugin's having built the site")
        return built[0]


def start(site: Path, *, output: Path | None = None, **options: bool | int | str) -> Host:
    """Read a site's pelicanconf.py and load its plugins. Raises DragomanError for what is missing.

    ``options`` are those of the command (``drafts``, ``strict``, ``preview``, ``release``, ``thorough``); what is false
    or empty leaves the site's own setting as it is.
    """
    path = site.resolve() / SETTINGS
    if not path.is_file():
        raise DragomanError(
            f"there is no {SETTINGS} in {site.resolve()}",
            hint="run the command in a site's folder, name it with --site, or make one with `dragoman init`",
        )
    log = _quieten()
    with _leaving_no_bytecode():
        settings = read_settings(str(path), override={"OUTPUT_PATH": str(output.resolve())} if output else None)
    if not isinstance(settings.get(SETTING), dict):
        raise DragomanError(f"{path} does not set {SETTING}", hint=f"add the line: {SETTING} = {{}}")
    _check_output(Path(settings["OUTPUT_PATH"]), site, settings)
    settings[SETTING] = {**settings[SETTING], **{name: value for name, value in options.items() if value}}
    host = Pelican(settings)
    if PLUGIN not in settings["PLUGINS"]:
        raise DragomanError(
            "Pelican has not loaded the plugin dragoman, so nothing was built",
            hint=f'{path} must list it: PLUGINS = ["dragoman"]; if it does, see the message above',
        )
    return Host(pelican=host, log=log)


@contextmanager
def _leaving_no_bytecode() -> Iterator[None]:
    """The settings are a module, of which the interpreter would keep a copy in the site's folder."""
    before, sys.dont_write_bytecode = sys.dont_write_bytecode, True
    try:
        yield
    finally:
        sys.dont_write_bytecode = before


def _check_output(output: Path, site: Path, settings: Any) -> None:
    """Refuse to publish into what the site is made from: the whole folder would be exchanged."""
    made_from = (settings["PATH"], settings["THEME"], *settings["THEME_TEMPLATES_OVERRIDES"])
    published = output.resolve()
    inside = next((name for name in made_from if published.is_relative_to(Path(name).resolve())), None)
    if inside is not None or site.resolve().is_relative_to(published):
        raise DragomanError(
            f"the site cannot be published to {published}, which it is made from",
            hint="name a folder of its own, such as output",
        )


def _find_own_modules() -> Iterator[Path]:
    """The files of modules that pelicanconf.py has loaded from the site or from anywhere else of its own."""
    package = Path(__file__).parent.parent  # which every memory depends on anyway
    standard = (sysconfig.get_path("stdlib"), sysconfig.get_path("platstdlib"), package)
    for module in [*sys.modules.values()]:
        file = Path(getattr(module, "__file__", None) or "")
        installed = {"site-packages", "dist-packages"} & {*file.parts}
        if file.is_absolute() and not installed and not any(file.is_relative_to(folder) for folder in standard):
            yield file


class _PlainLog(logging.StreamHandler[TextIO]):
    """Shows what Pelican warns of; ``has_shown`` says whether it has had to."""

    has_shown = False

    def emit(self, record: logging.LogRecord) -> None:
        self.has_shown = True
        super().emit(record)


def _quieten() -> _PlainLog | None:
    """Leave of Pelican's log what somebody must know, on standard error and in plain lines.

    None where whoever has started this process looks after the log.
    """
    console.quiet = True
    root = logging.getLogger()
    root.setLevel(logging.WARNING)
    if root.handlers:
        return None
    shown = _PlainLog(sys.stderr)
    shown.setFormatter(logging.Formatter("Pelican: %(message)s"))
    root.addHandler(shown)
    return shown
