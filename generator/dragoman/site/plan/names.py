"""Names in the order of a language, and grouped by first letter."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import TypeVar

from dragoman.i18n.sorting import initial_letter, sort_key
from dragoman.model.organisations import Organisation
from dragoman.model.people import Person
from dragoman.model.text import Localized
from dragoman.site.catalog import LinkedEvent
from dragoman.site.other_names import NamedRecord
from dragoman.site.views import Counted, LetterGroup

Entry = TypeVar("Entry")


@dataclass(frozen=True, slots=True, kw_only=True)
class Alphabet:
    """How a page's language sorts; a name it lacks is sorted by its text in ``default``, the site's language."""

    language: str
    default: str

    def text(self, name: Localized) -> str:
        """A text as it is shown in this language."""
        return name.resolve((self.language, self.default)).text

    def sorting_name(self, record: NamedRecord) -> str:
        """What a record is sorted by: for a person the sorting form of the name, where there is one."""
        match record:
            case Person():
                return self.text(record.sort or record.name)
            case Organisation():
                return self.text(record.short or record.name)
            case _:
                return self.text(record.name)

    def sort(self, entries: Iterable[Entry], get_record: Callable[[Entry], NamedRecord]) -> tuple[Entry, ...]:
        """The entries by name; equal names by id, so that the order never depends on files."""

        def key(entry: Entry) -> tuple[object, str]:
            record = get_record(entry)
            return (sort_key(self.sorting_name(record), self.language), record.id)

        return tuple(sorted(entries, key=key))

    def sort_records(self, records: Iterable[Organisation]) -> tuple[Organisation, ...]:
        """Organisations by name."""
        return self.sort(records, lambda record: record)

    def group(self, entries: Iterable[Counted]) -> tuple[LetterGroup, ...]:
        """The entries by name, under their first letters."""
        in_order = self.sort(entries, lambda entry: entry.record)
        lettered = groupby(in_order, lambda entry: initial_letter(self.sorting_name(entry.record), self.language))
        return tuple(LetterGroup(letter=letter, entries=tuple(group)) for letter, group in lettered)


def count_events(events: Mapping[str, tuple[LinkedEvent, ...]], record_id: str) -> int:
    """How many listed events lead from a record."""
    return len(events.get(record_id, ()))
