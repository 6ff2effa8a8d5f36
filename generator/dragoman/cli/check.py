"""`dragoman check`: all rules over the content, nothing built; never runs the site's own Python, nor Pelican."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Iterable
from pathlib import Path

import click

from dragoman.cache.answers import Answer, Inputs, Question
from dragoman.cli.facts import find_midnight, read_facts
from dragoman.cli.formats import render_github, render_gitlab, render_json
from dragoman.cli.options import CONTENT, cache_option, site_option, strict_option
from dragoman.cli.report import make_harmless, render_in_bulk, render_text, summarise
from dragoman.cli.sarif import render_sarif
from dragoman.cli.terminal import has_colour, tell
from dragoman.content.checking import find_fixes
from dragoman.content.rewriting import rewrite
from dragoman.diagnostics import Diagnostic, Diagnostics, Severity
from dragoman.errors import DragomanError
from dragoman.reading import read_site

_FORMATS = {"json": render_json, "github": render_github, "gitlab": render_gitlab, "sarif": render_sarif}
#: Mending one thing can show another; what is not mended after so many rounds is left to people.
_ROUNDS = 5


@click.command("check", short_help="Check the content; build nothing.")
@click.argument("paths", metavar="[PATH]...", nargs=-1, type=click.Path(path_type=Path))
@site_option
@strict_option
@click.option("--fix", is_flag=True, help="Mend what can be mended without asking, then check again.")
@click.option("--all", "everything", is_flag=True, help="Show all warnings of a rule, not only the first.")
@click.option(
    "--format", "form", type=click.Choice(["text", *_FORMATS]), default="text", help="How to show what was found."
)
@cache_option
@click.pass_obj
def command(
    question: Question, paths: tuple[Path, ...], site: Path, *, strict: bool, fix: bool, everything: bool, form: str
) -> int:
    """Check the content against all rules; with PATHs, show only what was found in these files or folders.

    Ends with 0 if all is well, 1 if there are errors, 2 if it was called wrongly.
    """
    prefixes = tuple(_find_in_site(path, site) for path in paths)
    facts = read_facts(site)
    if fix:
        _tell_mended(_mend(site, facts.today, prefixes))
    shown = _select(read_site(site / CONTENT, facts.today)[1], prefixes)
    if form in _FORMATS:
        output, told = _FORMATS[form](shown, site), ""
    else:
        render = render_text if everything or prefixes else render_in_bulk
        output, told = render(shown, colour=has_colour(sys.stdout)), summarise(shown)
    click.echo(output, nl=False)
    tell(told)
    code = int(shown.has_errors or (strict and bool(shown.with_severity(Severity.WARNING))))
    if not fix:
        inputs = Inputs([str(site.resolve() / CONTENT)], until=find_midnight(facts))
        question.remember(Answer(code=code, output=output, told=told), inputs)
    return code


def _mend(site: Path, today: dt.date, prefixes: tuple[str, ...]) -> list[Diagnostic]:
    """Mend what can be, in files below the prefixes, until nothing is left that can; returns what was mended."""
    mended: list[Diagnostic] = []
    for _ in range(_ROUNDS):
        before = len(mended)
        for file in find_fixes(site / CONTENT, today):
            if _is_chosen(file.path, prefixes):
                rewrite(site / file.path, file.before, file.content)
                mended += file.mended
        if len(mended) == before:
            break
    return mended


def _tell_mended(mended: Iterable[Diagnostic]) -> None:
    """Say what was mended, on the stream that is not for findings."""
    for finding in Diagnostics.of(mended):
        place = finding.location
        said = f"{place.path}:{place.line}:{place.column}: mended: {finding.message} [{finding.rule}]"
        click.echo(make_harmless(said), err=True)


def _find_in_site(path: Path, site: Path) -> str:
    """A path given to the command as findings write it: relative to the site's folder."""
    root = site.resolve()
    present = [candidate.resolve() for candidate in (path, site / path) if candidate.exists()]
    inside = [candidate for candidate in present if candidate.is_relative_to(root)]
    if inside:
        return inside[0].relative_to(root).as_posix()
    raise DragomanError(f"{path} is not a part of the site in {root}" if present else f"there is no {path}")


def _select(diagnostics: Diagnostics, prefixes: tuple[str, ...]) -> Diagnostics:
    """The findings in these files, and in files below these folders; all where none is given. Advice is for reports."""
    return Diagnostics.of(
        finding
        for finding in diagnostics
        if finding.severity is not Severity.ADVICE and _is_chosen(finding.location.path, prefixes)
    )


def _is_chosen(path: str, prefixes: tuple[str, ...]) -> bool:
    return not prefixes or "." in prefixes or any(f"{path}/".startswith(f"{prefix}/") for prefix in prefixes)
