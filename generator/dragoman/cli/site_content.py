"""Reads a site's content for commands that work on the files themselves, and writes files back.

Such a command does its best with what can be read, and names what cannot.
"""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path

import click

from dragoman.cli.facts import read_facts
from dragoman.cli.options import CONTENT
from dragoman.content.collecting import read_records
from dragoman.content.files import Loaded, load_folder
from dragoman.content.index import Index
from dragoman.errors import DragomanError


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteContent:
    """The files of a site, and the records that could be read from them."""

    folder: Path
    loaded: Loaded
    index: Index

    @property
    def languages(self) -> tuple[str, ...]:
        """The site's languages, the first being the one that others fall back into."""
        return self.index.settings.languages


def read_content(site: Path) -> SiteContent:
    """Read all of a site's content. Raises DragomanError where it does not even say in which languages it is."""
    loaded = load_folder(site / CONTENT)
    index = read_records(loaded, today=read_facts(site).today).index
    if not index.settings.languages:
        raise DragomanError(
            f"{site / CONTENT / 'site.yaml'} does not say in which languages the site is",
            hint="`dragoman check` shows what is wrong with it",
        )
    for kind, paths in index.paths.items():
        for identifier, (path, *_) in paths.items():
            if index.is_broken(kind, identifier):
                click.echo(f"{path} cannot be read and is left out: `dragoman check` shows why", err=True)
    return SiteContent(folder=site, loaded=loaded, index=index)


def replace_file(site: Path, path: str, before: bytes, after: bytes) -> None:
    """Put new bytes in the place of a file's, in one step. Raises DragomanError if others have changed it meanwhile."""
    target = site / path
    try:
        if target.read_bytes() != before:
            raise DragomanError(f"{path} has been changed by somebody else meanwhile", hint="run the command again")
        descriptor, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
        try:
            with open(descriptor, "wb") as stream:
                stream.write(after)
            Path(name).chmod(target.stat().st_mode & 0o7777)
            Path(name).replace(target)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise DragomanError(f"{path} cannot be written: {(error.strerror or str(error)).lower()}") from error
