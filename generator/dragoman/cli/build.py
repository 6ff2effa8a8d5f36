"""`dragoman build`: the content is checked and the site published, by way of Pelican."""

from __future__ import annotations

import os
import time
from pathlib import Path

import click

from dragoman.build import Built
from dragoman.cli.options import drafts_option, site_option, strict_option
from dragoman.cli.run_pelican import start
from dragoman.cli.terminal import tell, waiting

#: How many of the files that are not ours are named.
NAMED = 5


@click.command("build", short_help="Check the content and build the site.")
@site_option
@click.option(
    "--output",
    metavar="DIR",
    type=click.Path(file_okay=False, path_type=Path),
    help="Where to publish (default: what pelicanconf.py says).",
)
@click.option("--release", metavar="NAME", default="", help="Freeze the data below /data/NAME/, for good.")
@drafts_option
@strict_option
def command(site: Path, output: Path | None, release: str, *, drafts: bool, strict: bool) -> int:
    """Check the content and build the site.

    If the content has errors, nothing is written, and the site that was published stays as it is. Ends with 0 if all
    is well, 1 if there are errors, 2 if it was called wrongly.
    """
    began = time.monotonic()
    with waiting("Building …"):
        host = start(site, output=output, drafts=drafts, strict=strict, release=release)
        built = host.build()
    tell(summarise_build(built, host.output, time.monotonic() - began))
    return 0


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
