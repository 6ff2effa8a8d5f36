"""The tables of a site, with every column's meaning. The data dictionary is made from this."""

from __future__ import annotations

from typing import Any, get_args

from dragoman.model.event import Disputed, EventType, Part, ReadoutKind, RelatedType, Relation, Status
from dragoman.model.organisations import OrganisationKind
from dragoman.model.places import PlaceKind
from dragoman.render.data import table_rows as rows
from dragoman.render.data.columns import Column, TableKind, Type
from dragoman.site.catalog import CellKind


def _id(description: str) -> Column:
    return Column(name="id", description=description, required=True)


def _number(description: str) -> Column:
    return Column(name="number", description=description, type=Type.INTEGER, required=True)


def _text(name: str, description: str) -> Column:
    return Column(name=name, description=description, localized=True)


def _word(name: str, description: str, words: Any, *, required: bool = False) -> Column:
    return Column(name=name, description=description, words=tuple(get_args(words)), required=required)


_EVENT = Column(name="event", description="The contact.", required=True, refers_to="events")
_TOPIC = Column(name="topic", description="The topic.", required=True, refers_to="topics")
_DATE = (
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
_PERSON = (
    Column(name="person", description="The person.", refers_to="people"),
    Column(name="office", description="The office that the person held then: its id among that person’s offices."),
    _text("office_title", "The office’s title."),
    Column(name="office_certain", description="Whether that office was held then for certain.", type=Type.FLAG),
)
_SOURCES = Column(name="sources", description="Handles of the contact’s sources, separated by blanks.")

KINDS: tuple[TableKind, ...] = (
    TableKind(
        name="topics",
        description="What contacts and statements are about.",
        key=("id",),
        make_rows=lambda data: data.topics,
        columns=(
            _id("The topic’s id."),
            _text("name", "The topic’s name."),
            _text("definition", "What belongs to it, as inline Markdown."),
            Column(name="broader", description="The broader topic.", refers_to="topics"),
        ),
    ),
    TableKind(
        name="organisations",
        description="States, ministries, international organisations, de facto authorities, media.",
        key=("id",),
        make_rows=lambda data: data.organisations,
        columns=(
            _id("The organisation’s id; for a state its ISO 3166-1 code of two letters."),
            _text("name", "The organisation’s name."),
            _text("short", "A shorter name."),
            _word("kind", "What kind of organisation it is.", OrganisationKind, required=True),
            Column(name="parent", description="The organisation that it belongs to.", refers_to="organisations"),
            Column(
                name="side",
                description="The side that it speaks for: what stands at the top of its parents.",
                refers_to="organisations",
            ),
            Column(name="website", description="Its website."),
            Column(name="wikidata", description="Its item in Wikidata."),
            Column(name="from", description="Since when it has existed, in EDTF."),
            Column(name="to", description="Until when it existed, in EDTF."),
            _text("note", "A note, as inline Markdown."),
        ),
    ),
    TableKind(
        name="people",
        description="Those who take part in contacts, or speak about them.",
        key=("id",),
        make_rows=lambda data: data.people,
        columns=(
            _id("The person’s id."),
            _text("name", "The person’s name."),
            _text("sort", "The name in the form by which it is sorted."),
            Column(name="wikidata", description="The person’s item in Wikidata."),
        ),
    ),
    TableKind(
        name="spellings",
        description="How people’s names are written elsewhere.",
        key=("person", "number"),
        make_rows=rows.iter_spellings,
        columns=(
            Column(name="person", description="The person.", required=True, refers_to="people"),
            _number("The spelling’s number, from 1."),
            Column(name="text", description="The name.", required=True),
            Column(
                name="lang",
                description="The language (BCP 47) whose own writing this is; empty for a spelling found in sources.",
            ),
        ),
    ),
    TableKind(
        name="offices",
        description="The offices that people held.",
        key=("person", "id"),
        make_rows=rows.iter_offices,
        columns=(
            Column(name="person", description="The person.", required=True, refers_to="people"),
            _id("The office’s id, which only that person’s offices must not share."),
            Column(
                name="organisation",
                description="The organisation that it is an office of.",
                required=True,
                refers_to="organisations",
            ),
            _text("title", "The office’s title."),
            Column(
                name="from", description="Since when it was held, in EDTF; ../2020-09-29 means not later than that day."
            ),
            Column(name="to", description="Until when it was held, in EDTF; empty if it still is."),
            Column(
                name="acting", description="Whether it was held in an acting capacity.", type=Type.FLAG, required=True
            ),
        ),
    ),
    TableKind(
        name="places",
        description="Where contacts took place, and places that sides name differently.",
        key=("id",),
        make_rows=rows.iter_places,
        columns=(
            _id("The place’s id."),
            _text("name", "The name that the site uses."),
            _word("kind", "What kind of place it is.", PlaceKind, required=True),
            Column(
                name="country",
                description="Ids of the organisations, mostly states, that it lies in, separated by blanks.",
            ),
            Column(name="lat", description="Latitude in degrees (WGS 84).", type=Type.NUMBER),
            Column(name="lon", description="Longitude in degrees (WGS 84).", type=Type.NUMBER),
            _text("note", "A note, as inline Markdown."),
        ),
    ),
    TableKind(
        name="terms",
        description="Things that sides name differently.",
        key=("id",),
        make_rows=lambda data: data.terms,
        columns=(
            _id("The term’s id."),
            _text("name", "The name that the site uses."),
            _text("definition", "What is meant, as inline Markdown."),
        ),
    ),
    TableKind(
        name="names",
        description="What places and terms are called, by whom and when.",
        key=("kind", "thing", "number"),
        make_rows=rows.iter_names,
        columns=(
            Column(
                name="kind", description="Whether a place or a term is named.", words=("place", "term"), required=True
            ),
            Column(name="thing", description="The id of the place or the term.", required=True),
            _number("The name’s number, from 1."),
            Column(name="text", description="The name.", required=True),
            Column(name="lang", description="Its language (BCP 47).", required=True),
            Column(name="used_by", description="Who uses it: ids of organisations or plain names, separated by “; ”."),
            Column(name="from", description="Since when, in EDTF."),
            Column(name="to", description="Until when, in EDTF."),
            Column(name="source", description="Where that is known from."),
        ),
    ),
    TableKind(
        name="events",
        description="The contacts, without those that were retracted.",
        key=("id",),
        make_rows=rows.iter_events,
        columns=(
            _id("The contact’s id, which never changes."),
            *_DATE,
            Column(name="time", description="When it began by the clocks of the zone, as hours and minutes."),
            Column(name="zone", description="The zone, by its name in the IANA database."),
            Column(name="duration", description="How long it took (ISO 8601)."),
            _word("type", "The kind of contact.", EventType, required=True),
            _word("status", "What became of it. Only “held” counts as having taken place.", Status, required=True),
            _text("title", "The title."),
            _text("summary", "A neutral summary, as Markdown."),
            Column(name="sides", description="Ids of the sides, separated by blanks; see event_sides."),
            Column(name="places", description="Ids of the places, separated by blanks; see event_places."),
            Column(
                name="place_unknown",
                description="Whether it is recorded that nobody knows the place.",
                type=Type.FLAG,
                required=True,
            ),
            _text("venue", "The venue."),
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
            _text("outcome_reason", "Why, as inline Markdown."),
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
        columns=(_EVENT, Column(name="side", description="The side.", required=True, refers_to="organisations")),
    ),
    TableKind(
        name="event_topics",
        description="Which contact was about what.",
        key=("event", "topic"),
        make_rows=rows.members("topics", "topic"),
        columns=(_EVENT, _TOPIC),
    ),
    TableKind(
        name="event_places",
        description="Which contact took place where.",
        key=("event", "place"),
        make_rows=rows.members("places", "place"),
        columns=(_EVENT, Column(name="place", description="The place.", required=True, refers_to="places")),
    ),
    TableKind(
        name="participants",
        description="Who took part in a contact, in the office of that day.",
        key=("event", "number"),
        make_rows=rows.each("participants"),
        columns=(
            _EVENT,
            _number("The participant’s number, from 1."),
            *_PERSON,
            Column(
                name="organisation",
                description="The office’s organisation, or the one whose delegation or unnamed official took part.",
                refers_to="organisations",
            ),
            _text("name", "The person’s name; for an organisation, who took part for it."),
            Column(name="side", description="The side that the participant speaks for.", refers_to="organisations"),
            _word("part", "The part played in the contact.", Part),
        ),
    ),
    TableKind(
        name="called",
        description="What sources called a participant’s office, where it differs.",
        key=(),
        make_rows=rows.iter_called,
        columns=(
            _EVENT,
            Column(name="participant", description="The participant’s number.", type=Type.INTEGER, required=True),
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
            _EVENT,
            Column(name="handle", description="The source’s handle, by which the contact names it.", required=True),
            _number("Its number on the contact’s page."),
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
    TableKind(
        name="readouts",
        description="The accounts of a contact: those of the sides, and reactions of others.",
        key=("event", "reaction", "id"),
        make_rows=rows.iter_readouts,
        columns=(
            _EVENT,
            Column(
                name="reaction",
                description="Whether it comes from somebody who did not take part.",
                type=Type.FLAG,
                required=True,
            ),
            _id("The account’s id within the contact."),
            Column(name="by", description="Ids of those who issued it, separated by blanks.", required=True),
            Column(name="sides", description="Ids of their sides, separated by blanks."),
            _text("attribution", "To whom it is attributed, where nobody is named."),
            _word("kind", "What kind of text it is.", ReadoutKind, required=True),
            _SOURCES,
            Column(
                name="second_hand", description="Whether only a report of it was seen.", type=Type.FLAG, required=True
            ),
            Column(
                name="extent", description="Whether the whole text was read.", words=("full", "excerpt"), required=True
            ),
            Column(
                name="published",
                description="When it was published: a day, or a date-time with its offset; empty if unknown.",
            ),
            Column(
                name="delay_days",
                description="How many days after the contact that was; empty if unknown.",
                type=Type.INTEGER,
            ),
            Column(name="rendering_of", description="The account that this one is the issuer’s translation of."),
        ),
    ),
    TableKind(
        name="searches",
        description="Searches for an account that found none.",
        key=("event", "number"),
        make_rows=rows.each("searches"),
        columns=(
            _EVENT,
            _number("The search’s number, from 1."),
            Column(
                name="by", description="Ids of those whose account was looked for, separated by blanks.", required=True
            ),
            Column(name="on", description="The day of the search, in EDTF.", required=True),
        ),
    ),
    TableKind(
        name="points",
        description="The single statements of the accounts.",
        key=("event", "reaction", "readout", "number"),
        make_rows=rows.iter_points,
        columns=(
            _EVENT,
            Column(name="reaction", description="Whether the account is a reaction.", type=Type.FLAG, required=True),
            Column(name="readout", description="The account’s id.", required=True),
            _number("The statement’s number within it, from 1."),
            _TOPIC,
            _text("text", "What was said, in the editors’ words."),
            *_PERSON,
            Column(name="quote_text", description="The words as published."),
            Column(name="quote_lang", description="Their language (BCP 47)."),
            Column(name="quote_speaker", description="Who said them.", refers_to="people"),
            Column(name="quote_source", description="The handle of the source."),
            Column(
                name="quote_rendered_from", description="The language that the published words are a translation from."
            ),
        ),
    ),
    TableKind(
        name="calls",
        description="What an account calls a place or a term.",
        key=("event", "reaction", "readout", "thing"),
        make_rows=rows.iter_calls,
        columns=(
            _EVENT,
            Column(name="reaction", description="Whether the account is a reaction.", type=Type.FLAG, required=True),
            Column(name="readout", description="The account’s id.", required=True),
            Column(name="thing", description="The id of the place or the term.", required=True),
            Column(name="text", description="What it is called.", required=True),
        ),
    ),
    TableKind(
        name="comparison",
        description="What each account, or each side without one, does with each topic.",
        key=("event", "number"),
        make_rows=rows.each("comparison"),
        columns=(
            _EVENT,
            _number("The cell’s number, from 1."),
            _TOPIC,
            Column(name="readout", description="The account’s id; empty where there is none."),
            Column(name="by", description="Ids of those of whom no account was found or read, separated by blanks."),
            Column(
                name="cell",
                description="What the account does with the topic.",
                words=tuple(kind.value for kind in CellKind),
                required=True,
            ),
        ),
    ),
    TableKind(
        name="judgements",
        description="Editors’ judgements on what accounts say about a topic; never computed.",
        key=("event", "number"),
        make_rows=rows.each("judgements"),
        columns=(
            _EVENT,
            _number("The judgement’s number, from 1."),
            _TOPIC,
            _word("relation", "How the accounts relate.", Relation, required=True),
            Column(
                name="between", description="Ids of the accounts that are meant, separated by blanks; empty for all."
            ),
            _text("note", "A note, as inline Markdown."),
        ),
    ),
    TableKind(
        name="disputed",
        description="Values other than the site’s own that a source gives.",
        key=("event", "number"),
        make_rows=rows.iter_disputed,
        columns=(
            _EVENT,
            _number("The value’s number, from 1."),
            Column(name="field", description="What is disputed.", words=tuple(Disputed.model_fields), required=True),
            Column(name="value", description="The other value, as that field is written; ids are separated by blanks."),
            _text("value_text", "The other value, where it is a sentence (participants)."),
            _SOURCES,
            _text("note", "A note, as inline Markdown."),
        ),
    ),
    TableKind(
        name="relations",
        description="How contacts relate to each other.",
        key=("event", "number"),
        make_rows=rows.iter_relations,
        columns=(
            _EVENT,
            _number("The relation’s number, from 1."),
            _word("type", "How the contact relates to the other.", RelatedType, required=True),
            Column(name="other", description="The other contact’s id; it may have been retracted.", required=True),
        ),
    ),
    TableKind(
        name="corrections",
        description="Public corrections.",
        key=("event", "number"),
        make_rows=rows.each("corrections"),
        columns=(
            _EVENT,
            _number("The correction’s number, from 1, newest first."),
            Column(name="date", description="When it was made: a day, or a date-time with its offset.", required=True),
            _text("text", "What was corrected, as inline Markdown."),
        ),
    ),
    TableKind(
        name="retractions",
        description="Contacts whose record was wrong as a whole. They are in no other table.",
        key=("id",),
        make_rows=rows.iter_retracted,
        columns=(
            _id("The retracted contact’s id."),
            Column(
                name="date", description="When it was retracted: a day, or a date-time with its offset.", required=True
            ),
            _text("text", "Why, as inline Markdown."),
        ),
    ),
)
