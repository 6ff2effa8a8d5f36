"""`dragoman check`: all rules over the content, nothing built; never runs the site's own Python, nor Pelican."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from dragoman.build import check_site
from dragoman.cli.facts import read_facts
from dragoman.cli.formats import render_github, render_json
from dragoman.cli.options import CONTENT, site_option, strict_option
from dragoman.cli.report import render_text, summarise
from dragoman.cli.terminal import has_colour, tell
from dragoman.diagnostics import Diagnostics, Severity
from dragoman.errors import DragomanError


@click.command("check", short_help="Check the content; build nothing.")
@click.argument("paths", metavar="[PATH]...", nargs=-1, type=click.Path(path_type=Path))
@site_option
@strict_option
@click.option(
    "--format", "form", type=click.Choice(["text", "json", "github"]), default="text", help="How to show findings."
)
def command(paths: tuple[Path, ...], site: Path, *, strict: bool, form: str) -> int:
    """Check the content against all rules; with PATHs, show only what was found in these files or folders.

    Ends with 0 if all is well, 1 if there are errors, 2 if it was called wrongly.
    """
    prefixes = tuple(_find_in_site(path, site) for path in paths)
    diagnostics = check_site(site / CONTENT, read_facts(site))
    shown = _select(diagnostics, prefixes)
    match form:
        case "json":
            click.echo(render_json(shown))
        case "github":
            click.echo(render_github(shown, site), nl=False)
        case _:
            click.echo(render_text(shown, colour=has_colour(sys.stdout)), nl=False)
            tell(summarise(shown))
    return int(shown.has_errors or (strict and bool(shown.with_severity(Severity.WARNING))))


def _find_in_site(path: Path, site: Path) -> str:
    """A path given to the command as findings write it: relative to the site's folder."""
    root = site.resolve()
    present = [candidate.resolve() for candidate in (path, site / path) if candidate.exists()]
    inside = [candidate for candidate in present if candidate.is_relative_to(root)]
    if inside:
        return inside[0].relative_to(root).as_posix()
    raise DragomanError(f"{path} is not a part of the site in {root}" if present else f"there is no {path}")


def _select(diagnostics: Diagnostics, prefixes: tuple[str, ...]) -> Diagnostics:
    """The findings in these files, and in files below these folders; all where none is given."""
    if not prefixes or "." in prefixes:
        return diagnostics
    return Diagnostics.of(
        finding
        for finding in diagnostics
        if any(f"{finding.location.path}/".startswith(f"{prefix}/") for prefix in prefixes)
    )
