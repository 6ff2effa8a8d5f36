"""Dragoman as a plugin of Pelican: the one module that knows Pelican.

Pelican reads the prose, copies static files, and lets other plugins write, all into a folder of ours outside of
``output/``. What is published is written once, by us, when all has gone well. Contact data never passes through
Pelican's readers, templates, writer or cache. Without the setting ``DRAGOMAN`` (a dict, which may be empty), the
plugin does nothing.
"""

from __future__ import annotations

import sys
import time
import weakref
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from pelican.contents import Page as ProseContent
from pelican.generators import Generator, PagesGenerator
from pelican.plugins import signals
from pelican.settings import DEFAULT_CONFIG
from pelican.writers import Writer

import dragoman
from dragoman.build import LinkedSite, PlannedSite, link_site, plan_site, publish_site
from dragoman.cache.made_once import find_own_folder
from dragoman.cli.facts import read_facts
from dragoman.cli.report import render_in_bulk, select_shown
from dragoman.cli.terminal import has_colour
from dragoman.content.prose_links import is_linkable
from dragoman.diagnostics import Diagnostics
from dragoman.errors import ContentError, DragomanError
from dragoman.model.site import Site
from dragoman.pelican_prose import ProseFolder, check_pages, make_page
from dragoman.published import Publication
from dragoman.releases import FOLDER
from dragoman.render.environment import Additions
from dragoman.render.theme import ThemePaths
from dragoman.rendered import StagedFile
from dragoman.scratch import Scratch

#: Tells whoever builds through Pelican, `dragoman build` for one, what came of it (a `dragoman.build.Built`).
PUBLISHED = signals.signal("dragoman_published")
#: Tells it how many pages are made (``done``), of how many (``total``).
PROGRESSED = signals.signal("dragoman_progressed")

SETTING = "DRAGOMAN"
_RUN = "DRAGOMAN_RUN"

_DEFAULTS: Mapping[str, Any] = {
    # Contacts are ours to read, and Pelican compares every article with every other.
    "ARTICLE_PATHS": [],
    "DIRECT_TEMPLATES": [],
    "FEED_ALL_ATOM": None,
    "CATEGORY_FEED_ATOM": None,
    "AUTHOR_FEED_ATOM": None,
    "AUTHOR_FEED_RSS": None,
    "TRANSLATION_FEED_ATOM": None,
    "PAGE_URL": "{lang}/{slug}/index.html",
    "PAGE_SAVE_AS": "{lang}/{slug}/index.html",
    "PAGE_LANG_URL": "{lang}/{slug}/index.html",
    "PAGE_LANG_SAVE_AS": "{lang}/{slug}/index.html",
    "DRAFT_PAGE_URL": "{lang}/{slug}/index.html",
    "DRAFT_PAGE_SAVE_AS": "{lang}/{slug}/index.html",
    "DRAFT_PAGE_LANG_URL": "{lang}/{slug}/index.html",
    "DRAFT_PAGE_LANG_SAVE_AS": "{lang}/{slug}/index.html",
    "PAGE_TRANSLATION_ID": None,
    # Without the highlighting of code, whose guesses at a language take minutes over a long text of nothing.
    "MARKDOWN": {
        "extension_configs": {"markdown.extensions.extra": {}, "markdown.extensions.meta": {}},
        "output_format": "html5",
    },
    "RELATIVE_URLS": True,
    "STATIC_PATHS": ["media"],
    # Their own languages can include any file of the machine (reStructuredText) or are no prose (HTML).
    "READERS": {"rst": None, "html": None, "htm": None},
}
#: What a site's own settings may not change, since the promise of harmless builds rests on it.
_FIXED: Mapping[str, Any] = {
    "CACHE_CONTENT": False,
    "LOAD_CONTENT_CACHE": False,
    "STATIC_CREATE_LINKS": False,
    # about.de.md and about.en.md are one page in two languages, whatever its name is in each. `check`, which reads no
    # settings, goes by the same.
    "FILENAME_METADATA": r"(?P<translation_id>[^.]+)\.(?P<lang>[A-Za-z0-9-]+)",
}


def register() -> None:
    """Called by Pelican once per set of settings. It only connects: an error here would build the site without us.

    A generator alone would come too late to move the output and too early to publish what the others write.
    """
    signals.get_generators.connect(_begin)
    signals.page_generator_init.connect(_spare_templates)
    signals.get_writer.connect(_provide_writer)
    signals.finalized.connect(_finish)


