"""The shadow: the tree that a build writes to and that nobody reads, until it is complete and takes its place.

Nothing in it is trusted. A file counts only if this build has written it, or if it is the published file itself under
a second name (a hard link). Knows trees of files; must not know which of them a build wants, or when it is published.
"""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
import stat
from collections.abc import Collection, Mapping
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from dragoman.output.collisions import iter_parents
from dragoman.output.exchange import exchange
from dragoman.output.files import Fingerprint
from dragoman.output.manifest import read_manifest
from dragoman.output.place import MARK_NAME, STAGING_NAME
from dragoman.output.tree import Entry, Kind, Tree, folders_of, walk

REFUSALS = frozenset(
    {errno.EXDEV, errno.EINVAL, errno.ENOSYS, errno.EBUSY, errno.EPERM, errno.EMLINK, errno.ENOTSUP, errno.EOPNOTSUPP},
)
"""Error numbers by which a file system says that it cannot link a file or exchange folders, not that a build failed."""

_FILE_MODE = 0o644  # whatever the umask: the same bytes are readable by the same people everywhere
_FOLDER_MODE = 0o755
_CREATE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC
_CHUNK = 1024 * 1024  # bytes


class Refused(Exception):  # not an error: another way is taken
    """The file system cannot do what the exchange of whole trees needs. The message says what, for the operator."""


