"""What records are called, in any language and at any time, to find the one that somebody meant by a name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dragoman.content.files import Kind
from dragoman.content.identifiers import suggest_id
from dragoman.content.index import Index

_SHORTEST_WORD = 4


class Calling:
    """The names of an index's records, gathered for a kind when it is first asked for."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._gathered: dict[Kind, tuple[dict[str, str], dict[str, set[str]]]] = {}

    def find_by_name(self, name: str, kinds: tuple[Kind, ...]) -> str | None:
        """The id of the record that has, or had, this name. Events have titles, which say too little."""
        wanted = _simplify(name)
        gathered = (self._gather(kind)[0] for kind in kinds if kind is not Kind.EVENT)
        return next((by_name[wanted] for by_name in gathered if wanted in by_name), None)

    def find_by_word(self, word: str, kinds: tuple[Kind, ...]) -> str | None:
        """The id of the only record in whose names this is a word; None where there are several, or none."""
        wanted = _simplify(word)
        if len(wanted) < _SHORTEST_WORD:
            return None
        gathered = (self._gather(kind)[1] for kind in kinds if kind is not Kind.EVENT)
        found = set().union(*(by_word.get(wanted, ()) for by_word in gathered))
        return found.pop() if len(found) == 1 else None

    def _gather(self, kind: Kind) -> tuple[dict[str, str], dict[str, set[str]]]:
        """Ids by name, and by each of its words."""
        if kind not in self._gathered:
            by_name: dict[str, str] = {}
            by_word: dict[str, set[str]] = {}
            for identifier, record in self._index.records[kind].items():
                for name in map(_simplify, _iter_names(record)):
                    by_name.setdefault(name, identifier)
                    for word in name.split("-"):
                        by_word.setdefault(word, set()).add(identifier)
            self._gathered[kind] = by_name, by_word
        return self._gathered[kind]


def _simplify(name: str) -> str:
    return suggest_id(name) or name.casefold()


def _iter_names(record: Any) -> Iterator[str]:
    """All that a record is called, or was: names, aliases, names used by others, words to find a topic by, old ids."""
    yield from (text for _, text in record.name.texts)
    yield from record.former_ids
    yield from getattr(record, "aliases", ())
    yield from (used.text for used in getattr(record, "names", ()))
    for words in getattr(record, "also", {}).values():
        yield from words
