"""Every text of a site that one language should have, with its place: what status shows and translators are given."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from dragoman.content.files import Kind, Loaded, SourceFile
from dragoman.content.index import Index
from dragoman.content.reading import read_data, read_file
from dragoman.content.settings import Settings
from dragoman.history import History
from dragoman.i18n.names import is_territory
from dragoman.model.records import Record
from dragoman.model.translations import Judged, Standing, iter_translatable, judge_translations, matches
from dragoman.translating.writing import has_text

#: How many commits that touch the files in question are searched for an original that has since changed.
FURTHEST = 500


@dataclass(frozen=True, kw_only=True)  # without slots, to remember its key
class Entry:
    """One text of one record, and how its translation into one language stands."""

    kind: Kind
    id: str
    path: str
    judged: Judged

    @cached_property
    def key(self) -> str:
        """``event/2023-09-26-blinken-aliyev:title``: what a translator's tool shows as the context."""
        return make_key(self.kind, self.id, self.judged.text.name)

    @property
    def name(self) -> str:
        return self.judged.text.name

    @property
    def standing(self) -> Standing:
        return self.judged.standing

    @property
    def original(self) -> str | None:
        """The text in the language that is translated from; None where there is none (only if this is missing)."""
        return self.judged.text.value.find(self.judged.from_)

    @property
    def translation(self) -> str | None:
        return self.judged.text.value.find(self.judged.language)


def make_key(kind: Kind, record_id: str, name: str) -> str:
    """A text's name in the whole site."""
    return f"{kind.value}/{record_id}:{name}"


def judge_site(loaded: Loaded, index: Index, language: str, *, from_: str | None = None) -> tuple[Entry, ...]:
    """All texts that the files hold and that ``language`` should have, by kind and id.

    What says nothing else is a translation from ``from_``, by default the site's first language. Names of states that
    CLDR lends and nobody has written are no texts of the site.
    """
    sources = {source.path: source for source in loaded.files}
    default = from_ or index.settings.languages[0]
    entries = (
        Entry(kind=kind, id=record_id, path=index.get_path(kind, record_id), judged=judged)
        for kind, records in index.records.items()
        for record_id, record in sorted(records.items())
        for judged in judge_translations(record, language, default)
    )
    lent = _find_lent(sources, index)
    return tuple(entry for entry in entries if (entry.path, entry.judged.text.path) not in lent)


def _find_lent(sources: Mapping[str, SourceFile], index: Index) -> frozenset[tuple[str, Any]]:
    """The texts of states that stand in no file, by the file's path and theirs."""
    states = (
        (index.get_path(Kind.ORGANISATION, record_id), record)
        for record_id, record in index.records[Kind.ORGANISATION].items()
        if is_territory(record_id)
    )
    return frozenset(
        (path, text.path)
        for path, record in states
        for data in (read_data(sources[path]),)
        for text in iter_translatable(record)
        if not has_text(data, text.path)
    )


def find_earlier_originals(
    entries: Iterable[Entry], index: Index, history: History, *, furthest: int = FURTHEST
) -> Mapping[str, str]:
    """For stale entries, the original that the translation was made from, by the entry's key, where git has it."""
    by_path: dict[str, list[tuple[Entry, str]]] = {}
    for entry in entries:
        if entry.standing is Standing.STALE:
            by_path.setdefault(entry.path, []).append((entry, _get_stamp(entry, index)))
    paths = {path: _list_paths(stale[0][0], index) for path, stale in by_path.items()}
    versions = history.find_versions((one for group in paths.values() for one in group), most=furthest)
    found: dict[str, str] = {}
    for path, stale in by_path.items():
        blobs = tuple(blob for one in paths[path] for blob in versions.get(one, ()))
        found.update(_search(path, stale, blobs, index, history))
    return found


def _list_paths(entry: Entry, index: Index) -> tuple[str, ...]:
    """Where the record's file is, and where it was under its former ids."""
    record: Record = index.records[entry.kind][entry.id]
    folder = entry.path.rpartition("/")[0]
    return (entry.path, *(f"{folder}/{former}.yaml" for former in record.former_ids))


def _get_stamp(entry: Entry, index: Index) -> str:
    record: Record = index.records[entry.kind][entry.id]
    return record.translations[entry.judged.language].of[entry.name]


def _search(
    path: str, stale: list[tuple[Entry, str]], blobs: tuple[str, ...], index: Index, history: History
) -> Iterator[tuple[str, str]]:
    """Go back through one file's versions until every original is found."""
    wanted = {entry.key: (entry, stamp) for entry, stamp in stale}
    contents = history.read(blobs)
    for blob in blobs:
        if not wanted:
            return
        if blob not in contents:
            continue
        texts = _read_texts(path, stale[0][0].kind, contents[blob], index.settings)
        for key, (entry, stamp) in list(wanted.items()):
            original = next((text for text in texts.get(entry.judged.from_, ()) if matches(stamp, text)), None)
            if original is not None:
                del wanted[key]
                yield key, original


def _read_texts(path: str, kind: Kind, content: bytes, settings: Settings) -> dict[str, list[str]]:
    """The texts of a file's earlier version, by language; none where it cannot be read."""
    source = SourceFile(path=path, kind=kind, content=content, size=len(content), digest="")
    record = read_file(source, settings).record
    texts: dict[str, list[str]] = {}
    for text in iter_translatable(record) if record is not None else ():
        for language, written in text.value.texts:
            texts.setdefault(language, []).append(written)
    return texts
