"""Tables of what stands beside a record: disputed values, relations, corrections, retractions."""

from __future__ import annotations

from dragoman.model.event import Disputed, RelatedType
from dragoman.render.data import table_rows as rows
from dragoman.render.data.columns import Column, TableKind
from dragoman.render.data.table_kinds.shared import EVENT, SOURCES, id_column, number_column, text_column, word_column

AMENDMENTS: tuple[TableKind, ...] = (
    TableKind(
        name="disputed",
        description="Values other than the site’s own that a source gives.",
        key=("event", "number"),
        make_rows=rows.iter_disputed,
        columns=(
            EVENT,
            number_column("The value’s number, from 1."),
            Column(name="field", description="What is disputed.", words=tuple(Disputed.model_fields), required=True),
            Column(name="value", description="The other value, as that field is written; ids are separated by blanks."),
            text_column("value_text", "The other value, where it is a sentence (participants)."),
            SOURCES,
            text_column("note", "A note, as inline Markdown."),
        ),
    ),
    TableKind(
        name="relations",
        description="How contacts relate to each other.",
        key=("event", "number"),
        make_rows=rows.iter_relations,
        columns=(
            EVENT,
            number_column("The relation’s number, from 1."),
            word_column("type", "How the contact relates to the other.", RelatedType, required=True),
            Column(name="other", description="The other contact’s id; it may have been retracted.", required=True),
        ),
    ),
    TableKind(
        name="corrections",
        description="Public corrections.",
        key=("event", "number"),
        make_rows=rows.each("corrections"),
        columns=(
            EVENT,
            number_column("The correction’s number, from 1, newest first."),
            Column(name="date", description="When it was made: a day, or a date-time with its offset.", required=True),
            text_column("text", "What was corrected, as inline Markdown."),
        ),
    ),
    TableKind(
        name="retractions",
        description="Contacts whose record was wrong as a whole. They are in no other table.",
        key=("id",),
        make_rows=rows.iter_retracted,
        columns=(
            id_column("The retracted contact’s id."),
            Column(
                name="date", description="When it was retracted: a day, or a date-time with its offset.", required=True
            ),
            text_column("text", "Why, as inline Markdown."),
        ),
    ),
)
