"""Tables of the contacts: when, who, where, about what, by which sources."""

from __future__ import annotations

from dragoman.model.event import EventType, Part, Status
from dragoman.render.data import table_rows as rows
from dragoman.render.data.columns import Column, TableKind, Type
from dragoman.render.data.table_kinds.shared import (
    DATE,
    EVENT,
    PERSON,
    TOPIC,
    id_column,
    number_column,
    text_column,
    word_column,
)

CONTACTS: tuple[TableKind, ...] = (
    TableKind(
        name="events",
        description="The contacts, without those that were retracted.",
        key=("id",),
        make_rows=rows.iter_events,
        columns=(
            id_column("The contact’s id, which never changes."),
            *DATE,
            Column(name="time", description="When it began by the clocks of the zone, as hours and minutes."),
            Column(name="zone", description="The zone, by its name in the IANA database."),
            Column(name="duration", description="How long it took (ISO 8601)."),
            word_column("type", "The kind of contact.", EventType, required=True),
            word_column(
                "status", "What became of it. Only “held” counts as having taken place.", Status, required=True
            ),
            text_column("title", "The title."),
            text_column("summary", "A neutral summary, as Markdown."),
            Column(name="sides", description="Ids of the sides, separated by blanks; see event_sides."),
            Column(name="places", description="Ids of the places, separated by blanks; see event_places."),
            Column(
                name="place_unknown",
                description="Whether it is recorded that nobody knows the place.",
                type=Type.FLAG,
                required=True,
            ),
            text_column("venue", "The venue."),
            Column(name="topics", description="Ids of the topics, separated by blanks; see event_topics."),
            Column(name="initiative", description="Ids of those who asked for the contact, separated by blanks."),
            Column(
                name="initiative_according_to", description="Handles of the sources that say so, separated by blanks."
            ),
            Column(
                name="outcome_by",
                description="Ids of those who cancelled, declined or postponed it, separated by blanks.",
            ),
            Column(name="outcome_on", description="When they did, in EDTF."),
            text_column("outcome_reason", "Why, as inline Markdown."),
            Column(name="part_of", description="The contact that this one is a part of; it may have been retracted."),
            Column(
                name="accounts",
                description="How many accounts of the contact there are, announcements left out.",
                type=Type.INTEGER,
                required=True,
            ),
            Column(
                name="published",
                description="When the record first appeared: a day, or a date-time with its offset.",
                required=True,
            ),
            Column(name="updated", description="When the record last changed in substance, likewise."),
            Column(
                name="changed",
                description="The latest of publication, update and correction, as a date-time.",
                required=True,
            ),
        ),
    ),
    TableKind(
        name="event_sides",
        description="Which sides took part in which contact.",
        key=("event", "side"),
        make_rows=rows.members("sides", "side"),
        columns=(EVENT, Column(name="side", description="The side.", required=True, refers_to="organisations")),
    ),
    TableKind(
        name="event_topics",
        description="Which contact was about what.",
        key=("event", "topic"),
        make_rows=rows.members("topics", "topic"),
        columns=(EVENT, TOPIC),
    ),
    TableKind(
        name="event_places",
        description="Which contact took place where.",
        key=("event", "place"),
        make_rows=rows.members("places", "place"),
        columns=(EVENT, Column(name="place", description="The place.", required=True, refers_to="places")),
    ),
    TableKind(
        name="participants",
        description="Who took part in a contact, in the office of that day.",
        key=("event", "number"),
        make_rows=rows.each("participants"),
        columns=(
            EVENT,
            number_column("The participant’s number, from 1."),
            *PERSON,
            Column(
                name="organisation",
                description="The office’s organisation, or the one whose delegation or unnamed official took part.",
                refers_to="organisations",
            ),
            text_column("name", "The person’s name; for an organisation, who took part for it."),
            Column(name="side", description="The side that the participant speaks for.", refers_to="organisations"),
            word_column("part", "The part played in the contact.", Part),
        ),
    ),
    TableKind(
        name="called",
        description="What sources called a participant’s office, where it differs.",
        key=("event", "participant", "number"),
        make_rows=rows.iter_called,
        columns=(
            EVENT,
            Column(name="participant", description="The participant’s number.", type=Type.INTEGER, required=True),
            number_column("The name’s number, from 1."),
            Column(name="person", description="The person.", required=True, refers_to="people"),
            Column(name="text", description="The office as the source calls it.", required=True),
            Column(name="lang", description="The language (BCP 47).", required=True),
            Column(name="source", description="The handle of the source.", required=True),
        ),
    ),
    TableKind(
        name="sources",
        description="Where all that is said of a contact comes from.",
        key=("event", "handle"),
        make_rows=rows.each("sources"),
        columns=(
            EVENT,
            Column(name="handle", description="The source’s handle, by which the contact names it.", required=True),
            number_column("Its number on the contact’s page."),
            Column(name="url", description="Its address."),
            Column(name="ref", description="For print and broadcast: where it is to be found."),
            Column(
                name="publisher", description="Who published it: an organisation’s id, or a plain name.", required=True
            ),
            Column(name="title", description="Its title; in square brackets, the editor’s description."),
            Column(name="lang", description="Its language (BCP 47).", required=True),
            Column(
                name="published",
                description="When it was published: a day, a date-time with its offset, or less, in EDTF.",
            ),
            Column(name="accessed", description="When it was read, in EDTF."),
            Column(name="archived", description="The address of an archived copy."),
            Column(name="via", description="Who passed it on: an organisation’s id, or a plain name."),
        ),
    ),
)
