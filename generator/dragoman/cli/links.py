"""`dragoman links`: asks the web whether the addresses in the content still lead anywhere. Never part of a build."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import click

from dragoman import __version__
from dragoman.cli.formats import render_json
from dragoman.cli.options import site_option, strict_option
from dragoman.cli.report import render_text
from dragoman.cli.site_content import SiteContent, read_content, replace_file
from dragoman.cli.terminal import has_colour, tell
from dragoman.content.files import Kind, SourceFile
from dragoman.diagnostics import Diagnostics, Severity
from dragoman.errors import DragomanError
from dragoman.linkcheck import archives
from dragoman.linkcheck.addresses import find_addresses
from dragoman.linkcheck.archived_lines import add_archived
from dragoman.linkcheck.checking import Limits
from dragoman.linkcheck.exceptions import Excepted, find_unneeded, is_excepted, read_exceptions
from dragoman.linkcheck.findings import complain, find_findings, propose
from dragoman.linkcheck.outcome import Outcome, Status
from dragoman.linkcheck.proposing import ArchiveWish, Proposal, iter_proposals
from dragoman.linkcheck.robots import PRODUCT
from dragoman.linkcheck.survey import accept_changes, survey

#: Beside what a build remembers; not in git.
MEMORY = ".dragoman/links.json"
EXCEPTIONS = "link-exceptions.txt"


@click.command("links", short_help="Check the addresses of sources on the web.")
@site_option
@strict_option
@click.option("--again", is_flag=True, help="Ask for every address, also for those that were asked for lately.")
@click.option("--age", type=click.IntRange(0), default=7, metavar="DAYS", help="From what age on to ask again (7).")
@click.option("--accept", is_flag=True, help="Take pages that have changed as they were seen last.")
@click.option(
    "--exceptions",
    "listed",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FILE",
    help=f"The list of exceptions (default: {EXCEPTIONS} in the site's folder, where it is there).",
)
@click.option("--time", "total", type=click.FloatRange(0), default=1800, metavar="SECONDS", help="For all (1800).")
@click.option("--patience", type=click.FloatRange(0.1), default=20, metavar="SECONDS", help="For one request (20).")
@click.option("--delay", type=click.FloatRange(0), default=1, metavar="SECONDS", help="Between two to one site (1).")
@click.option("--per-site", type=click.IntRange(1), default=200, metavar="N", help="Addresses of one site a run (200).")
@click.option("--at-once", type=click.IntRange(1, 32), default=8, metavar="N", help="Sites asked at a time (8).")
@click.option("--allow-private", is_flag=True, help="Ask also for addresses in private networks.")
@click.option("--archive", is_flag=True, help="Look for archived copies of the sources that name none.")
@click.option("--save", "make_copies", is_flag=True, help="With --archive: have the archive make those it lacks.")
@click.option("--write", is_flag=True, help="With --archive: write the copies found into the files.")
@click.option(
    "--archive-endpoint", default=archives.LOOK_UP, metavar="URL", help="Where to look, with {url} and {day}."
)
@click.option("--save-endpoint", default=archives.SAVE, metavar="URL", help="Where to have copies made; {url}.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="How to show findings.")
def command(
    site: Path,
    *,
    strict: bool,
    again: bool,
    age: int,
    accept: bool,
    listed: Path | None,
    total: float,
    patience: float,
    delay: float,
    per_site: int,
    at_once: int,
    allow_private: bool,
    archive: bool,
    make_copies: bool,
    write: bool,
    archive_endpoint: str,
    save_endpoint: str,
    form: str,
) -> int:
    """Ask for the addresses of all sources, websites and archived copies, slowly; tell which are dead or have moved.

    What was found out is remembered in .dragoman/links.json: a run that is ended goes on the next time, and an
    address is asked for again only after --age days. Ends with 0, or with 1 if an address is dead or an exception
    is no longer needed (with --strict, also if one has moved, changed, or could not be reached).
    """
    if (make_copies or write) and not archive:
        raise click.UsageError("--save and --write go with --archive.")
    wish = ArchiveWish(
        look_up=archives.check_endpoint(archive_endpoint),
        save=archives.check_endpoint(save_endpoint) if make_copies else None,
        delay=delay,
        total=total,
    )
    content = read_content(site)
    listed_as, exceptions = _read_exceptions(site, listed)
    from dragoman.linkcheck.network import Network  # noqa: PLC0415 - needs a library that not everybody has

    ask = Network(user_agent=_name_us(content), patience=patience, allow_private=allow_private).ask
    limits = Limits(sites_at_once=at_once, delay=delay, per_site=per_site, total=total)
    if accept:
        tell(f"{accept_changes(site / MEMORY)} changed pages accepted")
    uses = find_addresses(content.index)
    outcomes = survey(uses, site / MEMORY, ask, limits, age=dt.timedelta(0 if again else age))
    files = {source.path: source for source in content.loaded.files}
    unaccepted = {url: outcome for url, outcome in outcomes.items() if not is_excepted(exceptions, url, outcome)}
    unneeded = find_unneeded(exceptions, outcomes, [url for url in uses if url not in outcomes])
    findings = [*find_findings(unaccepted, uses, files), *complain(listed_as, unneeded)]
    if archive:
        proposals = [*iter_proposals(content.index, wish, ask)]
        written = [*_write(site, files, proposals)] if write else []
        findings += propose((proposal for proposal in proposals if proposal not in written), files)
    shown = Diagnostics.of(findings)
    _show(shown, form, site)
    _summarise(outcomes, len(uses))
    return int(shown.has_errors or (strict and bool(shown.with_severity(Severity.WARNING))))


def _name_us(content: SiteContent) -> str:
    """Who asks, and where a site's keeper can find out more (RFC 9110, 10.1.5)."""
    address = getattr(content.index.records[Kind.SITE].get("site"), "url", "")
    about = f" (link check; +{address})" if address.isascii() and address.isprintable() and address else ""
    return f"{PRODUCT}/{__version__}{about}"


