"""`dragoman fmt`: fields in the model's order, one layout, comments kept; what a file says never changes."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from dragoman.cli.options import CONTENT, site_option
from dragoman.cli.paths import find_in_site, is_meant
from dragoman.cli.report import render_text
from dragoman.cli.site_content import replace_file
from dragoman.cli.terminal import has_colour, tell
from dragoman.content.files import Kind, Loaded, load_folder
from dragoman.content.reading import read_data
from dragoman.content.settings import Settings, find_settings
from dragoman.diagnostics import Diagnostic, Diagnostics
from dragoman.editing.formatting import Formatted, Refused, format_file


@click.command("fmt", short_help="Put fields in order and lay the files out.")
@click.argument("paths", metavar="[PATH]...", nargs=-1, type=click.Path(path_type=Path))
@site_option
@click.option(
    "--check", "only_check", is_flag=True, help="Change nothing; list what would be, and fail if there is any."
)
def command(paths: tuple[Path, ...], site: Path, *, only_check: bool) -> int:
    """Lay out all records, or those in PATHs: fields in the usual order, two spaces a level, long texts folded.

    Comments stay with what they belong to, and what the files say does not change. A file that cannot be read is
    left as it is. Names the files that are changed; ends with 0, or with 1 if a file could not be read (with --check,
    also if one is not laid out yet).
    """
    named = tuple(find_in_site(path, site) for path in paths)
    loaded = load_folder(site / CONTENT)
    settings = _find_settings(loaded)
    findings = [finding for finding in loaded.diagnostics if is_meant(finding.location.path, named)]
    changed = 0
    for source in loaded.files:
        if not is_meant(source.path, named):
            continue
        match format_file(source, settings):
            case Refused(findings=why):
                findings += why
            case Formatted(is_changed=True, text=text):
                changed += 1
                if not only_check:
                    replace_file(site, source.path, source.content, text.encode())
                click.echo(source.path)
            case _:
                pass
    _report(findings, changed, only_check=only_check)
    return int(bool(findings) or (only_check and changed > 0))


def _find_settings(loaded: Loaded) -> Settings:
    site = next((source for source in loaded.files if source.kind is Kind.SITE), None)
    return find_settings(read_data(site)) if site else Settings()


def _report(findings: list[Diagnostic], changed: int, *, only_check: bool) -> None:
    click.echo(render_text(Diagnostics.of(findings), colour=has_colour(sys.stderr)), nl=False, err=True)
    files = "1 file" if changed == 1 else f"{changed} files"
    if changed and only_check:
        tell(f"{files} would be laid out anew: dragoman fmt")
    else:
        tell(f"{files} laid out anew" if changed else "all files are laid out")
