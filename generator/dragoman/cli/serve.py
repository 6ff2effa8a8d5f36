"""`dragoman serve`: build, show in a browser, watch, build again; what is wrong is shown in place of the pages."""

from __future__ import annotations

import os
import threading
import time
import traceback
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn
from urllib.parse import quote, urlsplit

import click
import watchfiles

from dragoman.cli.build import summarise_build
from dragoman.cli.error_page import render_failure, render_findings
from dragoman.cli.options import drafts_option, site_option
from dragoman.cli.run_pelican import SETTINGS, Host, start
from dragoman.cli.server import Preview, PreviewServer
from dragoman.errors import ContentError, DragomanError

#: Each file with the time of its last change and its size.
_Seen = Mapping[Path, tuple[int, int]]
_PATIENCE = 1000  # milliseconds between two looks at the settings, which an editor replaces rather than changes


@click.command("serve", short_help="Show the site in a browser while you write.")
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="0 takes any free port.")
@click.option("--host", default="127.0.0.1", show_default=True, help="Who may look: by default, only this machine.")
@site_option
@drafts_option
def command(port: int, host: str, site: Path, *, drafts: bool) -> NoReturn:
    """Build the site, show it at http://127.0.0.1:8000/, and build it again whenever a file changes.

    Pages that are open in a browser load themselves again. Ctrl-C ends it.
    """
    pelican = start(site, drafts=drafts, preview=True)
    preview = Preview(output=pelican.output, base=_find_base(pelican))
    with _serving(preview, host, port) as server:
        seen = _look_at(pelican.sources, site / SETTINGS)
        _build(pelican, preview)
        click.echo(f"The site is at {server.address} – Ctrl-C ends this.", err=True)
        while True:
            watched = pelican.sources
            for _ in _watch(watched, site / SETTINGS, seen):
                restarted = _restart(preview, site, drafts=drafts)
                if restarted is None:
                    continue
                pelican = restarted
                if pelican.sources != watched:
                    seen = _look_at(pelican.sources, site / SETTINGS)
                _build(pelican, preview)
                if pelican.sources != watched:
                    break


@contextmanager
def _serving(preview: Preview, host: str, port: int) -> Iterator[PreviewServer]:
    with PreviewServer(preview, host, port) as server:
        thread = threading.Thread(target=server.serve_forever, name="server", daemon=True)
        thread.start()
        try:
            yield server
        finally:
            preview.close()
            server.shutdown()
            thread.join()


def _restart(preview: Preview, site: Path, *, drafts: bool) -> Host | None:
    """Pelican with the settings as they are now; None if they cannot be read, which the page then shows."""
    try:
        return start(site, drafts=drafts, preview=True)
    except Exception as error:  # noqa: BLE001 - the settings are a program, and may fail in any way
        preview.show(render_failure(_explain(error)))
        return None


def _build(pelican: Host, preview: Preview) -> None:
    """Build, and show either the site or what is in its way."""
    began = time.monotonic()
    try:
        built = pelican.build()
    except ContentError as error:
        preview.show(render_findings(error.diagnostics))
    except DragomanError as error:
        click.echo(f"dragoman: {error.message}", err=True)
        preview.show(render_failure(error.message, error.hint))
    except Exception as error:  # noqa: BLE001 - a theme under construction may fail in any way, and is mended next
        preview.show(render_failure(_explain(error)))
    else:
        preview.base = _find_base(pelican)
        preview.show(None)
        click.echo(summarise_build(built, pelican.output, f"{time.monotonic() - began:.1f}"), err=True)


def _explain(error: Exception) -> str:
    traceback.print_exception(error)
    return "".join(traceback.format_exception_only(error)).strip()


def _find_base(pelican: Host) -> str:
    """The path of the site's address, which the plugin has taken from site.yaml in a build."""
    path = urlsplit(pelican.site_url).path.strip("/")
    return f"/{quote(path, safe='/%')}/" if path else "/"


def _watch(sources: tuple[Path, ...], settings: Path, seen: _Seen) -> Iterator[None]:
    """Yields when something that the site is made from has changed; first of all if it is not as it was ``seen``.

    For what is saved after a build has read it and before the watching begins, nobody would report.
    """
    stamp = _stamp(settings)
    folders = [folder for folder in sources if folder.is_dir()]
    begun = False
    for changes in watchfiles.watch(*folders, rust_timeout=_PATIENCE, yield_on_timeout=True):
        now = _stamp(settings)
        missed = not begun and _look_at(sources, settings) != seen
        begun = True
        if changes or missed or now != stamp:
            stamp = now
            yield


def _look_at(sources: tuple[Path, ...], settings: Path) -> _Seen:
    files = [Path(folder, name) for source in sources for folder, _, names in os.walk(source) for name in names]
    return {path: _stamp(path) for path in (settings, *files)}


def _stamp(path: Path) -> tuple[int, int]:
    try:
        status = path.stat()
    except OSError:
        return (0, 0)
    return (status.st_mtime_ns, status.st_size)
