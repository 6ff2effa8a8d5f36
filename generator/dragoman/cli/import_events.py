"""`dragoman import`: events from a table or a timeline, as drafts; all that is not taken in is listed."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import click

from dragoman.cli.facts import read_facts
from dragoman.cli.options import CONTENT, site_option
from dragoman.cli.report import make_harmless
from dragoman.cli.site_content import read_content
from dragoman.content.files import load_folder
from dragoman.errors import DragomanError
from dragoman.importing.csv_table import read_csv
from dragoman.importing.mapping import Mapped, read_mapping
from dragoman.importing.plan import Import, plan_import
from dragoman.importing.rows import Remark, Table
from dragoman.importing.timeline import read_timeline
from dragoman.importing.timeline_mapping import map_timeline

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
_PLURALS = {
    "events": "event",
    "people": "person",
    "organisations": "organisation",
    "places": "place",
    "topics": "topic",
}


@click.group("import", short_help="Take events in from a table or a timeline, as drafts.")
def command() -> None:
    """Take events in from a table or a timeline, as drafts.

    Nothing that is there already is changed. People and organisations are found by their names, and made where they
    are not there. A row in which `dragoman check` would find an error is left out. Ends with 1 if any was.
    """


@command.command("csv")
@click.argument("file", type=_FILE)
@site_option
@click.option(
    "--mapping", required=True, type=_FILE, metavar="FILE", help="What the columns mean (see docs/import.md)."
)
@click.option("--dry-run", is_flag=True, help="Write nothing; only say what would be.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="How to show remarks.")
def import_csv(file: Path, site: Path, *, mapping: Path, dry_run: bool, form: str) -> int:
    """Take a table in from a CSV file, as spreadsheets write them."""
    table = read_csv(file.name, _read(file))
    return _import(table, read_mapping(mapping.name, _read(mapping)), site, dry_run=dry_run, form=form)


@command.command("timelinejs")
@click.argument("file", type=_FILE)
@site_option
@click.option("--mapping", type=_FILE, metavar="FILE", help="What its fields mean, in place of the four options below.")
@click.option("--participant", "participants", multiple=True, metavar="ID", help="Who took part in all of it (repeat).")
@click.option("--topic", "topics", multiple=True, metavar="ID", help="What all of it was about (repeat).")
@click.option("--type", "kind", default="other", metavar="TYPE", help="What kind of contact all of it is (other).")
@click.option("--language", metavar="TAG", help="The language of its texts (the site's first).")
@click.option("--dry-run", is_flag=True, help="Write nothing; only say what would be.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="How to show remarks.")
def import_timelinejs(
    file: Path,
    site: Path,
    *,
    mapping: Path | None,
    participants: tuple[str, ...],
    topics: tuple[str, ...],
    kind: str,
    language: str | None,
    dry_run: bool,
    form: str,
) -> int:
    """Take a timeline in that was made for TimelineJS: its JSON, or its spreadsheet saved as CSV.

    A timeline does not say who took part and what it was about: say it with --participant and --topic for all of
    it, or with a mapping.
    """
    table = read_timeline(file.name, _read(file))
    if mapping:
        mapped = read_mapping(mapping.name, _read(mapping))
    elif participants and topics:
        languages = read_content(site).languages
        mapped = map_timeline(
            file.name, participants=participants, topics=topics, kind=kind, languages=languages, language=language
        )
    else:
        raise click.UsageError("A timeline needs --participant and --topic, or --mapping.")
    return _import(table, mapped, site, dry_run=dry_run, form=form)


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise DragomanError(f"{path} cannot be read: {(error.strerror or str(error)).lower()}") from error


def _import(table: Table, mapped: Mapped, site: Path, *, dry_run: bool, form: str) -> int:
    planned = plan_import(table, mapped, load_folder(site / CONTENT), read_facts(site).today)
    if not dry_run:
        _write(site, planned.files)
    _show(planned.remarks, form)
    _summarise(planned, dry_run=dry_run)
    return int(any(remark.is_left_out for remark in planned.remarks))


def _write(site: Path, files: Mapping[str, str]) -> None:
    """Write new files; one that has come to be there meanwhile is never written over."""
    for path, text in sorted(files.items()):
        target = site / path
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            with target.open("x", encoding="utf-8", newline="\n") as stream:
                stream.write(text)
        except OSError as error:
            raise DragomanError(
                f"{path} cannot be written: {(error.strerror or str(error)).lower()}",
                hint="what was written before it stays; the next run goes on from there",
            ) from error


def _show(remarks: tuple[Remark, ...], form: str) -> None:
    if form == "json":
        rows = [
            {"row": one.row, "column": one.column, "message": one.message, "left_out": one.is_left_out}
            for one in remarks
        ]
        click.echo(_encodable(json.dumps(rows, ensure_ascii=False, indent=1)))
        return
    for one in remarks:
        where = f"row {one.row}" if one.row else "all rows"
        where += f", {one.column}" if one.column else ""
        left_out = "not taken in: " if one.is_left_out else ""
        click.echo(_encodable(make_harmless(f"{where}: {left_out}{one.message}")))


def _encodable(text: str) -> str:
    """The text, with halves of characters, as JSON may hold them, written out."""
    return text.encode("utf-8", "backslashreplace").decode()


def _summarise(planned: Import, *, dry_run: bool) -> None:
    counts: dict[str, int] = {}
    for path in planned.files:
        folder = path.split("/")[1]
        counts[folder] = counts.get(folder, 0) + 1
    parts = [f"{number} {folder if number != 1 else _PLURALS.get(folder, folder)}" for folder, number in counts.items()]
    parts += [f"{planned.unchanged} there already"] if planned.unchanged else []
    left_out = len({one.row for one in planned.remarks if one.is_left_out})
    parts += [f"{left_out} row{'s' if left_out != 1 else ''} not taken in"] if left_out else []
    click.echo(f"{'would write' if dry_run else 'written'}: {', '.join(parts) or 'nothing'}", err=True)
