"""`dragoman build`: the content is checked and the site published, by way of Pelican."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import click

from dragoman.build import Built
from dragoman.cache.answers import SECONDS, Answer, Inputs, Question
from dragoman.cli.facts import find_midnight, read_facts
from dragoman.cli.options import cache_option, drafts_option, site_option, strict_option
from dragoman.cli.report import render_in_bulk, select_shown
from dragoman.cli.run_pelican import Host, start
from dragoman.cli.terminal import has_colour, tell, waiting
from dragoman.output import Problem
from dragoman.output.manifest import MANIFEST_NAME, read_manifest
from dragoman.timing import Timing

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
@click.option(
    "--jobs",
    metavar="N",
    type=click.IntRange(1),
    help="How many processes read and make pages (default: what is of use).",
)
@click.option("--timings", is_flag=True, help="Say how long each stage has taken.")
@drafts_option
@strict_option
@cache_option
@click.pass_obj
def command(
    question: Question,
    site: Path,
    output: Path | None,
    release: str,
    jobs: int | None,
    *,
    verify: bool,
    timings: bool,
    drafts: bool,
    strict: bool,
) -> int:
    """Check the content and build the site.

    If the content has errors, nothing is written, and the site that was published stays as it is. Ends with 0 if all
    is well, 1 if there are errors, 2 if it was called wrongly.
    """
    began = time.monotonic()
    with waiting("Building …") as hear:
        options: dict[str, bool | int | str] = {
            "drafts": drafts,
            "strict": strict,
            "release": release,
            "thorough": verify,
            "jobs": jobs or 0,
        }
        host = start(site, output=output, **options)
        built = host.build(hear)
    if verify:
        click.echo(describe_verification(built.published.mended, host.output), err=True)
    tell(summarise_build(built, host.output, f"{time.monotonic() - began:.1f}"))
    if timings:
        click.echo(describe_timings(built.timings, time.monotonic() - began), err=True)
    if not (release or verify or timings):
        _remember(question, site, host, built)
    return 0


def _remember(question: Question, site: Path, host: Host, built: Built) -> None:
    """Leave for the next call what it can say at once if nothing has changed: the same, and that nothing is new."""
    read = host.find_inputs()
    if read is None:
        return
    done = built.published
    total = done.created + done.changed + done.unchanged
    published = replace(done, created=0, changed=0, removed=0, unchanged=total, reason="")
    answer = Answer(
        code=0,
        error=render_in_bulk(select_shown(built.diagnostics), colour=has_colour(sys.stderr)),
        told=summarise_build(replace(built, published=published), host.output, SECONDS),
    )
    inputs = Inputs(
        map(str, read),
        root=str(host.output),
        published=("", MANIFEST_NAME, *read_manifest(host.output).manifest.files),
        until=find_midnight(read_facts(site)),
    )
    question.remember(answer, inputs)


def describe_timings(timings: Sequence[Timing], wall: float) -> str:
    """A table of the stages, in seconds: of the processors, and of waiting. The last row is Pelican's and the start."""
    used = os.times()
    cpu = used.user + used.system + used.children_user + used.children_system
    others = (cpu - sum(timing.cpu for timing in timings), wall - sum(timing.wall for timing in timings))
    rows = [(timing.stage, timing.cpu, timing.wall) for timing in timings]
    rows += [("all else", *others), ("in all", cpu, wall)]
    return "\n".join(
        [f"{'stage':<16}{'CPU s':>8}{'wall s':>8}", *(f"{name:<16}{cpu:>8.2f}{wall:>8.2f}" for name, cpu, wall in rows)]
    )


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


def summarise_build(built: Built, output: Path, seconds: str) -> str:
    """One sentence for a person: what was read, what was written, how long it took; a second if there is a catch."""
    published = built.published
    total = published.created + published.changed + published.unchanged
    counts = {"new": published.created, "changed": published.changed, "removed": published.removed}
    news = ", ".join(f"{number:,} {word}" for word, number in counts.items() if number) or "nothing new"
    place = os.path.relpath(output)
    events = f"{built.event_count:,} event{'' if built.event_count == 1 else 's'}"
    text = f"Read {events}. {total:,} files in {place}/ ({news}), in {seconds} s."
    if published.reason:
        text += f"\nThe files were replaced one by one: {published.reason}."
    if published.kept:
        named = ", ".join(published.kept[:NAMED]) + (", …" if len(published.kept) > NAMED else "")
        text += f"\nNot made by Dragoman, and kept as it is: {named}."
    return text