@dataclass(slots=True, kw_only=True, weakref_slot=True)
class _Run:
    """One run of Pelican: where it writes meanwhile, and what it has brought forth so far."""

    scratch: Scratch
    unset: frozenset[str]
    prose: list[tuple[str, ProseContent]] = field(default_factory=list)
    planned: PlannedSite | None = None
    failed: Diagnostics | None = None

    @property
    def staging(self) -> Path:
        return self.scratch.path

    def remove_staging(self) -> None:
        self.scratch.remove()


def _begin(pelican: Any) -> type[Generator] | None:
    """Before each run: send Pelican's own writing elsewhere, and give it our generator."""
    settings = pelican.settings
    if not isinstance(settings.get(SETTING), dict):
        return None
    last: _Run | None = settings.get(_RUN)
    if last is not None:
        last.remove_staging()
        if last.failed is not None:
            time.sleep(1)  # `pelican --autoreload` tries again at once, for as long as the content has errors
    unset = last.unset if last else frozenset(_iter_unset(settings))
    defaults = {**_DEFAULTS, "THEME": dragoman.theme_path()}
    settings.update({name: value for name, value in defaults.items() if name in unset})
    settings.update(_FIXED)
    run = _Run(scratch=Scratch(), unset=unset, failed=last.failed if last else None)
    # Also when Pelican fails elsewhere, in which case nothing of ours is called any more.
    weakref.finalize(run, run.scratch.remove)
    settings[_RUN] = run
    pelican.theme, pelican.output_path = settings["THEME"], str(run.staging)
    return _SiteGenerator


def _iter_unset(settings: Mapping[str, Any]) -> Iterator[str]:
    """The settings for which we know a better value than Pelican's, and for which the site gives none."""
    for name in (*_DEFAULTS, "THEME", "DEFAULT_LANG", "SITEURL", "SITENAME"):
        if settings.get(name) == DEFAULT_CONFIG.get(name):
            yield name


def _spare_templates(generator: PagesGenerator) -> None:
    """Keep Pelican's own environment from compiling our templates, whose filters it does not know."""
    if _RUN in generator.settings:
        generator.get_template = _NoTemplate


class _NoTemplate:
    """What Pelican takes for a template of prose; only a writer that is not ours would use it."""

    def __init__(self, name: str) -> None:
        self._name = name

    def render(self, _context: Any) -> str:
        raise DragomanError(
            f"another plugin writes the pages, so the prose with the template {self._name} would be lost",
            hint="put dragoman before that plugin in PLUGINS",
        )


def _provide_writer(pelican: Any) -> type[Writer] | None:
    return _ProseCollector if _RUN in pelican.settings else None


class _ProseCollector(Writer):  # type: ignore[misc] # Pelican has no types
    """Keeps the prose for our own templates; writes for other plugins what they ask for, into staging."""

    def write_file(self, name: str, template: Any, context: Any, *arguments: Any, **keywords: Any) -> None:
        page = keywords.get("page")
        if isinstance(page, ProseContent):
            self.settings[_RUN].prose.append((name, page))
        else:
            super().write_file(name, template, context, *arguments, **keywords)


class _SiteGenerator(Generator):  # type: ignore[misc] # Pelican has no types
    """Checks the content before Pelican touches anything, and plans the pages when the prose has been read."""

    def __init__(self, *arguments: Any, **keywords: Any) -> None:
        super().__init__(*arguments, **keywords)
        self._run: _Run = self.settings[_RUN]
        self._content = Path(self.path)
        with _showing_findings(self._run):
            self._site = self._link()
        _show(self._site.diagnostics)
        self._adopt(self._site.catalog.site)

    def _link(self) -> LinkedSite:
        options = self.settings[SETTING]
        facts = read_facts(self._content.parent, drafts=bool(options.get("drafts")))
        return link_site(self._content, facts, strict=bool(options.get("strict")), jobs=int(options.get("jobs", 0)))

    def _adopt(self, site: Site) -> None:
        """Tell Pelican, and its other plugins, what stands in site.yaml."""
        values = {
            "DEFAULT_LANG": site.default_language.lower(),
            "SITEURL": site.url.rstrip("/"),
            "SITENAME": site.title.resolve(site.languages).text,
        }
        for name, value in values.items():
            if name in self._run.unset:
                self.settings[name] = self.context[name] = value

    def generate_context(self) -> None:
        """Check the prose as Pelican has read it, before a link of it is followed."""
        pages = [page for kind in ("pages", "hidden_pages", "draft_pages") for page in self.context[kind]]
        failed = [source for source, page in self.context["generated_content"].items() if page is None]
        folder = ProseFolder(content=self._content, languages=self._site.catalog.site.languages)
        with _showing_findings(self._run):
            findings = check_pages(folder, pages, failed)
            if findings.has_errors:
                raise ContentError(findings)
        self.context["static_links"] = {path for path in self.context["static_links"] if is_linkable(path)}

    def generate_output(self, _writer: Writer) -> None:
        """Plan with the prose, which has been handed to our writer by now. Rendering waits until all have written."""
        languages, drafts = self._site.catalog.site.languages, self._site.facts.drafts
        is_trusted = self.settings[SETTING].get("trusted_prose") is True
        prose = [
            make_page(page, name, languages, is_trusted=is_trusted)
            for name, page in self._run.prose
            if drafts or page.status != "draft"
        ]
        prose.sort(key=lambda page: page.path)
        self._run.planned = plan_site(
            self._site,
            _find_theme(self.settings),
            prose,
            additions=_find_additions(self),
            releases=self._content.parent / FOLDER,
        )


