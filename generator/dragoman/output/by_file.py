"""The way to publish where trees cannot be exchanged: file by file, each in one rename, and so that no link breaks.

Assets come before the pages that use them, pages before the indexes and feeds that list them; what is no longer made
goes last. Knows the published folder; must not know why the other way was closed.
"""

from __future__ import annotations

import errno
from collections.abc import Collection, Iterable
from contextlib import suppress
from pathlib import Path, PurePosixPath

from dragoman.output.collisions import iter_parents
from dragoman.output.manifest import MANIFEST_NAME, Manifest
from dragoman.output.place import STAGING_NAME
from dragoman.output.shadow import Shadow
from dragoman.output.tree import folders_of

_PAGES = frozenset({".html", ".htm", ".xhtml"})
_LISTS = frozenset({".xml", ".atom", ".rss", ".json", ".ics", ".csv", ".txt"})
_FOLDER_MODE = 0o755


def replace_by_file(
    output: Path,
    shadow: Shadow,
    *,
    written: Collection[str],
    removed: Collection[str],
    before: Manifest,
    after: Manifest,
) -> None:
    """Move the ``written`` files from the shadow into the output, and remove those ``removed``. Raises OSError.

    Broken off at any point, it leaves only whole files, and a manifest that names all of them as ours.
    """
    if not output.is_dir():
        output.mkdir(mode=_FOLDER_MODE)
        output.chmod(_FOLDER_MODE)
    _write_manifest(output, shadow, _journal(before, after, written))
    in_the_way = _find_in_the_way(removed, after)
    _remove(output, in_the_way)
    for path in in_reading_order(written):
        _move(output, shadow, path)
    _remove(output, set(removed) - in_the_way)
    _write_manifest(output, shadow, after)


def in_reading_order(paths: Iterable[str]) -> list[str]:
    """The order in which files may appear: assets, pages (the deepest first), feeds and other lists."""
    return sorted(paths, key=_rank)


def _rank(path: str) -> tuple[int, int, str]:
    suffix = PurePosixPath(path).suffix.lower()
    if suffix in _PAGES:
        return (1, -path.count("/"), path)
    return (2 if suffix in _LISTS else 0, 0, path)


def _journal(before: Manifest, after: Manifest, written: Collection[str]) -> Manifest:
    uncertain = dict.fromkeys(written)
    return Manifest(files={**before.files, **after.files, **uncertain})


def _find_in_the_way(removed: Collection[str], after: Manifest) -> set[str]:
    """Old files where a folder is needed now, or below a folder where a file is needed now."""
    folders = folders_of(after.files.keys())
    return {path for path in removed if path in folders or any(parent in after.files for parent in iter_parents(path))}


def _write_manifest(output: Path, shadow: Shadow, manifest: Manifest) -> None:
    shadow.write(MANIFEST_NAME, manifest.to_bytes())
    _move(output, shadow, MANIFEST_NAME)


def _move(output: Path, shadow: Shadow, path: str) -> None:
    target = output / path
    for folder in reversed([output / parent for parent in iter_parents(path)]):
        if not folder.is_dir():
            folder.mkdir(mode=_FOLDER_MODE)
            folder.chmod(_FOLDER_MODE)
    if target.is_dir() and not target.is_symlink():
        _remove_empty(target)
    try:
        (shadow.root / path).replace(target)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        _move_across_disks(output, shadow.root / path, target)


def _remove_empty(folder: Path) -> None:
    # What is left of a folder of ours whose files are gone; with a stranger's file in it, we would not be here.
    for child in sorted(folder.rglob("*"), reverse=True):
        child.rmdir()
    folder.rmdir()


def _move_across_disks(output: Path, source: Path, target: Path) -> None:
    near = Shadow(output / STAGING_NAME)
    with source.open("rb") as stream:
        near.copy("file", stream)
    (near.root / "file").replace(target)
    source.unlink()


def _remove(output: Path, paths: Collection[str]) -> None:
    for path in paths:
        (output / path).unlink(missing_ok=True)
    for folder in sorted(folders_of(paths), reverse=True):
        with suppress(OSError):  # not empty: it holds other pages, or a stranger's files
            (output / folder).rmdir()
