"""Publish a build: readers see the whole old site or the whole new one. The one module that knows the order of steps.

Broken off anywhere, it leaves the published tree alone, and the next build needs nothing of what it left behind.
"""

from __future__ import annotations

import shutil
import stat
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from dragoman.errors import DragomanError
from dragoman.output.by_file import replace_by_file
from dragoman.output.collisions import iter_parents
from dragoman.output.exchange import exchange
from dragoman.output.lock import hold_lock
from dragoman.output.manifest import MANIFEST_NAME, ManifestOnDisk, read_manifest
from dragoman.output.place import STAGING_NAME, Place, find_output, find_place, lock_path
from dragoman.output.shadow import REFUSALS, Refused, Shadow
from dragoman.output.staging import Staged, stage
from dragoman.output.tree import REPOSITORIES, Kind, Tree, find_strangers, folders_of, names_of, walk
from dragoman.output.verify import Problem, verify
from dragoman.output.words import BY_FILE, UNTOUCHED, explained
from dragoman.rendered import OutputFile

_SHOWN = 5  # strangers' files named in one message
_FOLDER_MODE = 0o755


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """What a build has done to the output. The first four are numbers of files.

    ``kept`` names strangers' files, which are never touched. ``swapped`` says that the whole tree changed in one step;
    if it did not though something changed, ``reason`` says why. ``changed_paths`` are those created or changed.
    ``mended`` is what a thorough build has found wrong with the output, and put right.
    """

    created: int
    changed: int
    unchanged: int
    removed: int
    kept: tuple[str, ...]
    swapped: bool
    reason: str
    changed_paths: tuple[str, ...]
    mended: tuple[Problem, ...] = ()


def publish(files: Iterable[OutputFile], output: Path, *, wait: float = 30.0, thorough: bool = False) -> Published:
    """Make ``output`` hold exactly ``files``, beside what strangers put there.

    ``files`` may render as it is read; nothing published changes before its end, and what it raises is passed on.
    ``wait`` is how many seconds to wait for another build. ``thorough`` reads every published file again, where
    otherwise its size and its not being newer than the manifest suffice.

    Raises DragomanError for paths that collide, a stranger's file in the way, and whatever the system refuses.
    """
    folder = find_output(output)
    with explained(folder, consequence=UNTOUCHED):
        folder.parent.mkdir(parents=True, exist_ok=True)
        lock = lock_path(folder)
        lock.parent.mkdir(exist_ok=True)
    with hold_lock(lock, wait=wait):
        inside = folder / STAGING_NAME
        try:
            with explained(folder, consequence=UNTOUCHED):
                shutil.rmtree(inside, ignore_errors=True)  # left by a build that was killed
                place = find_place(folder)
                wrong = verify(folder) if thorough and walk(folder) else ()
            return replace(_publish(files, place, thorough=thorough), mended=wrong)
        finally:
            shutil.rmtree(inside, ignore_errors=True)


def _publish(files: Iterable[OutputFile], place: Place, *, thorough: bool) -> Published:
    shadow = Shadow(place.shadow)
    before = read_manifest(place.output)
    staged = stage(files, place, shadow, before, thorough=thorough)
    with explained(place.output, consequence=UNTOUCHED):
        content = staged.manifest.to_bytes()
        is_changed = bool(staged.written) or content != before.content
        if is_changed:
            # Before the look at strangers: what appears after it is newer than the manifest, so the next build sees it.
            shadow.write(MANIFEST_NAME, content)
        tree = walk(place.output)
    strangers = find_strangers(tree, {*before.manifest.files, *staged.manifest.files})
    _check_conflicts(place, strangers, staged, before)
    removed = _find_removed(tree, before, staged)
    reason = ""
    if is_changed:
        try:
            strangers = {**strangers, **_exchange_trees(place, shadow, staged, before, strangers)}
        except Refused as refusal:
            reason = str(refusal)
            _replace_by_file(place, shadow, staged, before, removed)
    return Published(
        created=len(staged.written - before.manifest.files.keys()),
        changed=len(staged.written & before.manifest.files.keys()),
        unchanged=len(staged.unchanged),
        removed=len(removed),
        kept=names_of(strangers),
        swapped=is_changed and not reason,
        reason=reason,
        changed_paths=tuple(sorted(staged.written)),
    )


def _check_conflicts(place: Place, strangers: Tree, staged: Staged, before: ManifestOnDisk) -> None:
    """Raise DragomanError if something that we did not write stands where we must write."""
    made = staged.manifest.files
    folders = folders_of(made.keys())
    conflicts = set(staged.conflicts)
    for path, entry in strangers.items():
        in_the_way = path in made if entry.kind is Kind.FOLDER else path in folders
        if in_the_way or any(parent in made for parent in iter_parents(path)):
            conflicts.add(path)
    if not conflicts:
        return
    names = sorted(conflicts)
    shown = ", ".join(repr(name) for name in names[:_SHOWN])
    more = f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else ""
    whose = "which nobody can tell to be ours, since the manifest is damaged" if before.damaged else "which is not ours"
    raise DragomanError(
        f"in {str(place.output)!r} stands {shown}{more}, {whose}, where a page must be written; {UNTOUCHED}",
        hint="move it away (after another generator: empty the folder), or choose another folder with --output",
    )


def _find_removed(tree: Tree, before: ManifestOnDisk, staged: Staged) -> frozenset[str]:
    # Only what the walk has seen: it follows no link, so nothing outside the output is ever among them.
    old = before.manifest.files.keys() - staged.manifest.files.keys()
    return frozenset(path for path in old if path in tree and tree[path].kind is not Kind.FOLDER)


def _exchange_trees(
    place: Place,
    shadow: Shadow,
    staged: Staged,
    before: ManifestOnDisk,
    strangers: Tree,
) -> Tree:
    """Complete the shadow and put it in the output's place; what was found in it of strangers. Raises Refused."""
    if place.reason:
        raise Refused(place.reason)
    _refuse_repositories(strangers)
    with explained(place.output, consequence=UNTOUCHED):
        exists = place.output.is_dir()
        if exists:
            shadow.try_exchange()
        late = shadow.mirror(
            place.output,
            shared={**staged.unchanged, **strangers},
            written=staged.written,
            since=before.written_ns if before.content else None,
        )
        shadow.finish(mode=stat.S_IMODE(place.output.stat().st_mode) if exists else _FOLDER_MODE)
        try:
            if exists:
                exchange(shadow.root, place.output)
            else:
                shadow.root.rename(place.output)
        except OSError as error:
            if error.errno in REFUSALS:
                raise Refused(f"{str(place.output)!r} cannot be exchanged as a whole ({error.strerror})") from error
            raise
    return late


def _refuse_repositories(strangers: Tree) -> None:
    # Its own program may be writing to it right now: it can neither be shared by two trees nor be moved between them.
    for path, entry in strangers.items():
        if entry.kind is Kind.FOLDER and path.rpartition("/")[2] in REPOSITORIES:
            raise Refused(f"{path!r} in the output is a repository of its own")


def _replace_by_file(
    place: Place,
    shadow: Shadow,
    staged: Staged,
    before: ManifestOnDisk,
    removed: Collection[str],
) -> None:
    with explained(place.output, consequence=BY_FILE):
        replace_by_file(
            place.output,
            shadow,
            written=staged.written,
            removed=removed,
            before=before.manifest,
            after=staged.manifest,
        )
        shadow.discard()
