"""`dragoman schema`: writes what editors need to complete and check records, and settings that point them to it."""

from __future__ import annotations

import json
from pathlib import Path

import click

from dragoman.cli.options import site_option
from dragoman.cli.site_content import read_content
from dragoman.content.files import Kind
from dragoman.editing.schema import make_schema
from dragoman.editing.vocabulary import Vocabulary, collect_vocabulary
from dragoman.editing.vscode import EXTENSIONS, SETTINGS, merge_extensions, merge_settings
from dragoman.errors import DragomanError

#: The folder, below that of the schemas for any site, of those that know this site's ids.
PROJECT = "project"


@click.command("schema", short_help="Write the schemas by which editors complete and check.")
@click.argument("folder", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
@site_option
@click.option("--language", metavar="TAG", help="The language of descriptions (default: the site's first).")
@click.option("--vscode", is_flag=True, help="Also point VS Code to them, in .vscode/ of the site's folder.")
def command(folder: Path, site: Path, language: str | None, *, vscode: bool) -> int:
    """Write JSON Schemas (2020-12) of all kinds of record into DIR.

    Those in DIR itself hold for any site in these languages; those in DIR/project know the ids of this one, so that
    editors complete them: write them again when there are new records.
    """
    count = write_schemas(site, folder, language=language)
    if vscode:
        write_editor_settings(site, folder)
    click.echo(f"Wrote {count} schemas into {folder}", err=True)
    return 0


def write_schemas(site: Path, folder: Path, *, language: str | None = None) -> int:
    """Write the schemas of a site's records into a folder; how many there are.

    Descriptions are in the language, by default the site's first. Raises DragomanError where the site's languages
    cannot be read or the folder cannot be written.
    """
    vocabulary = collect_vocabulary(read_content(site).index)
    described = language or vocabulary.languages[0]
    general = Vocabulary(languages=vocabulary.languages)
    for words, place in ((general, folder), (vocabulary, folder / PROJECT)):
        for kind in Kind:
            _write(place / _name(kind), json.dumps(make_schema(kind, words, described), indent=1, ensure_ascii=False))
    return 2 * len(Kind)


def write_editor_settings(site: Path, folder: Path) -> None:
    """Point VS Code to the schemas in a folder, keeping what its settings say besides. Raises DragomanError."""
    place = (folder / PROJECT).resolve()
    root = site.resolve()
    inside = place.is_relative_to(root)
    schemas = {
        kind: f"./{(place / _name(kind)).relative_to(root).as_posix()}" if inside else (place / _name(kind)).as_uri()
        for kind in Kind
    }
    _write(site / SETTINGS, merge_settings(_read(site / SETTINGS), schemas))
    _write(site / EXTENSIONS, merge_extensions(_read(site / EXTENSIONS)))


def _name(kind: Kind) -> str:
    return f"{kind.value}.schema.json"


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return ""
    except (OSError, ValueError) as error:
        raise DragomanError(f"{path} cannot be read: {error}") from error


def _write(path: Path, text: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text if text.endswith("\n") else f"{text}\n", encoding="utf-8", newline="\n")
    except OSError as error:
        raise DragomanError(f"{path} cannot be written: {(error.strerror or str(error)).lower()}") from error
