"""The draft of a record: what is known filled in, what is needed left empty, what may be needed offered as comments.

Knows which fields are worth showing at first; the model says what they are, ``descriptions`` what they mean.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from dragoman.content.examples import show_value
from dragoman.content.fields import Leaf, ListOf, MappingOf, ModelShape, OneOf, Shape
from dragoman.content.files import CONTENT, FOLDERS, Kind, SourceFile
from dragoman.content.identifiers import LONGEST_ID, suggest_id
from dragoman.content.settings import Settings
from dragoman.content.validating import get_file_shape
from dragoman.editing.descriptions import get_description, get_words
from dragoman.editing.formatting import format_text
from dragoman.editing.issuers import Issuer
from dragoman.editing.order import find_field_order
from dragoman.editing.scalars import notate
from dragoman.model.event import PLACED_TYPES

#: What is filled in: a text, a list, a mapping; None for what is still to be written.
Given: TypeAlias = Any

#: The fields that every draft shows, and those that it offers.
_SHOWN: Mapping[Kind, tuple[str, ...]] = {
    Kind.EVENT: ("date", "type", "published", "draft", "title", "summary", "participants", "topics", "sources"),
    Kind.PERSON: ("name", "sort"),
    Kind.ORGANISATION: ("name", "kind", "parent"),
    Kind.PLACE: ("name", "kind", "in"),
    Kind.TOPIC: ("name", "definition"),
    Kind.TERM: ("name", "definition"),
}
_OFFERED: Mapping[Kind, tuple[str, ...]] = {
    Kind.EVENT: ("time", "status", "initiative", "place", "readouts", "comparison", "disputed", "related"),
    Kind.PERSON: ("aliases", "wikidata", "offices"),
    Kind.ORGANISATION: ("short", "website", "note"),
    Kind.PLACE: ("names", "lat", "lon", "note"),
    Kind.TOPIC: ("broader", "also"),
    Kind.TERM: ("names",),
}
#: Of parts of a record, the fields that are shown besides those that must be there.
_WORTH_SHOWING: Mapping[str, frozenset[str]] = {
    "Account": frozenset({"source", "extent", "published", "points"}),
    "DisputedDate": frozenset({"note"}),
    "Disputed": frozenset({"date"}),
    "Initiative": frozenset({"according_to"}),
    "Judgement": frozenset({"note"}),
    "Office": frozenset({"from"}),
    "PersonParticipant": frozenset({"part"}),
    "Source": frozenset({"url", "title", "published", "accessed"}),
    "UsedName": frozenset({"used_by"}),
}
#: How an offered source or account is called where there is none yet.
_HANDLE = "source-1"


@dataclass(frozen=True, slots=True)
class _Written:
    """A text that is notated already."""

    text: str


def make_draft(kind: Kind, given: Mapping[str, Given], languages: Sequence[str], issuers: Sequence[Issuer] = ()) -> str:
    """The text of a draft, with comments in the first of the languages if the program speaks it, else in English.

    What is offered names what is given already, and has an account for each of the ``issuers``.
    """
    shape = get_file_shape(kind)
    assert isinstance(shape, ModelShape)  # noqa: S101 - only coverage is a list, and has no drafts
    handles = tuple(given.get("sources") or ())
    writer = _Writer(tuple(languages), _name_given(given, handles, issuers), issuers, handles)
    shown, offered = {*_SHOWN[kind], *given}, {*_OFFERED[kind]} - given.keys()
    if kind is Kind.EVENT and given.get("type") in PLACED_TYPES:
        shown, offered = shown | {"place"}, offered - {"place"}
    lines = [f"# {get_words('Draft', 'fill', languages[0])}", ""]
    for field in find_field_order(shape):
        if field in shown:
            lines += writer.write_shown(shape, field, given.get(field))
    lines += ["", f"# {get_words('Draft', 'offer', languages[0])}", ""]
    for field in find_field_order(shape):
        if field in offered:
            lines += writer.write_offered(shape, field)
    text = "".join(f"{line}\n" for line in lines)
    source = SourceFile(path="", kind=kind, content=b"", size=0, digest="")
    return format_text(text, source, Settings(languages=tuple(languages)))


def find_path(kind: Kind, identifier: str) -> str:
    """Where a record is written, from the site's folder."""
    folder = next(folder for folder, of_kind in FOLDERS.items() if of_kind is kind)
    year = f"{identifier[:4]}/" if kind is Kind.EVENT else ""
    return f"{CONTENT}/{folder}/{year}{identifier}.yaml"


def make_event_id(known_date: str, participants: Sequence[str], place: str | None) -> str | None:
    """``2023-09-26-blinken-aliyev`` of a date as far as it is known, and of ids; None where nothing is known."""
    if not known_date or not (participants or place):
        return None
    names = [identifier.rpartition("-")[2] for identifier in participants[:3]] or [place or ""]
    return suggest_id("-".join((known_date, *names)))


def find_free_id(identifier: str, taken: Mapping[str, object]) -> str:
    """The id, or the first of ``…-2``, ``…-3`` that no record has."""
    free, number = identifier, 1
    while free in taken:
        number += 1
        free = f"{identifier[: LONGEST_ID - 4]}-{number}"
    return free


