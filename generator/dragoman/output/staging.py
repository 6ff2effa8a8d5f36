"""The first half of a build's writing: each file is made, and waits in the shadow unless it is published already.

Knows what one build makes; must not change what is published.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from dragoman.output.collisions import PathRegister
from dragoman.output.files import Fingerprint, fingerprint_of, open_content
from dragoman.output.manifest import Manifest, ManifestOnDisk
from dragoman.output.place import Place
from dragoman.output.shadow import Shadow
from dragoman.output.tree import Entry, Kind
from dragoman.output.unchanged import look_at
from dragoman.output.words import UNTOUCHED, explained
from dragoman.rendered import OutputFile, RenderedFile, StagedFile


@dataclass(frozen=True, slots=True, kw_only=True)
class Staged:
    """A build whose files are all made: those ``written`` wait in the shadow, those ``unchanged`` are published.

    ``conflicts`` are paths where something stands that is not ours; nothing was written for them.
    """

    manifest: Manifest
    written: frozenset[str]
    unchanged: Mapping[str, Entry]
    conflicts: frozenset[str]


def stage(
    files: Iterable[OutputFile],
    place: Place,
    shadow: Shadow,
    before: ManifestOnDisk,
    *,
    thorough: bool,
) -> Staged:
    """Take ``files`` to their end and write those that ``before`` does not have into the shadow.

    What ``files`` raises is passed on as it is. Raises DragomanError for colliding paths and what the system refuses.
    """
    stager = _Stager(output=str(place.output), shadow=shadow, before=before, thorough=thorough)
    register = PathRegister()
    for file in files:
        register.add(file.path)
        with explained(place.output, consequence=UNTOUCHED):
            stager.take(file)
    return Staged(
        manifest=Manifest(files=stager.made),
        written=frozenset(stager.written),
        unchanged=stager.unchanged,
        conflicts=frozenset(stager.conflicts),
    )


@dataclass(slots=True, kw_only=True)
class _Stager:
    output: str
    shadow: Shadow
    before: ManifestOnDisk
    thorough: bool
    made: dict[str, Fingerprint | None] = field(default_factory=dict)
    written: set[str] = field(default_factory=set)
    unchanged: dict[str, Entry] = field(default_factory=dict)
    conflicts: set[str] = field(default_factory=set)

    def take(self, file: OutputFile) -> None:
        path = file.path
        self.made[path] = fingerprint = fingerprint_of(file)
        recorded = self.before.manifest.files.get(path)
        if recorded is None or recorded == fingerprint:
            trusted_until = None if recorded is None or self.thorough else self.before.written_ns
            there = look_at(f"{self.output}/{path}", fingerprint, trusted_until=trusted_until)
            if there is not None and there.is_same:
                self.unchanged[path] = there.entry
                return
            if there is not None and self._is_strange(path, there.entry):
                self.conflicts.add(path)
                return
        self.made[path] = self._write(file, fingerprint)
        self.written.add(path)

    def _is_strange(self, path: str, entry: Entry) -> bool:
        # Whether a folder is a stranger's shows only when its content is known.
        return path not in self.before.manifest.files and entry.kind is not Kind.FOLDER

    def _write(self, file: OutputFile, fingerprint: Fingerprint) -> Fingerprint:
        match file:
            case RenderedFile(path=path, content=content):
                self.shadow.write(path, content)
                return fingerprint
            case StagedFile(path=path):
                with open_content(file) as source:
                    return self.shadow.copy(path, source)  # which may have changed since it was compared
