"""What lies in a folder, and which of it is a stranger's: found by looking, without following a link.

Knows kinds of directory entries and the names that may lie in any published folder; must not change anything.
"""

from __future__ import annotations

import enum
import os
import stat
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import NamedTuple

from dragoman.output.collisions import iter_parents
from dragoman.rendered import OWN_PREFIX

REPOSITORIES = frozenset({".git", ".hg", ".svn"})
"""Folders that another program may be writing to at any moment: never looked into, never shared as hard links."""

_QUIET = frozenset(
    {".git", ".hg", ".svn", ".gitignore", ".gitattributes", ".gitkeep", ".nojekyll", "CNAME", ".DS_Store"}
)


class Kind(enum.Enum):
    """What an entry of a folder is. A link is a symbolic one; OTHER is a pipe, socket or device."""

    FILE = "file"
    FOLDER = "folder"
    LINK = "link"
    OTHER = "other"


class Entry(NamedTuple):
    """One entry; a tuple, for there are many. ``identity`` (device, inode) is that of the file, not of its name."""

    kind: Kind
    identity: tuple[int, int] = (0, 0)
    modified_ns: int = 0


Tree = Mapping[str, Entry]
"""Path relative to the folder, with ``/``, to what is there."""


def walk(root: Path) -> Tree:
    """Everything below ``root``, except the writer's own files and the inside of repositories.

    A folder that does not exist is empty. Raises OSError for one that cannot be read.
    """
    found: dict[str, Entry] = {}
    pending = [""] if root.is_dir() else []
    base = str(root)
    while pending:
        folder = pending.pop()
        with os.scandir(f"{base}/{folder}") as entries:
            for entry in entries:
                path = f"{folder}/{entry.name}" if folder else entry.name
                if path.startswith(OWN_PREFIX):
                    continue
                if entry.is_dir(follow_symlinks=False):
                    found[path] = Entry(Kind.FOLDER)
                    if entry.name not in REPOSITORIES:
                        pending.append(path)
                else:
                    found[path] = entry_of(entry.stat(follow_symlinks=False))
    return found


def entry_of(status: os.stat_result) -> Entry:
    """The entry that ``lstat`` speaks of."""
    identity = (status.st_dev, status.st_ino)
    match stat.S_IFMT(status.st_mode):
        case stat.S_IFREG:
            return Entry(Kind.FILE, identity, status.st_mtime_ns)
        case stat.S_IFDIR:
            return Entry(Kind.FOLDER)
        case stat.S_IFLNK:
            return Entry(Kind.LINK, identity, status.st_mtime_ns)
        case _:
            return Entry(Kind.OTHER, identity, status.st_mtime_ns)


def folders_of(paths: Collection[str]) -> set[str]:
    """All folders above the paths."""
    folders: set[str] = set()
    for path in paths:
        for folder in iter_parents(path):
            if folder in folders:
                break
            folders.add(folder)
    return folders


def find_strangers(tree: Tree, ours: Collection[str]) -> Tree:
    """What in ``tree`` is neither a file at one of our paths nor a folder that holds one."""
    our_folders = folders_of(ours)
    return {
        path: entry
        for path, entry in tree.items()
        if (path not in our_folders if entry.kind is Kind.FOLDER else path not in ours)
    }


def names_of(strangers: Tree) -> tuple[str, ...]:
    """The strangers as an operator wants to read them, sorted: a folder of strangers once, as ``name/``.

    Files that belong in many published folders, such as ``.gitignore`` or ``CNAME``, are passed over in silence.
    """
    names = []
    for path, entry in strangers.items():
        if any(parent in strangers for parent in iter_parents(path)):
            continue
        if path.rpartition("/")[2] not in _QUIET:
            names.append(f"{path}/" if entry.kind is Kind.FOLDER else path)
    return tuple(sorted(names))
