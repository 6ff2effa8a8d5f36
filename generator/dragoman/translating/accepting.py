"""Changes to files that follow from accepting translations, or from taking in a translator's: new bytes, unwritten."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from dragoman.content.files import Loaded, SourceFile
from dragoman.content.index import Index
from dragoman.content.reading import read_file
from dragoman.content.settings import Settings
from dragoman.diagnostics import Severity
from dragoman.model.records import Method, Record
from dragoman.model.translations import Standing
from dragoman.translating.entries import Entry
from dragoman.translating.po import Offer
from dragoman.translating.stamping import stamp
from dragoman.translating.writing import CannotWriteError, set_stamps, set_texts


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A file's new content, and how many texts are changed or stamped in it."""

    source: SourceFile
    content: bytes
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """A file that stays as it is, and why."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What is to be written, and what could not be."""

    changes: tuple[Change, ...]
    refused: tuple[Refused, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """From which language and how translations were made; None leaves what a record says, or the usual."""

    from_: str | None = None
    method: Method | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sorted:
    """What becomes of a PO file's offers, by the texts' keys.

    ``taken`` go into the files. ``outdated`` were made from an original that has changed since, ``unknown`` belong
    to no text of the site, ``untranslated`` are empty or fuzzy, ``same`` say what is there already.
    """

    taken: Mapping[str, str]
    outdated: tuple[str, ...]
    unknown: tuple[str, ...]
    untranslated: int
    same: int


def sort_offers(offers: Iterable[Offer], entries: Iterable[Entry]) -> Sorted:
    """Decide on every offer. One that equals a stale translation is taken: its translator has confirmed it."""
    known = {entry.key: entry for entry in entries}
    taken: dict[str, str] = {}
    outdated, unknown = [], []
    untranslated = same = 0
    for offer in offers:
        entry = known.get(offer.key)
        text = unicodedata.normalize("NFC", offer.translation)
        if entry is None or entry.original is None:
            unknown.append(offer.key or offer.original)
        elif not text.strip():
            untranslated += 1
        elif entry.original != unicodedata.normalize("NFC", offer.original):
            outdated.append(offer.key)
        elif text == entry.translation and entry.standing is not Standing.STALE:
            same += 1
        else:
            taken[offer.key] = text
    return Sorted(taken=taken, outdated=tuple(outdated), unknown=tuple(unknown), untranslated=untranslated, same=same)


def accept(entries: Iterable[Entry], loaded: Loaded, index: Index, manner: Manner) -> Outcome:
    """Stamp these texts as translated from their present originals."""
    return _change_all((entry for entry in entries if entry.translation is not None), {}, loaded, index, manner)


def take_in(
    texts: Mapping[str, str], entries: Iterable[Entry], loaded: Loaded, index: Index, manner: Manner
) -> Outcome:
    """Write translations (by key) into their files, and stamp them. No other text is touched."""
    return _change_all((entry for entry in entries if entry.key in texts), texts, loaded, index, manner)


def _change_all(
    entries: Iterable[Entry], texts: Mapping[str, str], loaded: Loaded, index: Index, manner: Manner
) -> Outcome:
    sources = {source.path: source for source in loaded.files}
    by_path: dict[str, list[Entry]] = {}
    for entry in entries:
        by_path.setdefault(entry.path, []).append(entry)
    changes: list[Change] = []
    refused: list[Refused] = []
    for path, group in sorted(by_path.items()):
        record = index.records[group[0].kind][group[0].id]
        try:
            content = _write(sources[path], record, group, texts, index.settings, manner)
        except CannotWriteError as error:
            refused.append(Refused(path=path, reason=str(error)))
            continue
        if content != sources[path].content:
            changes.append(Change(source=sources[path], content=content, count=len(group)))
    return Outcome(changes=tuple(changes), refused=tuple(refused))


def _write(
    source: SourceFile,
    record: Any,
    entries: Sequence[Entry],
    texts: Mapping[str, str],
    settings: Settings,
    manner: Manner,
) -> bytes:
    """The file's new content, which must still be a record: a translation may be too long for its field."""
    new = {
        (*entry.judged.text.path, entry.judged.language): texts[entry.key] for entry in entries if entry.key in texts
    }
    changed = replace(source, content=set_texts(source, new))
    if isinstance(record, Record):  # the site and its coverage keep no stamps
        default = settings.languages[0]
        language = entries[0].judged.language
        names = {entry.name for entry in entries}
        stamps = stamp(record, language, default, names=names, from_=manner.from_, method=manner.method)
        changed = replace(changed, content=set_stamps(changed, stamps))
    reading = read_file(changed, settings)
    if reading.record is None:
        errors = (finding for finding in reading.findings if finding.severity is Severity.ERROR)
        raise CannotWriteError("; ".join(f"line {error.location.line}: {error.message}" for error in errors))
    return changed.content
