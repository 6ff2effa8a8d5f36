"""Who and what a name in a table means: a record that is there, or one that the import makes. Knows no templates."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from dragoman.content.files import Kind
from dragoman.content.identifiers import suggest_id
from dragoman.content.index import Index
from dragoman.i18n.names import get_territory_name, territory_codes
from dragoman.model.dates import EdtfDate
from dragoman.model.offices import find_offices
from dragoman.model.people import Person
from dragoman.model.sides import find_side


class UnknownError(ValueError):
    """A name that cannot be matched with certainty; the message says why."""


@dataclass(slots=True, kw_only=True)
class New:
    """A record that the import makes. Of a person, ``of`` is the organisation, and ``dates`` those of each title."""

    id: str
    kind: Kind
    name: str
    of: str = ""
    row: int
    dates: dict[str, list[EdtfDate]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Unheld:
    """A person who is known but held no office on the day."""

    person: str


class Known:
    """The records of a site by their names, and those that an import adds to them while it goes on."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._by_name: dict[Kind, dict[str, set[str]]] = {kind: {} for kind in Kind}
        for kind in (Kind.PERSON, Kind.ORGANISATION, Kind.PLACE, Kind.TOPIC):
            for identifier, record in index.records[kind].items():
                for name in _iter_names(record):
                    self._by_name[kind].setdefault(fold(name), set()).add(identifier)
        self._states = _name_states(index.settings.languages)
        self.new: dict[tuple[Kind, str], New] = {}

    def find(self, kind: Kind, name: str) -> str | None:
        """The id of a record by its id or name, a new one included; None where there is none. Raises UnknownError."""
        if self._index.has(kind, name) or (kind, name) in self.new:
            return name
        ids = self._by_name[kind].get(fold(name), set())
        if len(ids) > 1:
            raise UnknownError(f"“{name}” may be any of {', '.join(sorted(ids))}")
        if not ids and kind is Kind.ORGANISATION:
            return self._states.get(fold(name))
        return next(iter(ids), None)

    def get_or_add(self, kind: Kind, name: str, row: int, *, may_add: bool) -> str:
        """The id of a record by its name, which is added where there is none. Raises UnknownError."""
        found = self.find(kind, name)
        if found:
            return found
        if not may_add:
            raise UnknownError(f"there is no {kind.value} “{name}”, and the mapping does not say how to make one")
        identifier = self._make_id(kind, name, "")
        self._add(New(id=identifier, kind=kind, name=name, row=row))
        return identifier

    def get_or_add_person(
        self, name: str, title: str, of: str, date: EdtfDate, row: int, *, may_add: bool
    ) -> str | Unheld:
        """The id of a person by name and, where it is known, the organisation; raises UnknownError."""
        new = self._find_new_person(name, of)
        if new:
            new.dates.setdefault(title, []).append(date)
            return new.id
        people = self._find_people(name, of)
        if len(people) > 1:
            raise UnknownError(f"“{name}” may be any of {', '.join(person.id for person in people)}")
        if people:
            [person] = people
            is_fine = not person.offices or find_offices(person.offices, date)
            return person.id if is_fine else Unheld(person=person.id)
        if not may_add:
            raise UnknownError(f"there is no person “{name}”, and the mapping does not say how to make one")
        new = New(id=self._make_id(Kind.PERSON, name, of), kind=Kind.PERSON, name=name, of=of, row=row)
        new.dates[title] = [date]
        self._add(new)
        return new.id

    def _find_new_person(self, name: str, of: str) -> New | None:
        ids = self._by_name[Kind.PERSON].get(fold(name), set())
        found = (self.new.get((Kind.PERSON, identifier)) for identifier in sorted(ids))
        return next((new for new in found if new and new.of == of), None)

    def _find_people(self, name: str, of: str) -> list[Person]:
        """The people of the site with this name: where an organisation is given, those of its side."""
        if name in self._index.people:
            return [self._index.people[name]]
        ids = self._by_name[Kind.PERSON].get(fold(name), set())
        people = [self._index.people[identifier] for identifier in sorted(ids) if identifier in self._index.people]
        if not of:
            return people
        side = self._find_side(of)
        return [
            person
            for person in people
            if not person.offices or any(self._find_side(office.of) == side for office in person.offices)
        ]

    def _find_side(self, identifier: str) -> str:
        organisation = self._index.find_organisation(identifier)
        side = find_side(organisation, self._index.find_organisation) if organisation else None
        return side.id if side else identifier

    def _make_id(self, kind: Kind, name: str, of: str) -> str:
        for text in (name, f"{name} {of}", *(f"{name} {of} {number}" for number in range(2, 100))):
            identifier = suggest_id(text)
            if identifier is None:
                raise UnknownError(
                    f"no id can be made of “{name}”: write the record yourself, or give the id in `values`"
                )
            is_state = kind is Kind.ORGANISATION and len(identifier) == 2
            if not self._index.has(kind, identifier) and (kind, identifier) not in self.new and not is_state:
                return identifier
        raise UnknownError(f"there are too many records called “{name}”")

    def _add(self, new: New) -> None:
        self.new[new.kind, new.id] = new
        self._by_name[new.kind].setdefault(fold(new.name), set()).add(new.id)


def fold(name: str) -> str:
    """A name without what may differ from one table to another: case, accents, punctuation, blanks."""
    plain = unicodedata.normalize("NFKD", name.casefold().translate(_LETTERS))
    letters = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return " ".join(_WORDS.get(word, word) for word in re.findall(r"\w+|&", letters))


def _name_states(languages: tuple[str, ...]) -> dict[str, str]:
    """The codes of all states by their names in the site's languages and in English."""
    return {
        fold(get_territory_name(code, language)): code
        for language in dict.fromkeys((*languages, "en"))
        for code in sorted(territory_codes())
    }


_WORDS = {"&": "and", "st": "saint"}
_LETTERS = str.maketrans({"ə": "a", "ı": "i", "ł": "l", "ø": "o", "đ": "d", "’": "", "'": "", "ʻ": ""})


def _iter_names(record: Any) -> Iterator[str]:
    yield from (text for _, text in record.name.texts)
    short = getattr(record, "short", None)
    if short:
        yield from (text for _, text in short.texts)
    yield from getattr(record, "aliases", ())
    yield from getattr(record, "native", {}).values()
    yield from (used.text for used in getattr(record, "names", ()))
