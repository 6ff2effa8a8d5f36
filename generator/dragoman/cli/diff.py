"""`dragoman diff`: what changed in meaning since a revision, for those who review the change."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from dragoman.cli.options import CONTENT, site_option
from dragoman.cli.review_markdown import render_review_markdown
from dragoman.cli.review_text import render_review
from dragoman.cli.terminal import has_colour
from dragoman.content.files import load_folder
from dragoman.history import History
from dragoman.reviewing.review import review


@click.command("diff", short_help="Show what changed in meaning since a revision.")
@click.argument("revision", metavar="REV")
@site_option
@click.option("--format", "form", type=click.Choice(["text", "markdown"]), default="text", help="How to show it.")
def command(revision: str, site: Path, *, form: str) -> int:
    """Show what has changed in the content since a revision in git: a branch, a tag, a commit.

    What was only written differently is left out; files that one of the two cannot read are named. Nothing is checked
    out and nothing written. Ends with 0, whatever has changed.
    """
    present = load_folder(site / CONTENT)
    history = History(site)
    found = review(history, history.find_revision(revision), present)
    if form == "markdown":
        click.echo(render_review_markdown(found), nl=False)
    else:
        click.echo(render_review(found, colour=has_colour(sys.stdout)), nl=False)
    return 0
