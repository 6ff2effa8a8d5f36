"""Tiny sites for the tests of writing: from a dict to files, and from a folder back to a dict."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from dragoman.output.manifest import MANIFEST_NAME
from dragoman.rendered import RenderedFile

OLD = {
    "index.html": "old front",
    "de/a/index.html": "same",
    "de/b/index.html": "old b",
    "de/gone/index.html": "old gone",
    "feed.xml": "old feed",
}
NEW = {
    "index.html": "new front",
    "de/a/index.html": "same",
    "de/b/index.html": "new b, longer",
    "de/new/index.html": "new page",
    "feed.xml": "new feed",
    "theme/site.css": "new style",
}


def rendered(site: Mapping[str, str]) -> list[RenderedFile]:
    return [RenderedFile(path=path, content=text.encode()) for path, text in site.items()]


def texts_in(folder: Path) -> dict[str, str]:
    """Path to text of every file below ``folder``, but for the manifest."""
    return {
        path.relative_to(folder).as_posix(): path.read_text()
        for path in folder.rglob("*")
        if path.is_file() and path.name != MANIFEST_NAME
    }


def states_in(folder: Path) -> dict[str, tuple[int, int, int]]:
    """Path to inode, modification and change time of everything below ``folder``, and of itself."""
    found = [folder, *folder.rglob("*")]
    states = {path: os.lstat(path) for path in found}
    return {str(path): (status.st_ino, status.st_mtime_ns, status.st_ctime_ns) for path, status in states.items()}


def names_beside(output: Path) -> set[str]:
    return {path.name for path in output.parent.iterdir()} - {output.name}
