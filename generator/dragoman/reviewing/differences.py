"""The differences of two records of one kind, field by field, in terms of what they mean."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from dragoman.model.organisations import Organisation
from dragoman.model.people import Office
from dragoman.model.places import UsedName
from dragoman.model.text import Localized
from dragoman.model.values import Value
from dragoman.model.word_changes import Piece, compare_words
from dragoman.reviewing.aligning import align, get_name
from dragoman.reviewing.describing import describe, describe_limit

#: What is not a matter of meaning (ids and stamps), or told apart from the fields (renaming).
_PASSED_OVER = frozenset({"id", "translations", "former_ids"})
#: Words for one item of a list; the name of any other list serves as it is.
_SINGULAR = {
    "participants": "participant", "readouts": "readout", "reactions": "reaction", "points": "point",
    "offices": "office", "sources": "source", "corrections": "correction", "names": "name", "pauses": "pause",
}  # fmt: skip
#: What lasted from one date to another, so that an open date has another meaning than elsewhere.
_HAVING_TERMS = (Office, Organisation, UsedName)
#: The names of a record's parts, from the outside in: ``("readout us-state", "point 3")``.
Where = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TextChanged:
    """A text in one language became another."""

    where: Where
    language: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueChanged:
    """Anything else has another value; both in words."""

    where: Where
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """Something is there that was not, in words; ``language`` where it is a text."""

    where: Where
    what: str
    language: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Removed:
    """Something is no longer there, in words."""

    where: Where
    what: str
    language: str = ""


Difference = TextChanged | ValueChanged | Added | Removed


def find_differences(before: Any, after: Any, language: str) -> tuple[Difference, ...]:
    """All differences, in the order of the model's fields; texts that are quoted whole are in ``language``."""
    return tuple(_compare(before, after, (), language))


def _compare(before: Any, after: Any, where: Where, language: str) -> Iterator[Difference]:
    if before == after:
        return
    match before, after:
        case Localized(), Localized():
            yield from _compare_texts(before, after, where)
        case (None | (), _):
            yield Added(where=where, what=describe(after, language))
        case (_, None | ()):
            yield Removed(where=where, what=describe(before, language))
        case Value(), Value() if type(before) is type(after):
            yield from _compare_fields(before, after, where, language)
        case tuple(), tuple():
            yield from _compare_lists(before, after, where, language)
        case Mapping(), Mapping():
            yield from _compare_mappings(before, after, where, language)
        case _:
            yield ValueChanged(where=where, before=describe(before, language), after=describe(after, language))


def _compare_texts(before: Localized, after: Localized, where: Where) -> Iterator[Difference]:
    for language in dict.fromkeys((*after.languages, *before.languages)):
        old, new = before.find(language), after.find(language)
        if old is None and new is not None:
            yield Added(where=where, what=new, language=language)
        elif new is None and old is not None:
            yield Removed(where=where, what=old, language=language)
        elif old is not None and new is not None and old != new:
            yield TextChanged(where=where, language=language, pieces=compare_words(old, new))


def _compare_fields(before: Value, after: Value, where: Where, language: str) -> Iterator[Difference]:
    for name, info in type(after).model_fields.items():
        if name in _PASSED_OVER and not where:
            continue
        field = (info.alias or name).replace("_", " ")
        old, new = getattr(before, name), getattr(after, name)
        is_list = isinstance(new, tuple) and any(isinstance(item, Value) for item in (*old, *new))
        if is_list or isinstance(new, Mapping):
            label = _SINGULAR.get(name, field)
            yield from (
                _compare_items(old, new, label, where, language)
                if is_list
                else _compare_mappings(old, new, (*where, label), language)
            )
        else:
            # A point is its text: `point 3`, not `point 3 text`.
            inner = where if name == "text" and isinstance(new, Localized) else (*where, field)
            if isinstance(after, _HAVING_TERMS) and name in {"from_", "to"}:
                old, new = (date and describe_limit(date, is_start=name == "from_") for date in (old, new))
            yield from _compare(old, new, inner, language)


def _compare_items(
    before: tuple[Any, ...], after: tuple[Any, ...], label: str, where: Where, language: str
) -> Iterator[Difference]:
    for old, new, number in align(before, after):
        item = old if new is None else new
        here = (*where, f"{label} {get_name(item) or number}")
        if old is not None and new is not None and type(old) is not type(new):
            yield ValueChanged(where=here, before=describe(old, language), after=describe(new, language))
        else:
            yield from _compare(old, new, here, language)


def _compare_lists(
    before: tuple[Any, ...], after: tuple[Any, ...], where: Where, language: str
) -> Iterator[Difference]:
    """Lists of names: what came and what went. One name for another is a change."""
    gone = tuple(item for item in before if item not in after)
    new = tuple(item for item in after if item not in before)
    if len(before) == len(after) == 1:
        yield ValueChanged(where=where, before=describe(before, language), after=describe(after, language))
        return
    if gone:
        yield Removed(where=where, what=describe(gone, language))
    if new:
        yield Added(where=where, what=describe(new, language))


def _compare_mappings(
    before: Mapping[Any, Any], after: Mapping[Any, Any], where: Where, language: str
) -> Iterator[Difference]:
    *outer, label = where
    for key in dict.fromkeys((*after, *before)):
        yield from _compare(before.get(key), after.get(key), (*outer, f"{label} {key}"), language)
