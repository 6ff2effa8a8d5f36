"""`dragoman init`: a new site in an empty folder, with one example of each record, that builds at once."""

from __future__ import annotations

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

import click

from dragoman.cli.host_files import HOSTS, write_host_files
from dragoman.cli.schema import write_editor_settings, write_schemas
from dragoman.cli.site_content import read_content
from dragoman.cli.starter_texts import rewrite
from dragoman.errors import DragomanError
from dragoman.i18n.locales import is_language_tag

#: Files that are data here, and would mean something to tools under their own name.
_RENAMED = {"gitignore": ".gitignore", "pelicanconf.txt": "pelicanconf.py"}
_LEFT_OUT = {"__pycache__"}
#: Where the schemas lie by which an editor completes and checks; `dragoman schema` renews them.
SCHEMAS = "schemas"


@click.command("init", short_help="Make a new site in an empty folder.")
@click.argument("folder", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
@click.option(
    "--language", "languages", multiple=True, metavar="TAG", help="A language; repeat it. The first is the default."
)
@click.option("--title", metavar="TEXT", help="What the site is called.")
@click.option(
    "--host", "hosts", multiple=True, type=click.Choice(HOSTS), help="Add ready files for a host (repeatable)."
)
def command(folder: Path, languages: tuple[str, ...], title: str | None, hosts: tuple[str, ...]) -> int:
    """Make a new site in DIR, which must be empty or not be there yet.

    Without --language it is in German and English. If DIR is a site already, --host adds only the ready files, and
    no file that is there is changed.
    """
    if hosts and (folder / "content" / "site.yaml").is_file():
        _add_hosts(folder, hosts, read_content(folder).languages[0])
        return 0
    tags = languages or ("de", "en")
    _check_languages(tags)
    _check_empty(folder)
    source = files("dragoman.cli") / "starter"
    written = 0
    for path, text in _iter_files(source):
        for target, content in rewrite(path, text, languages=tags, title=title):
            place = folder / target
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(content, encoding="utf-8", newline="\n")
            written += 1
    (folder / "content" / "media").mkdir(parents=True, exist_ok=True)
    write_schemas(folder, folder / SCHEMAS)
    write_editor_settings(folder, folder / SCHEMAS)
    _add_hosts(folder, hosts, tags[0])
    where = "" if folder.resolve() == Path.cwd() else f"cd {folder}\n  "
    click.echo(f"Made a site of {written} files in {folder}. To see it:\n\n  {where}dragoman serve\n", err=True)
    return 0


def _add_hosts(folder: Path, hosts: tuple[str, ...], language: str) -> None:
    if not hosts:
        return
    written, kept = write_host_files(folder, hosts, language)
    for path in written:
        click.echo(f"wrote {path}", err=True)
    for path in kept:
        click.echo(f"{path} is there already and stays as it is", err=True)


def _check_languages(tags: tuple[str, ...]) -> None:
    for tag in tags:
        if not is_language_tag(tag):
            raise DragomanError(f'"{tag}" is not the tag of a language', hint="tags are such as de, en, pt-BR, zh-Hant")
    if len(set(tags)) < 2:
        raise DragomanError(
            "a site has two languages or more", hint="give --language twice: --language de --language en"
        )


def _check_empty(folder: Path) -> None:
    if not folder.is_dir():
        return
    present = sorted(entry.name for entry in folder.iterdir() if entry.name != ".git")
    if present:
        shown = ", ".join(present[:3]) + (", …" if len(present) > 3 else "")
        raise DragomanError(f"{folder} is not empty: it holds {shown}", hint="name a new folder, or an empty one")


def _iter_files(folder: Traversable, path: str = "") -> list[tuple[str, str]]:
    """The starter's files in order: each path, relative to the site's folder, with its text."""
    found: list[tuple[str, str]] = []
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.name in _LEFT_OUT:
            continue
        if entry.is_dir():
            found.extend(_iter_files(entry, f"{path}{entry.name}/"))
        else:
            found.append((f"{path}{_RENAMED.get(entry.name, entry.name)}", entry.read_text(encoding="utf-8")))
    return found