class Shadow:
    """The tree at ``root``, made at the first write. Every method raises OSError as the system does."""

    __slots__ = ("_base", "_folders", "_former", "_keeps_modes", "root")

    def __init__(self, root: Path) -> None:
        self.root = root
        self._base = str(root)
        self._keeps_modes = False  # whether the system gives a new file the mode that was asked for
        self._folders: set[str] = set()  # found or made by this build to be real folders
        self._former: frozenset[str] | None = None  # the files of ours it held when it was last whole; None: unknown

    def start(self) -> None:
        """Make the tree and mark it as unfinished, before anything in it is changed. Does nothing the second time."""
        if "" in self._folders:
            return
        for folder in (self.root.parent, self.root):  # staged inside an output that does not exist yet, it needs both
            if not folder.is_dir():
                folder.mkdir(mode=_FOLDER_MODE)
                folder.chmod(_FOLDER_MODE)
        mark = self.root / MARK_NAME
        found = read_manifest(self.root)
        self._former = frozenset(found.manifest.files) if found.content and not mark.exists() else None
        mark.touch()
        shutil.rmtree(self.root / STAGING_NAME, ignore_errors=True)
        self._folders.add("")

    def write(self, path: str, content: bytes) -> None:
        """Create the file anew, with exactly this content."""
        # Nearly all files come this way, so there is nothing between this and the system.
        descriptor = self._open(path)
        try:
            rest = memoryview(content)
            while rest:
                rest = rest[os.write(descriptor, rest) :]
        finally:
            os.close(descriptor)

    def copy(self, path: str, source: BinaryIO) -> Fingerprint:
        """Create the file anew from a stream; the fingerprint of what was written."""
        digest = hashlib.sha256()
        size = 0
        with os.fdopen(self._open(path), "wb") as stream:
            while chunk := source.read(_CHUNK):
                digest.update(chunk)
                size += stream.write(chunk)
        return Fingerprint(size=size, sha256=digest.hexdigest())

    def try_exchange(self) -> None:
        """Exchange two folders of no importance. Raises Refused if the file system cannot."""
        self.start()
        place = self.root / STAGING_NAME
        for name in ("one", "other"):
            (place / name).mkdir(parents=True)
        try:
            exchange(place / "one", place / "other")
        except OSError as error:
            if error.errno in REFUSALS:
                raise Refused(f"the file system of {str(self.root)!r} cannot exchange folders") from error
            raise
        finally:
            shutil.rmtree(place)

    def mirror(self, output: Path, *, shared: Mapping[str, Entry], written: Collection[str], since: int | None) -> Tree:
        """Complete the tree: the ``shared`` files of ``output`` under second names, and nothing else but ``written``.

        ``shared`` holds published files, and folders that must be there even if empty. The result is what somebody
        left in this tree when it was no longer published (after ``since``, in nanoseconds; None: never); it is kept.
        Raises Refused if files cannot be shared.
        """
        self.start()
        folders = folders_of([*shared, *written])
        folders |= {path for path, entry in shared.items() if entry.kind is Kind.FOLDER}
        tree = walk(self.root)
        late = self._find_late(tree, known={*shared, *written}, since=since)
        folders |= folders_of(late)
        right = {path for path, entry in tree.items() if entry.kind is not Kind.FOLDER and shared.get(path) == entry}
        # The reverse order has a folder's content before the folder.
        for path in sorted(tree.keys() - right - set(written) - late.keys() - folders, reverse=True):
            self._remove(path, tree[path])
        for path, entry in shared.items():
            if entry.kind is Kind.FOLDER:
                self._make_folder(path)
                (self.root / path).chmod(stat.S_IMODE((output / path).lstat().st_mode))
            elif path not in right:
                self._link(output / path, path)
        return late

    def finish(self, *, mode: int) -> None:
        """Take the mark away: from now on the tree is whole, and may be published."""
        self.root.chmod(mode)
        (self.root / MARK_NAME).unlink()
        self._folders.clear()

    def discard(self) -> None:
        """Remove the whole tree; the mark last, so that what a killed build leaves is still known as ours."""
        if not self.root.is_dir():
            return
        (self.root / MARK_NAME).touch()
        for child in list(self.root.iterdir()):
            if child.name != MARK_NAME:
                _remove_tree(child)
        (self.root / MARK_NAME).unlink()
        self.root.rmdir()

    def _find_late(self, tree: Tree, *, known: Collection[str], since: int | None) -> Tree:
        # Somebody whose current folder is output/ goes on writing into the old tree after an exchange, and a file may
        # appear there between our look and the exchange. After a broken-off build nobody can tell those from its own.
        if since is None or self._former is None:
            return {}
        return {
            path: entry
            for path, entry in tree.items()
            if entry.kind is Kind.FILE
            and entry.modified_ns >= since
            and path not in known
            and path not in self._former
            and not any(folder in known for folder in iter_parents(path))
        }

    def _open(self, path: str) -> int:
        """The descriptor of a new file."""
        # Removed and created: the old file may have a published twin, and renaming over it makes ext4 flush every file.
        self.start()
        self._make_folder(path.rpartition("/")[0])
        target = f"{self._base}/{path}"
        try:
            descriptor = os.open(target, _CREATE, _FILE_MODE)
        except FileExistsError:
            self._clear(Path(target))
            descriptor = os.open(target, _CREATE, _FILE_MODE)
        if not self._keeps_modes:
            try:
                self._keeps_modes = stat.S_IMODE(os.fstat(descriptor).st_mode) == _FILE_MODE
                os.fchmod(descriptor, _FILE_MODE)
            except OSError:
                os.close(descriptor)
                raise
        return descriptor

    def _make_folder(self, folder: str) -> None:
        if folder in self._folders:
            return
        self._make_folder(folder.rpartition("/")[0])
        target = f"{self._base}/{folder}"
        try:
            os.mkdir(target, _FOLDER_MODE)  # noqa: PTH102 - the name is a text
        except FileExistsError:
            found = os.lstat(target)
            if not stat.S_ISDIR(found.st_mode):
                os.unlink(target)  # noqa: PTH108 - as above
                os.mkdir(target, _FOLDER_MODE)  # noqa: PTH102 - as above
                os.chmod(target, _FOLDER_MODE)  # noqa: PTH101 - as above
        else:
            os.chmod(target, _FOLDER_MODE)  # noqa: PTH101 - as above
        self._folders.add(folder)

    def _link(self, source: Path, path: str) -> None:
        self._make_folder(path.rpartition("/")[0])
        target = self.root / path
        self._clear(target)
        try:
            os.link(source, target, follow_symlinks=False)
        except OSError as error:
            if error.errno in REFUSALS:
                raise Refused(f"{str(source)!r} cannot have a second name beside the output") from error
            raise

    def _clear(self, target: Path) -> None:
        try:
            target.unlink(missing_ok=True)
        except (IsADirectoryError, PermissionError):  # of a folder, some systems say the one and some the other
            if not target.is_dir():
                raise
            shutil.rmtree(target)
            self._folders = {""}

    def _remove(self, path: str, entry: Entry) -> None:
        target = self.root / path
        if entry.kind is not Kind.FOLDER:
            target.unlink(missing_ok=True)
        else:
            self._folders.discard(path)
            with suppress(OSError):  # somebody put something into it just now: the next build keeps and names it
                target.rmdir()


def _remove_tree(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
