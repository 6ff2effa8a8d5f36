"""Columns that several tables have."""

from __future__ import annotations

from typing import Any, get_args

from dragoman.render.data.columns import Column, Type


def id_column(description: str) -> Column:
    """The id that tells a record, or a part of one, from others."""
    return Column(name="id", description=description, required=True)


def number_column(description: str) -> Column:
    """A number from 1, which makes a key that no content can break."""
    return Column(name="number", description=description, type=Type.INTEGER, required=True)


def text_column(name: str, description: str) -> Column:
    """A text with a column for each language."""
    return Column(name=name, description=description, localized=True)


def word_column(name: str, description: str, words: Any, *, required: bool = False) -> Column:
    """One of the words of a kind of the model."""
    return Column(name=name, description=description, words=tuple(get_args(words)), required=required)


EVENT = Column(name="event", description="The contact.", required=True, refers_to="events")
TOPIC = Column(name="topic", description="The topic.", required=True, refers_to="topics")
DATE = (
    Column(name="date", description="The date as exactly as it is known, in EDTF (ISO 8601-2).", required=True),
    Column(name="day", description="The day; empty unless it is one day and nothing qualifies it.", type=Type.DAY),
    Column(
        name="not_before",
        description="The first day that can be meant; empty where that is not certain.",
        type=Type.DAY,
    ),
    Column(
        name="not_after", description="The last day that can be meant; empty where that is not certain.", type=Type.DAY
    ),
    Column(name="year", description="The year, where the whole date lies in one for certain.", type=Type.INTEGER),
    Column(
        name="month",
        description="The month (1 to 12), where the whole date lies in one for certain.",
        type=Type.INTEGER,
    ),
    Column(
        name="precision", description="How exact the date is.", words=("day", "month", "season", "year"), required=True
    ),
    Column(
        name="uncertain", description="Whether the date is uncertain (? or % in EDTF).", type=Type.FLAG, required=True
    ),
    Column(
        name="approximate",
        description="Whether the date is approximate (~ or % in EDTF).",
        type=Type.FLAG,
        required=True,
    ),
)
PERSON = (
    Column(name="person", description="The person.", refers_to="people"),
    Column(name="office", description="The office that the person held then: its id among that person’s offices."),
    text_column("office_title", "The office’s title."),
    Column(name="office_certain", description="Whether that office was held then for certain.", type=Type.FLAG),
)
SOURCES = Column(name="sources", description="Handles of the contact’s sources, separated by blanks.")
