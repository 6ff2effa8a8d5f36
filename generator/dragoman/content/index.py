"""All records that could be read, as rules see them: some may be missing because their files are broken."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from dragoman.content.fields import Found, Leaf, iter_leaves
from dragoman.content.files import Kind
from dragoman.content.settings import Settings
from dragoman.content.states import find_state
from dragoman.model.event import Event
from dragoman.model.organisations import Organisation
from dragoman.model.people import Person


def _is_reference(leaf: Leaf) -> bool:
    return leaf.reference is not None


@dataclass(frozen=True, kw_only=True, eq=False)  # without slots, to remember what refers to what
class Index:
    """Records by kind and id, and the paths of all files, by kind and id, read or broken.

    ``remains`` are broken records as far as they could be read. Where they are given, rules judge them, and not the
    whole records, which stay what is looked up.
    ``today`` is the day of the build. ``media`` are the files below content/media, ``located_media`` those of them that
    are pictures and say where they were taken.
    """

    records: Mapping[Kind, Mapping[str, Any]]
    paths: Mapping[Kind, Mapping[str, tuple[str, ...]]]
    settings: Settings
    media: frozenset[str]
    today: dt.date
    located_media: frozenset[str] = frozenset()
    remains: Mapping[Kind, Mapping[str, Any]] | None = None

    @property
    def judged(self) -> Mapping[Kind, Mapping[str, Any]]:
        """The records that rules are to judge."""
        return self.records if self.remains is None else self.remains

    @property
    def events(self) -> Mapping[str, Event]:
        return self.records[Kind.EVENT]

    @property
    def people(self) -> Mapping[str, Person]:
        return self.records[Kind.PERSON]

    def get_path(self, kind: Kind, identifier: str) -> str:
        """The path of the file that a record was read from."""
        return self.paths[kind][identifier][0]

    def iter_all(self) -> Iterator[tuple[str, Any]]:
        """Every record to be judged, with the path of its file."""
        for kind, records in self.judged.items():
            for identifier, record in records.items():
                yield self.get_path(kind, identifier), record

    @functools.cached_property
    def references(self) -> tuple[tuple[str, Any, tuple[Found, ...]], ...]:
        """Every record with the path of its file and all that refers from it to others (or to its own parts)."""
        return tuple((path, record, tuple(iter_leaves(record, _is_reference))) for path, record in self.iter_all())

    @functools.cached_property
    def parties(self) -> dict[str, str | None]:
        """What ``content.parties`` has found for an organisation: several rules ask it of every event."""
        return {}

    def iter_events(self) -> Iterator[tuple[str, Event]]:
        """Every event to be judged, with the path of its file."""
        for identifier, event in self.judged[Kind.EVENT].items():
            yield self.get_path(Kind.EVENT, identifier), event

    @property
    def has_broken_files(self) -> bool:
        """Whether any file could not be read, so that what it says of others is not known."""
        return any(self.paths[kind].keys() - self.records[kind].keys() for kind in Kind)

    def is_broken(self, kind: Kind, identifier: str) -> bool:
        """Whether there is a file for this record that could not be read."""
        return identifier in self.paths[kind] and identifier not in self.records[kind]

    def has(self, kind: Kind, identifier: str) -> bool:
        """Whether the record exists, even if its file is broken: a state always does."""
        if identifier in self.paths[kind]:
            return True
        return kind is Kind.ORGANISATION and self.find_organisation(identifier) is not None

    def find_organisation(self, identifier: str) -> Organisation | None:
        """The organisation, be it written or a state by its code; None where there is none that could be read."""
        written: Organisation | None = self.records[Kind.ORGANISATION].get(identifier)
        if written is not None or self.is_broken(Kind.ORGANISATION, identifier):
            return written
        return find_state(identifier, self.settings.languages)
