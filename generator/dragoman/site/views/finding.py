"""The register of all names, and the search."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.model.organisations import Organisation
from dragoman.model.people import Person
from dragoman.model.places import Place, Term
from dragoman.model.topics import Topic
from dragoman.site.views.listings import LetterPages


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterEntry:
    """A line of the register: a record under its own name (``other_name`` is None), or under another that it has."""

    record: Person | Organisation | Place | Topic | Term
    other_name: str | None
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterLetter:
    """The lines of the register that begin with one letter."""

    letter: str
    entries: tuple[RegisterEntry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterView:
    """Everything that has a name, A to Z, under all its names; where it is much, on a page for each letter."""

    letters: tuple[RegisterLetter, ...]
    pages: LetterPages | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchView:
    """The search, and what it can be narrowed by."""

    years: tuple[int, ...]
    sides: tuple[Organisation, ...]
