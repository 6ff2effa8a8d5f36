"""Loads the files below ``content/``; nothing else reads content. Knows folders and bytes, not YAML or records."""

from __future__ import annotations

import enum
import hashlib
import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from dragoman.content.media import Medium, find_problems, look_at
from dragoman.content.opening import read_safely, reason
from dragoman.diagnostics import Diagnostic, Diagnostics, Location, Severity
from dragoman.errors import DragomanError

MAXIMUM_SIZE = 256 * 1024
"""The largest record file, in bytes."""

CONTENT = "content"


class Kind(enum.Enum):
    """What a file of content describes; the value is the word for one record in messages."""

    SITE = "site"
    COVERAGE = "coverage"
    EVENT = "event"
    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    TOPIC = "topic"
    TERM = "term"


SINGLE_FILES = {"site.yaml": Kind.SITE, "coverage.yaml": Kind.COVERAGE}
FOLDERS = {
    "events": Kind.EVENT,
    "people": Kind.PERSON,
    "organisations": Kind.ORGANISATION,
    "places": Kind.PLACE,
    "topics": Kind.TOPIC,
    "terms": Kind.TERM,
}
PROSE_AND_MEDIA = ("pages", "media")
"""Folders whose files are others' to read; here they are only looked through for links and devices."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceFile:
    """One record file as it lies on the disk.

    ``path`` is relative to the site's folder, with ``/`` (``content/people/x.yaml``). ``size`` is that on the disk;
    ``content`` is empty where the file is over the limit. ``digest`` is the SHA-256 of ``content``, in hexadecimal.
    """

    path: str
    kind: Kind
    content: bytes
    size: int
    digest: str

    @property
    def id(self) -> str:
        """The record's id: the file name without ``.yaml``."""
        return self.path.rpartition("/")[2].removesuffix(".yaml")


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """All of a site's content: record files sorted by path, names of media files relative to ``content/media``.

    ``located_media`` are those of the media that are pictures and say where they were taken.
    """

    files: tuple[SourceFile, ...]
    media: frozenset[str]
    diagnostics: Diagnostics
    located_media: frozenset[str] = frozenset()


def load_folder(content: Path) -> Loaded:
    """Read the record files below ``content``; what may not be there becomes a finding, never a stop.

    Raises DragomanError where ``content`` itself is missing or unreadable: that is the operator's to mend.
    """
    if not content.is_dir():
        raise DragomanError(
            f"there is no folder {content}", hint="run the command in a site's folder, or name it with --site"
        )
    files: list[SourceFile] = []
    media: dict[str, Medium] = {}
    findings: list[Diagnostic] = []
    for entry in _iter_entries(content, CONTENT):
        match _judge(entry):
            case Diagnostic() as finding:
                findings.append(finding)
            case Kind() as kind:
                read = _read(entry, kind)
                if isinstance(read, SourceFile):
                    files.append(read)
                else:
                    findings.append(read)
            case None:
                if entry.parts[1] == "media":
                    media["/".join(entry.parts[2:])] = look_at(entry.location)
    findings += (
        _finding(f"{CONTENT}/media/{name}", problem.rule, problem.message, problem.hint)
        for name, problem in find_problems(media)
    )
    return Loaded(
        files=tuple(sorted(files, key=lambda file: file.path)),
        media=frozenset(media),
        diagnostics=Diagnostics.of(findings),
        located_media=frozenset(name for name, medium in media.items() if medium.is_located),
    )


def find_site_file(content: Path) -> SourceFile | None:
    """``site.yaml`` alone; None where it is missing or cannot be read."""
    location = content / "site.yaml"
    if location.is_symlink() or not location.is_file():
        return None
    read = _read(_Entry(location=location, path=f"{CONTENT}/site.yaml", mode=location.stat().st_mode), Kind.SITE)
    return read if isinstance(read, SourceFile) else None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    """One thing found in a folder: where it is, its path in words, and what its folder said of it."""

    location: Path
    path: str
    mode: int
    problem: str = ""

    @property
    def parts(self) -> tuple[str, ...]:
        return tuple(self.path.split("/"))


