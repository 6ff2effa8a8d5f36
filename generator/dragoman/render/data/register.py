"""Which ids have been published, so that none of them ever leads nowhere.

Published with the data and frozen with each release; a build compares its own with those it finds there.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Self

from dragoman.errors import DragomanError
from dragoman.model.records import Record
from dragoman.site.catalog import Catalog

REGISTER = "ids.json"
#: Ids of states, which have a page as soon as a record refers to them, and none when no record does.
_STATE = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Register:
    """The ids that lead somewhere, by kind of record: the present ones and the former ones, never drafts."""

    ids: Mapping[str, frozenset[str]]

    @classmethod
    def of(cls, catalog: Catalog) -> Self:
        """What a catalog makes good on. A retracted event has its page and so its id."""
        records: Mapping[str, Iterable[Record]] = {
            "events": [event.record for event in catalog.events.values() if not event.record.draft],
            "people": catalog.people.values(),
            "organisations": [item for item in catalog.organisations.values() if len(item.id) != _STATE],
            "places": catalog.places.values(),
            "topics": catalog.topics.values(),
            "terms": catalog.terms.values(),
        }
        return cls(
            ids={
                kind: frozenset(name for record in found for name in (record.id, *record.former_ids))
                for kind, found in records.items()
            }
        )

    def to_bytes(self) -> bytes:
        """JSON, sorted."""
        return (json.dumps({kind: sorted(ids) for kind, ids in self.ids.items()}, indent=1) + "\n").encode()


def parse_register(content: bytes, name: str) -> Register:
    """What ``to_bytes`` wrote. Raises DragomanError, with the file's ``name``, for anything else."""
    try:
        tree = json.loads(content)
        return Register(ids={str(kind): frozenset(map(str, ids)) for kind, ids in tree.items()})
    except (ValueError, AttributeError, TypeError) as error:
        raise DragomanError(
            f"{name} does not list the published ids any more: {error}", hint="restore it, or remove it to begin anew"
        ) from error


def merge_registers(registers: Iterable[Register]) -> Register:
    """All ids of several registers."""
    ids: dict[str, frozenset[str]] = {}
    for register in registers:
        for kind, found in register.ids.items():
            ids[kind] = ids.get(kind, frozenset()) | found
    return Register(ids=ids)


def find_vanished(published: Register, present: Register, forgotten: Collection[str] = ()) -> tuple[str, ...]:
    """The published ids that lead nowhere now, as ``events/ID``, sorted; without those to be forgotten."""
    gone = (
        f"{kind}/{record_id}"
        for kind, ids in published.ids.items()
        for record_id in ids - present.ids.get(kind, frozenset())
    )
    return tuple(sorted(set(gone) - set(forgotten)))


def describe_vanished(vanished: Collection[str]) -> DragomanError:
    """What stops a build whose ids have vanished, and what is to be done about it."""
    shown, more = ", ".join(sorted(vanished)[:5]), len(vanished) - 5
    return DragomanError(
        f"{shown}{f' and {more} more' if more > 0 else ''} {'was' if len(vanished) == 1 else 'were'} published and "
        "would now lead nowhere",
        hint="after a rename, write the old id into `former_ids` of the record; a contact that was wrong stays, with "
        '`retracted`; for what nobody can have seen yet, set DRAGOMAN = {"forgotten_ids": ["events/ID"]}',
    )