def _name_given(given: Mapping[str, Given], handles: Sequence[str], issuers: Sequence[Issuer]) -> dict[str, str]:
    """What examples may name, since the record names it already: by field, or by the kind of record."""
    topics = given.get("topics") or ()
    named = {"source": handles[:1], "topic": topics[:1], "sides": [issuer.party for issuer in issuers[:1]]}
    return _notate_all({key: first for key, firsts in named.items() for first in firsts})


def _notate_all(names: Mapping[str, str]) -> dict[str, str]:
    return {key: notate(name, in_flow=True) for key, name in names.items()}


class _Writer:
    def __init__(
        self, languages: tuple[str, ...], names: Mapping[str, str], issuers: Sequence[Issuer] = (),
        handles: Sequence[str] = (),
    ) -> None:  # fmt: skip
        self._languages = languages
        self._names = names
        self._issuers = issuers
        self._handles = handles

    def write_shown(self, owner: ModelShape, field: str, given: Given) -> Iterator[str]:
        """A field with what it means above it; where nothing is given, with all that is needed, empty."""
        shape = owner.fields[field][1]
        yield from self._describe(owner, field, "#")
        if isinstance(shape, Leaf) and shape.is_localized:
            given = {language: (given or {}).get(language) for language in self._languages}
        yield from _write(field, self._fill(field, shape) if given is None else given, "")

    def write_offered(self, owner: ModelShape, field: str) -> Iterator[str]:
        """A field as an example, all of it as a comment."""
        yield from self._describe(owner, field, "##")  # what an editor uncomments along with the field stays a comment
        shape = owner.fields[field][1]
        offered = self._fill_accounts(shape) if field == "readouts" else self._fill(field, shape, with_examples=True)
        for line in _write(field, offered, ""):
            yield f"# {line}"

    def _fill_accounts(self, shape: Shape) -> Given:
        """An account for each issuer, of a source each as far as there are any; where none is known, an example."""
        accounts = []
        for number, issuer in enumerate(self._issuers):
            names = {"id": issuer.party, "by": issuer.organisation}
            if self._handles:
                names["source"] = self._handles[min(number, len(self._handles) - 1)]
            writer = _Writer(self._languages, {**self._names, **_notate_all(names)})
            accounts += writer._fill("readouts", shape, with_examples=True)
        return accounts or self._fill("readouts", shape, with_examples=True)

    def _describe(self, owner: ModelShape, field: str, mark: str) -> Iterator[str]:
        words = get_description(owner.model, field, self._languages[0])
        yield from textwrap.wrap(words, 100, initial_indent=f"{mark} ", subsequent_indent=f"{mark} ")

    def _show(self, field: str, shape: Shape) -> _Written:
        return _Written(show_value(field, shape, self._languages, self._names))

    def _fill(self, field: str, shape: Shape, *, with_examples: bool = False) -> Given:
        """The least that a field needs, empty or with examples."""
        match shape:
            case Leaf() if shape.is_localized:
                return dict.fromkeys(self._languages, _Written("…") if with_examples else None)
            case Leaf():
                return self._show(field, shape) if with_examples else None
            case ListOf(item=Leaf()):
                return self._show(field, shape) if with_examples else None
            case ListOf(item=item):
                return [self._fill(field, item, with_examples=with_examples)]
            case MappingOf(value=value):
                key = self._languages[0] if field == "also" else _HANDLE
                return {key: self._fill(field, value, with_examples=with_examples)}
            case OneOf(options=options):
                return self._fill(field, next(iter(options.values())), with_examples=with_examples)
            case ModelShape(fields=fields, required=required):
                wanted = required | _WORTH_SHOWING.get(shape.model.__name__, frozenset())
                return {
                    name: self._fill(name, fields[name][1], with_examples=with_examples)
                    for name in find_field_order(shape)
                    if name in wanted
                }


def _write(key: str, value: Given, pad: str) -> Iterator[str]:
    """A field and its value as lines of YAML."""
    match value:
        case None:
            yield f"{pad}{key}:"
        case bool():
            yield f"{pad}{key}: {str(value).lower()}"
        case int() | float():
            yield f"{pad}{key}: {value}"
        case str():
            yield f"{pad}{key}: {notate(value)}"
        case _Written(text=text):
            yield f"{pad}{key}: {text}"
        case Mapping():
            yield f"{pad}{key}:"
            for name, inner in value.items():
                yield from _write(name, inner, f"{pad}  ")
        case [str(), *_]:
            yield f"{pad}{key}: [{', '.join(notate(item, in_flow=True) for item in value)}]"
        case _:
            yield f"{pad}{key}:"
            for item in value:
                yield from _write_item(item, f"{pad}  ")


def _write_item(item: Mapping[str, Given], pad: str) -> Iterator[str]:
    """An item of a list: on one line if there are texts only, else below its dash."""
    if all(isinstance(value, str) for value in item.values()):
        inside = ", ".join(f"{name}: {notate(value, in_flow=True)}" for name, value in item.items())
        yield f"{pad}- {{{inside}}}"
        return
    lines = [line for name, value in item.items() for line in _write(name, value, f"{pad}  ")]
    yield f"{pad}- {lines[0].lstrip()}"
    yield from lines[1:]
