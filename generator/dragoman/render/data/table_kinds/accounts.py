"""Tables of the accounts of contacts, what they say and do not say."""

from __future__ import annotations

from dragoman.model.event import ReadoutKind, Relation
from dragoman.render.data import table_rows as rows
from dragoman.render.data.columns import Column, TableKind, Type
from dragoman.render.data.table_kinds.shared import (
    EVENT,
    PERSON,
    SOURCES,
    TOPIC,
    id_column,
    number_column,
    text_column,
    word_column,
)
from dragoman.site.catalog import CellKind

ACCOUNTS: tuple[TableKind, ...] = (
    TableKind(
        name="readouts",
        description="The accounts of a contact: those of the sides, and reactions of others.",
        key=("event", "reaction", "number"),
        make_rows=rows.iter_readouts,
        columns=(
            EVENT,
            Column(
                name="reaction",
                description="Whether it comes from somebody who did not take part.",
                type=Type.FLAG,
                required=True,
            ),
            number_column("The account’s number, from 1, among the accounts or the reactions."),
            id_column("The account’s id within the contact."),
            Column(name="by", description="Ids of those who issued it, separated by blanks.", required=True),
            Column(name="sides", description="Ids of their sides, separated by blanks."),
            text_column("attribution", "To whom it is attributed, where nobody is named."),
            word_column("kind", "What kind of text it is.", ReadoutKind, required=True),
            SOURCES,
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
            EVENT,
            number_column("The search’s number, from 1."),
            Column(
                name="by", description="Ids of those whose account was looked for, separated by blanks.", required=True
            ),
            Column(name="on", description="The day of the search, in EDTF.", required=True),
        ),
    ),
    TableKind(
        name="points",
        description="The single statements of the accounts.",
        key=("event", "reaction", "readout_number", "number"),
        make_rows=rows.iter_points,
        columns=(
            EVENT,
            Column(name="reaction", description="Whether the account is a reaction.", type=Type.FLAG, required=True),
            Column(name="readout", description="The account’s id.", required=True),
            Column(name="readout_number", description="The account’s number.", type=Type.INTEGER, required=True),
            number_column("The statement’s number within it, from 1."),
            TOPIC,
            text_column("text", "What was said, in the editors’ words."),
            *PERSON,
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
        key=("event", "reaction", "readout_number", "thing"),
        make_rows=rows.iter_calls,
        columns=(
            EVENT,
            Column(name="reaction", description="Whether the account is a reaction.", type=Type.FLAG, required=True),
            Column(name="readout", description="The account’s id.", required=True),
            Column(name="readout_number", description="The account’s number.", type=Type.INTEGER, required=True),
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
            EVENT,
            number_column("The cell’s number, from 1."),
            TOPIC,
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
            EVENT,
            number_column("The judgement’s number, from 1."),
            TOPIC,
            word_column("relation", "How the accounts relate.", Relation, required=True),
            Column(
                name="between", description="Ids of the accounts that are meant, separated by blanks; empty for all."
            ),
            text_column("note", "A note, as inline Markdown."),
        ),
    ),
)