def _iter_entries(folder: Path, path: str) -> Iterator[_Entry]:
    """Everything below a folder that is not itself an ordinary folder, hidden names left out, links not followed."""
    try:
        with os.scandir(folder) as entries:
            found = sorted(entries, key=lambda entry: entry.name)
    except OSError as error:
        yield _Entry(location=folder, path=path, mode=0, problem=reason(error))
        return
    for entry in found:
        if entry.name.startswith("."):
            continue  # .gitkeep, .DS_Store and editors' swap files are nobody's records
        entry_path = f"{path}/{_printable(entry.name)}"
        try:
            mode = entry.stat(follow_symlinks=False).st_mode
        except OSError as error:
            yield _Entry(location=folder / entry.name, path=entry_path, mode=0, problem=reason(error))
            continue
        if stat.S_ISDIR(mode) and _is_known_folder(entry_path):
            yield from _iter_entries(folder / entry.name, entry_path)
        else:
            yield _Entry(location=folder / entry.name, path=entry_path, mode=mode)


def _is_known_folder(path: str) -> bool:
    return path.split("/")[1] in (*FOLDERS, *PROSE_AND_MEDIA)


def _judge(entry: _Entry) -> Kind | Diagnostic | None:
    """The kind of record that a file holds, a finding, or None where it is not ours to read."""
    if entry.problem:
        return _unreadable(entry, entry.problem)
    if stat.S_ISDIR(entry.mode):
        return _unknown_folder(entry)
    if not stat.S_ISREG(entry.mode):
        return _finding(
            entry.path,
            "unreadable-file",
            f"this is {_special_kind(entry.mode)}, not a file",
            "content is plain files and folders only: put a copy of the file here, or remove this",
        )
    if entry.parts[1] in PROSE_AND_MEDIA and len(entry.parts) > 2:
        return None
    if not entry.path.endswith(".yaml"):
        return _not_a_record(entry)
    if len(entry.parts) == 2:
        kind = SINGLE_FILES.get(entry.parts[1])
        return kind if kind is not None else _stray(entry)
    return FOLDERS[entry.parts[1]]


def _unreadable(entry: _Entry, why: str) -> Diagnostic:
    hint = "give yourself permission to read it, or remove it"
    return _finding(entry.path, "unreadable-file", f"this cannot be read: {why}", hint)


def _unknown_folder(entry: _Entry) -> Diagnostic:
    return _finding(
        entry.path,
        "wrong-folder",
        f'content has no folder "{entry.parts[-1]}"',
        f"the folders are {', '.join((*FOLDERS, *PROSE_AND_MEDIA))}",
    )


def _not_a_record(entry: _Entry) -> Diagnostic:
    stem, _, suffix = entry.parts[-1].rpartition(".")
    if suffix.lower() in ("yml", "yaml"):
        return _finding(entry.path, "bad-id", "the name of a record's file ends in .yaml", f"rename it to {stem}.yaml")
    return _finding(
        entry.path,
        "wrong-folder",
        "this is not a record, so it would never be read",
        "records end in .yaml; pictures and documents belong in content/media, prose in content/pages",
    )


def _stray(entry: _Entry) -> Diagnostic:
    return _finding(
        entry.path,
        "wrong-folder",
        "this file lies beside the folders, so it would never be read",
        "an event belongs in content/events/ and its year, a person in content/people, and so on",
    )


def _read(entry: _Entry, kind: Kind) -> SourceFile | Diagnostic:
    """The file's bytes. It may have been exchanged meanwhile, so it is opened with care."""
    try:
        content, size = read_safely(entry.location, MAXIMUM_SIZE + 1)
    except OSError as error:
        return _unreadable(entry, reason(error))
    size = max(size, len(content))
    if size > MAXIMUM_SIZE:
        content = b""
    digest = hashlib.sha256(content).hexdigest()
    return SourceFile(path=entry.path, kind=kind, content=content, size=size, digest=digest)


def _special_kind(mode: int) -> str:
    if stat.S_ISLNK(mode):
        return "a symbolic link"
    if stat.S_ISFIFO(mode):
        return "a pipe"
    return "a socket" if stat.S_ISSOCK(mode) else "a device"


def _printable(name: str) -> str:
    """A file's name as text that can be written anywhere, even where its bytes are not UTF-8."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")


def _finding(path: str, rule: str, message: str, hint: str) -> Diagnostic:
    return Diagnostic(location=Location(path=path), rule=rule, severity=Severity.ERROR, message=message, hint=hint)
