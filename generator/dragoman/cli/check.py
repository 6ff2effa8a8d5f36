"""`dragoman check`: all rules over the content, nothing built; never runs the site's own Python, nor Pelican."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from dragoman.build import check_site
from dragoman.cli.facts import read_facts
from dragoman.cli.formats import render_github, render_json
from dragoman.cli.options import CONTENT, site_option, strict_option
from dragoman.cli.paths import find_in_site, is_meant
from dragoman.cli.report import render_text, summarise
from dragoman.cli.terminal import has_colour, tell
from dragoman.diagnostics import Diagnostics, Severity


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
    prefixes = tuple(find_in_site(path, site) for path in paths)
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


def _select(diagnostics: Diagnostics, named: tuple[str, ...]) -> Diagnostics:
    """The findings in these files, and in files below these folders; all where none is given."""
    return Diagnostics.of(finding for finding in diagnostics if is_meant(finding.location.path, named))
