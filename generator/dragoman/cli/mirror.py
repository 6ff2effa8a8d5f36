"""`dragoman report`: the mirror for editors. (``report`` beside this shows findings.)"""

from __future__ import annotations

from pathlib import Path

import click

from dragoman.build import link_site
from dragoman.cli.facts import read_facts
from dragoman.cli.mirror_report import render_mirror, render_mirror_json
from dragoman.cli.options import CONTENT, drafts_option, site_option
from dragoman.cli.report import render_text
from dragoman.diagnostics import Severity
from dragoman.errors import ContentError
from dragoman.site.mirror import reflect


@click.command("report", short_help="Show how balanced and complete the site is.")
@site_option
@drafts_option
@click.option("--all", "everything", is_flag=True, help="Show long lists whole.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="How to show it.")
def command(site: Path, *, drafts: bool, everything: bool, form: str) -> int:
    """Hold a mirror up to the editors: contacts with one account, whose sources are cited in which languages, what
    nobody has archived, searches to repeat, gaps, unused records, and advice.

    Nothing here is an error. The same stands on a page of the site that no other links to.
    """
    try:
        linked = link_site(site / CONTENT, read_facts(site, drafts=drafts))
    except ContentError as error:
        click.echo(render_text(error.diagnostics.with_severity(Severity.ERROR)), err=True, nl=False)
        raise
    mirror = reflect(linked.catalog, linked.facts, linked.diagnostics)
    if form == "json":
        click.echo(render_mirror_json(mirror))
    else:
        language = linked.catalog.site.default_language
        click.echo(render_mirror(mirror, language=language, everything=everything), nl=False)
    return 0