def _read_exceptions(site: Path, listed: Path | None) -> tuple[str, tuple[Excepted, ...]]:
    path = listed or site / EXCEPTIONS
    if listed is None and not path.is_file():
        return EXCEPTIONS, ()
    try:
        content = path.read_bytes()
    except OSError as error:
        raise DragomanError(f"{path} cannot be read: {(error.strerror or str(error)).lower()}") from error
    name = str(listed) if listed else EXCEPTIONS
    return name, read_exceptions(name, content)


def _write(site: Path, files: Mapping[str, SourceFile], proposals: Iterable[Proposal]) -> Iterator[Proposal]:
    """Write copies into the files they belong in; those proposals that were written."""
    by_file: dict[str, list[Proposal]] = {}
    for proposal in proposals:
        if proposal.copy:
            by_file.setdefault(proposal.file, []).append(proposal)
    for path, found in by_file.items():
        after = add_archived(files[path], {proposal.handle: proposal.copy for proposal in found})
        if after is None:
            click.echo(f"{path} is laid out in a way that nothing could be added to: do it by hand", err=True)
            continue
        replace_file(site, path, files[path].content, after)
        click.echo(path, err=True)
        yield from found


def _show(shown: Diagnostics, form: str, site: Path) -> None:
    if form == "json":
        click.echo(render_json(shown, site), nl=False)
    else:
        click.echo(render_text(shown, colour=has_colour(sys.stdout)), nl=False)


def _summarise(outcomes: Mapping[str, Outcome], count: int) -> None:
    counted = {status: sum(outcome.status is status for outcome in outcomes.values()) for status in Status}
    parts = [f"{number} {status.value}" for status, number in counted.items() if number]
    left = count - len(outcomes)
    parts += [f"{left} not asked for yet: run the command again"] if left else []
    click.echo(f"{count} address{'es' if count != 1 else ''}: {', '.join(parts) or 'none'}", err=True)
