"""`dragoman build`: the content is checked and the site published, by way of Pelican."""

from __future__ import annotations

import os
import time
from collections.abc import Sequence
from pathlib import Path

import click

from dragoman.build import Built
from dragoman.cli.options import drafts_option, site_option, strict_option
from dragoman.cli.run_pelican import start
from dragoman.cli.terminal import tell, waiting
from dragoman.output import Problem

#: How many of the files that are not ours are named.
NAMED = 5
#: How many files that were not as published are listed.
LISTED = 50


@click.command("build", short_help="Check the content and build the site.")
@site_option
@click.option(
    "--output",
    metavar="DIR",
    type=click.Path(file_okay=False, path_type=Path),
    help="Where to publish (default: what pelicanconf.py says).",
)
@click.option("--release", metavar="NAME", default="", help="Freeze the data below /data/NAME/, for good.")
@click.option(
    "--verify", is_flag=True, help="Compare every published file with the record of it, and mend what differs."
)
@drafts_option
@strict_option
def command(site: Path, output: Path | None, release: str, *, verify: bool, drafts: bool, strict: bool) -> int:
    """Check the content and build the site.

    If the content has errors, nothing is written, and the site that was published stays as it is. Ends with 0 if all
    is well, 1 if there are errors, 2 if it was called wrongly.
    """
    began = time.monotonic()
    with waiting("Building …"):
        host = start(site, output=output, drafts=drafts, strict=strict, release=release, thorough=verify)
        built = host.build()
    if verify:
        click.echo(describe_verification(built.published.mended, host.output), err=True)
    tell(summarise_build(built, host.output, time.monotonic() - began))
    return 0


def describe_verification(mended: Sequence[Problem], output: Path) -> str:
    """What was wrong with the published files, one line each; or that nothing was."""
    place = os.path.relpath(output)
    if not mended:
        return f"Every file in {place}/ is as it was published."
    lines = [f"Not as it was published in {place}/, and now mended:"]
    lines += [f"  {problem.message}" for problem in mended[:LISTED]]
    if len(mended) > LISTED:
        lines.append(f"  … and {len(mended) - LISTED:,} more")
    return "\n".join(lines)


def summarise_build(built: Built, output: Path, seconds: float) -> str:
    """One sentence for a person: what was read, what was written, how long it took; a second if there is a catch."""
    published = built.published
    total = published.created + published.changed + published.unchanged
    counts = {"new": published.created, "changed": published.changed, "removed": published.removed}
    news = ", ".join(f"{number:,} {word}" for word, number in counts.items() if number) or "nothing new"
    place = os.path.relpath(output)
    events = f"{built.event_count:,} event{'' if built.event_count == 1 else 's'}"
    text = f"Read {events}. {total:,} files in {place}/ ({news}), in {seconds:.1f} s."
    if published.reason:
        text += f"\nThe files were replaced one by one: {published.reason}."
    if published.kept:
        named = ", ".join(published.kept[:NAMED]) + (", …" if len(published.kept) > NAMED else "")
        text += f"\nNot made by Dragoman, and kept as it is: {named}."
    return text