def _find_theme(settings: Mapping[str, Any]) -> ThemePaths:
    """The folders of the site's theme, which builds on ours: what it lacks is taken from there."""
    theme, base = Path(settings["THEME"]), Path(dragoman.theme_path())
    overrides = tuple(Path(folder) for folder in settings["THEME_TEMPLATES_OVERRIDES"])
    return ThemePaths(
        template_folders=tuple(dict.fromkeys((theme / "templates", base / "templates"))),
        locale_folders=tuple(dict.fromkeys((base / "locale", theme / "locale"))),
        static_folder=theme / "static",
        override_folders=overrides,
    )


def _find_additions(generator: Generator) -> Additions:
    settings = generator.settings
    return Additions(
        filters=settings["JINJA_FILTERS"], functions=settings["JINJA_GLOBALS"], tests=settings["JINJA_TESTS"]
    )


def _finish(pelican: Any) -> None:
    """When all have written: render, publish in one step, and tell whoever listens."""
    run: _Run | None = pelican.settings.get(_RUN)
    if run is None or run.planned is None:
        return
    output = Path(pelican.settings["OUTPUT_PATH"])
    try:
        publication = _read_publication(pelican.settings[SETTING])
        staged = _iter_staged(run.staging, pelican.settings)
        kept = find_own_folder("previews", run.planned.releases.parent)
        jobs = int(pelican.settings[SETTING].get("jobs", 0))
        built = publish_site(
            run.planned, staged, output, publication, kept=kept, jobs=jobs, tell=partial(_tell, pelican)
        )
    finally:
        run.remove_staging()
    pelican.output_path = str(output)
    for path in built.published.changed_paths:
        signals.content_written.send(str(output / path), context=pelican.settings)
    PUBLISHED.send(pelican, built_site=built)


def _tell(pelican: Any, done: int, total: int) -> None:
    PROGRESSED.send(pelican, done=done, total=total)


def _read_publication(options: Mapping[str, Any]) -> Publication:
    """What pelicanconf.py and the command say about how to publish."""
    return Publication(
        release=str(options.get("release") or ""),
        forgotten=tuple(map(str, options.get("forgotten_ids", ()))),
        preview=bool(options.get("preview")),
        thorough=bool(options.get("thorough")),
        images=bool(options.get("images", True)),
    )


def _iter_staged(staging: Path, settings: Mapping[str, Any]) -> Iterator[StagedFile]:
    """What Pelican and its other plugins have written; then what our theme has and a theme built on it lacks."""
    for path in _iter_files(staging):
        yield StagedFile(path=path.relative_to(staging).as_posix(), source=path)
    base = Path(dragoman.theme_path()) / "static"
    for path in _iter_files(base):
        target = f"{settings['THEME_STATIC_DIR']}/{path.relative_to(base).as_posix()}"
        if not (staging / target).exists():
            yield StagedFile(path=target, source=path)


def _iter_files(folder: Path) -> Iterator[Path]:
    """Ordinary files below a folder, in order; hidden ones are editors' and systems' own."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.is_symlink() and not path.name.startswith("."):
            yield path


@contextmanager
def _showing_findings(run: _Run) -> Iterator[None]:
    """Print what stops the build, as it is: Pelican's log would wrap lines and drop repeated texts."""
    try:
        yield
    except ContentError as error:
        run.remove_staging()
        if error.diagnostics != run.failed:
            _show(error.diagnostics)
        run.failed = error.diagnostics
        raise
    except BaseException:
        run.remove_staging()
        raise
    run.failed = None


def _show(diagnostics: Diagnostics) -> None:
    sys.stderr.write(render_in_bulk(select_shown(diagnostics), colour=has_colour(sys.stderr)))
