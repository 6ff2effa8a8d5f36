"""Ready files for hosts of git and of sites: workflows, issue forms, hooks; forms in the site's language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from dragoman.errors import DragomanError

HOSTS = ("github", "gitlab", "netlify")
#: What every host needs.
_ANY = "any"
#: Names that begin with a dot would mean something to tools where these files are only data.
_DOT = "dot-"
#: The languages that forms are written in; the last stands in for those that they are not.
_WRITTEN = ("de", "en")


def write_host_files(site: Path, hosts: Iterable[str], language: str) -> tuple[list[str], list[str]]:
    """Write the files for these hosts into a site; the paths of those written, and of those that were there and stay.

    ``language`` is that of forms. Raises DragomanError where a file cannot be written.
    """
    written: list[str] = []
    kept: list[str] = []
    for source in (_ANY, *dict.fromkeys(hosts)):
        for path, text in _iter_files(files("dragoman.cli") / "hosts" / source, _choose_language(language)):
            try:
                (site / path).parent.mkdir(parents=True, exist_ok=True)
                with (site / path).open("x", encoding="utf-8", newline="\n") as stream:
                    stream.write(text)
            except FileExistsError:
                kept.append(path)
            except OSError as error:
                raise DragomanError(f"{path} cannot be written: {(error.strerror or str(error)).lower()}") from error
            else:
                written.append(path)
    return written, kept


def _choose_language(language: str) -> str:
    base = language.partition("-")[0].lower()
    return base if base in _WRITTEN else _WRITTEN[-1]


def _iter_files(folder: Traversable, language: str, path: str = "") -> Iterator[tuple[str, str]]:
    """Each file's path in a site, with its text; of those in several languages the one that is wanted."""
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        name = f".{entry.name.removeprefix(_DOT)}" if entry.name.startswith(_DOT) else entry.name
        if entry.is_dir():
            yield from _iter_files(entry, language, f"{path}{name}/")
            continue
        stem, _, suffix = name.rpartition(".")
        base, _, tag = stem.rpartition(".")
        if base and tag in _WRITTEN:
            if tag != language:
                continue
            name = f"{base}.{suffix}"
        yield f"{path}{name}", entry.read_text(encoding="utf-8")
