"""What `dragoman new` asks about each kind of record, as options and at a terminal. Knows no site."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, get_args

import click

from dragoman.content.files import Kind
from dragoman.model.event import EventType, Part, Status
from dragoman.model.organisations import OrganisationKind
from dragoman.model.places import PlaceKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One thing to be told. ``field`` is the record's, ``option`` how the command calls it.

    ``refers_to`` is the kind of record that an answer names; ``choices`` the words that it may be. ``example`` is how
    an answer looks, shown to whoever is asked.
    """

    field: str
    option: str
    help: str
    metavar: str = "TEXT"
    is_localized: bool = False
    is_list: bool = False
    is_required: bool = False
    refers_to: Kind | None = None
    choices: tuple[str, ...] = ()
    is_number: bool = False
    example: str = ""

    @property
    def label(self) -> str:
        """What is asked at a terminal."""
        return f"{self.option.capitalize()} ({self.example})" if self.example else self.option.capitalize()

    @property
    def type(self) -> click.ParamType[Any] | None:
        """How the command line converts an answer."""
        if self.choices:
            return click.Choice(self.choices)
        return click.FLOAT if self.is_number else click.STRING


def _text(field: str, words: str, *, required: bool = False) -> Question:
    help_text = f"{words}; --{field}-LANG for a language."
    return Question(field=field, option=field, help=help_text, is_localized=True, is_required=required)


def _record(field: str, kind: Kind, words: str, *, option: str = "", many: bool = False) -> Question:
    return Question(
        field=field, option=option or field, help=f"{words}: id or name.", metavar="WHICH",
        refers_to=kind, is_list=many,
    )  # fmt: skip


QUESTIONS: Mapping[Kind, tuple[Question, ...]] = {
    Kind.EVENT: (
        Question(
            field="date", option="date", help="The day, as far as it is known.", metavar="DATE", is_required=True,
            example="2024-06-04; 2024-06 if only the month is known",
        ),
        Question(
            field="type", option="type", help="The kind of contact.", metavar="TYPE", is_required=True,
            choices=get_args(EventType), example="call, meeting, visit …; Tab shows all",
        ),
        Question(
            field="participants", option="participant", metavar="[PART:]WHO", is_list=True, refers_to=Kind.PERSON,
            help="Who took part, by id or name, with the part before a colon (caller:blinken); repeat it.",
        ),
        _record("place", Kind.PLACE, "Where it was"),
        _record("topics", Kind.TOPIC, "What it was about, repeated", option="topic", many=True),
        _text("title", "The title"),
        _text("summary", "The summary"),
        Question(
            field="status", option="status", help="What became of it.", metavar="STATUS", choices=get_args(Status),
            example="empty: held",
        ),
        Question(
            field="sources", option="source", help="The address of a source; repeat it.", metavar="URL", is_list=True
        ),
    ),
    Kind.PERSON: (_text("name", "The name", required=True),),
    Kind.ORGANISATION: (
        _text("name", "The name", required=True),
        Question(
            field="kind", option="kind", help="What it is.", metavar="KIND",
            choices=get_args(OrganisationKind), example="ministry, agency, media …; Tab shows all",
        ),
        _record("parent", Kind.ORGANISATION, "What it belongs to"),
    ),
    Kind.PLACE: (
        _text("name", "The name", required=True),
        Question(
            field="kind", option="kind", help="What it is.", metavar="KIND",
            choices=get_args(PlaceKind), example="city, building …; Tab shows all",
        ),
        _record("in", Kind.ORGANISATION, "What it lies in"),
        Question(field="lat", option="lat", help="The latitude in degrees.", metavar="DEGREES", is_number=True),
        Question(field="lon", option="lon", help="The longitude in degrees.", metavar="DEGREES", is_number=True),
    ),
    Kind.TOPIC: (
        _text("name", "The name", required=True),
        _text("definition", "What belongs to it"),
        _record("broader", Kind.TOPIC, "The topic that it is a part of"),
    ),
    Kind.TERM: (_text("name", "The site’s own usage", required=True), _text("definition", "What is meant")),
}  # fmt: skip

#: The parts that a participant may be given.
PARTS: tuple[str, ...] = get_args(Part)
