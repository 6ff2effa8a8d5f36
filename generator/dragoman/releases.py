"""Frozen editions of the data: folders in the site's ``releases/``, published unchanged by every later build.

Knows folders and names; must not know what is in the files.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from dragoman.errors import DragomanError
from dragoman.rendered import StagedFile
from dragoman.scratch import scratch_folder
from dragoman.site.addresses import DATA
from dragoman.site.downloads import EVENTS, YEARS

#: The folder of a site that holds them; it belongs into version control like the content.
FOLDER = "releases"
_NAME = re.compile(r"[a-z0-9](?:[a-z0-9._-]{0,38}[a-z0-9])?")
_RESERVED = {EVENTS, YEARS}
_NUMBER = re.compile(r"(\d+)")


def list_releases(folder: Path) -> tuple[str, ...]:
    """The names of the releases in ``folder``, newest first as far as their names say (``v10`` after ``v9``)."""
    if not folder.is_dir():
        return ()
    names = [
        entry.name for entry in folder.iterdir() if entry.is_dir() and not entry.is_symlink() and _is_name(entry.name)
    ]
    return tuple(sorted(names, key=_natural, reverse=True))


def iter_release_files(folder: Path) -> Iterator[StagedFile]:
    """The files of all releases, each to be published below the data under the release's name."""
    for name in sorted(list_releases(folder)):
        for path in sorted((folder / name).rglob("*")):
            if path.is_file() and not path.is_symlink() and not path.name.startswith("."):
                yield StagedFile(path=f"{DATA}/{name}/{path.relative_to(folder / name).as_posix()}", source=path)


def check_release_name(folder: Path, name: str) -> None:
    """Raise DragomanError unless a release could be made under this name."""
    if not _is_name(name) or name in _RESERVED:
        raise DragomanError(
            f'a release cannot be called "{name}"',
            hint="a name has up to 40 of a–z, 0–9, full stop, hyphen and underscore, such as 2026.1, not that of "
            "a folder of the data",
        )
    if (folder / name).exists():
        raise DragomanError(f"there is a release {name} already, and releases never change", hint="choose another name")


def freeze(folder: Path, name: str, files: Iterable[tuple[str, bytes]]) -> None:
    """Write a release, whole or not at all: name and content of each file. Raises DragomanError as the check does."""
    check_release_name(folder, name)
    folder.mkdir(parents=True, exist_ok=True)
    try:
        with scratch_folder(folder) as draft:
            for path, content in files:
                target = draft / path
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(content)
            draft.chmod(0o755)
            os.rename(draft, folder / name)  # noqa: PTH104 - unlike Path.rename on some systems, it never replaces a folder with files
    except OSError as error:
        raise DragomanError(f"the release {name} cannot be written: {error.strerror}") from error


def _is_name(name: str) -> bool:
    return _NAME.fullmatch(name) is not None


def _natural(name: str) -> list[tuple[int, str]]:
    return [(int(part), "") if part.isdigit() else (-1, part) for part in _NUMBER.split(name) if part]
