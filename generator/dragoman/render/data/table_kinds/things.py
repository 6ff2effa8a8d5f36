"""Tables of what contacts refer to: people with their offices, organisations, places, topics, terms."""

from __future__ import annotations

from dragoman.model.organisations import OrganisationKind
from dragoman.model.places import PlaceKind
from dragoman.render.data import table_rows as rows
from dragoman.render.data.columns import Column, TableKind, Type
from dragoman.render.data.table_kinds.shared import id_column, number_column, text_column, word_column

THINGS: tuple[TableKind, ...] = (
    TableKind(
        name="topics",
        description="What contacts and statements are about.",
        key=("id",),
        make_rows=lambda data: data.topics,
        columns=(
            id_column("The topic’s id."),
            text_column("name", "The topic’s name."),
            text_column("definition", "What belongs to it, as inline Markdown."),
            Column(name="broader", description="The broader topic.", refers_to="topics"),
        ),
    ),
    TableKind(
        name="organisations",
        description="States, ministries, international organisations, de facto authorities, media.",
        key=("id",),
        make_rows=lambda data: data.organisations,
        columns=(
            id_column("The organisation’s id; for a state its ISO 3166-1 code of two letters."),
            text_column("name", "The organisation’s name."),
            text_column("short", "A shorter name."),
            word_column("kind", "What kind of organisation it is.", OrganisationKind, required=True),
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
            text_column("note", "A note, as inline Markdown."),
        ),
    ),
    TableKind(
        name="people",
        description="Those who take part in contacts, or speak about them.",
        key=("id",),
        make_rows=lambda data: data.people,
        columns=(
            id_column("The person’s id."),
            text_column("name", "The person’s name."),
            text_column("sort", "The name in the form by which it is sorted."),
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
            number_column("The spelling’s number, from 1."),
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
        key=("person", "number"),
        make_rows=rows.iter_offices,
        columns=(
            Column(name="person", description="The person.", required=True, refers_to="people"),
            number_column("The office’s number, from 1."),
            id_column("The office’s id among that person’s offices."),
            Column(
                name="organisation",
                description="The organisation that it is an office of.",
                required=True,
                refers_to="organisations",
            ),
            text_column("title", "The office’s title."),
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
            id_column("The place’s id."),
            text_column("name", "The name that the site uses."),
            word_column("kind", "What kind of place it is.", PlaceKind, required=True),
            Column(
                name="country",
                description="Ids of the organisations, mostly states, that it lies in, separated by blanks.",
            ),
            Column(name="lat", description="Latitude in degrees (WGS 84).", type=Type.NUMBER),
            Column(name="lon", description="Longitude in degrees (WGS 84).", type=Type.NUMBER),
            text_column("note", "A note, as inline Markdown."),
        ),
    ),
    TableKind(
        name="terms",
        description="Things that sides name differently.",
        key=("id",),
        make_rows=lambda data: data.terms,
        columns=(
            id_column("The term’s id."),
            text_column("name", "The name that the site uses."),
            text_column("definition", "What is meant, as inline Markdown."),
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
            number_column("The name’s number, from 1."),
            Column(name="text", description="The name.", required=True),
            Column(name="lang", description="Its language (BCP 47).", required=True),
            Column(name="used_by", description="Who uses it: ids of organisations or plain names, separated by “; ”."),
            Column(name="from", description="Since when, in EDTF."),
            Column(name="to", description="Until when, in EDTF."),
            Column(name="source", description="Where that is known from."),
        ),
    ),
)
