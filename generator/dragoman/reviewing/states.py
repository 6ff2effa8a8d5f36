"""Two states of the content, and of each only the records whose files differ: what a revision holds and what is there.

Files are read into memory out of git's store; nothing is checked out.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from dragoman.content.files import CONTENT, FOLDERS, MAXIMUM_SIZE, SINGLE_FILES, Kind, Loaded, SourceFile
from dragoman.content.reading import read_data, read_file
from dragoman.content.settings import Settings, find_settings
from dragoman.diagnostics import Diagnostic, Severity
from dragoman.history import History, StoredFile

_SITE = f"{CONTENT}/site.yaml"


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """The records of the files that differ, by kind and id; their paths; and the files that could not be read."""

    records: Mapping[tuple[Kind, str], Any]
    paths: Mapping[tuple[Kind, str], str]
    unread: Mapping[str, Diagnostic]
    settings: Settings


def read_states(history: History, commit: str, present: Loaded) -> tuple[State, State]:
    """The state at a commit, and the present one, without all files that are the same in both."""
    stored = {file.path: file for file in history.list_files(commit, CONTENT) if find_kind(file.path)}
    now = {source.path: source for source in present.files}
    same = {path for path, file in stored.items() if path in now and file.holds(now[path].content)}
    wanted = [file for path, file in stored.items() if path not in same or path == _SITE]
    then = _load(wanted, history)
    before = _read((source for source in then if source.path not in same), _find_settings(then))
    after = _read((source for path, source in now.items() if path not in same), _find_settings(now.values()))
    return before, after


def find_kind(path: str) -> Kind | None:
    """What kind of record a path below the site's folder holds; None for what is no record."""
    parts = path.split("/")
    if not path.endswith(".yaml") or any(part.startswith(".") for part in parts):
        return None
    return SINGLE_FILES.get(parts[1]) if len(parts) == 2 else FOLDERS.get(parts[1])


def _load(files: Iterable[StoredFile], history: History) -> list[SourceFile]:
    files = list(files)
    contents = history.read(file.blob for file in files)
    return [
        SourceFile(
            path=file.path,
            kind=kind,
            content=content if len(content) <= MAXIMUM_SIZE else b"",
            size=len(content),
            digest=hashlib.sha256(content).hexdigest(),
        )
        for file in files
        if (kind := find_kind(file.path)) is not None and (content := contents.get(file.blob)) is not None
    ]


def _find_settings(sources: Iterable[SourceFile]) -> Settings:
    site = next((source for source in sources if source.path == _SITE), None)
    return find_settings(read_data(site)) if site else Settings()


def _read(sources: Iterable[SourceFile], settings: Settings) -> State:
    records: dict[tuple[Kind, str], Any] = {}
    paths: dict[tuple[Kind, str], str] = {}
    unread: dict[str, Diagnostic] = {}
    for source in sorted(sources, key=lambda source: source.path):
        reading = read_file(source, settings)
        key = (source.kind, source.id)
        if reading.record is None:
            errors = (finding for finding in reading.findings if finding.severity is Severity.ERROR)
            unread[source.path] = min(errors, key=lambda finding: finding.sort_key)
        elif key not in records:
            records[key] = reading.record
        paths.setdefault(key, source.path)
    return State(records=records, paths=paths, unread=unread, settings=settings)
