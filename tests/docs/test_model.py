"""The page of the model has every field of every part of a record, with its kind, and no other."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

import pytest

from dragoman.content.fields import Leaf, ListOf, MappingOf, ModelShape, OneOf, Shape, get_shape
from dragoman.model import event as parts
from dragoman.model.dates import EdtfDate
from dragoman.model.event import Event
from dragoman.model.organisations import Organisation
from dragoman.model.people import Office, Person
from dragoman.model.places import Place, Term, UsedName
from dragoman.model.records import Translation
from dragoman.model.site import Pause, Publisher, Site, Watched
from dragoman.model.text import InlineMarkdown, Length, Localized, Markdown
from dragoman.model.times import Duration, LocalTime, Moment
from dragoman.model.topics import Topic
from dragoman.model.values import LanguageTag, Reference, Url, Value
from tests.docs.documents import code_in, document, read_table

ROOTS: tuple[type[Value], ...] = (Event, Person, Organisation, Place, Term, Topic, Site, Watched)

#: Each table of the page, by its heading, and what it describes (several parts may have the same fields).
TABLES: dict[str, tuple[type[Value], ...]] = {
    "Event": (Event,),
    "A person who took part": (parts.PersonParticipant,),
    "An organisation that took part": (parts.OrganisationParticipant,),
    "What a source called the office": (parts.Called,),
    "Initiative": (parts.Initiative,),
    "Outcome": (parts.Outcome,),
    "Readout": (parts.Account,),
    "Point": (parts.Point,),
    "Quotation": (parts.Quote,),
    "Search in vain": (parts.NoneFound,),
    "Judgement": (parts.Judgement,),
    "Disputed values": (parts.Disputed,),
    "A disputed value": (
        parts.DisputedDate, parts.DisputedTime, parts.DisputedDuration, parts.DisputedPlace, parts.DisputedType,
        parts.DisputedInitiative, parts.DisputedStatus, parts.DisputedParticipants,
    ),
    "Source": (parts.Source,),
    "Relation": (parts.Related,),
    "Medium": (parts.Medium,),
    "Correction": (parts.Correction,),
    "Retraction": (parts.Retraction,),
    "Waiver": (parts.Waiver,),
    "Person": (Person,),
    "Office": (Office,),
    "Organisation": (Organisation,),
    "Place": (Place,),
    "A name in use": (UsedName,),
    "Term": (Term,),
    "Topic": (Topic,),
    "Site": (Site,),
    "Publisher": (Publisher,),
    "Coverage": (Watched,),
    "Pause": (Pause,),
    "Translation": (Translation,),
}  # fmt: skip
CASES = [(heading, model) for heading, models in TABLES.items() for model in models]

_PLAIN = {
    EdtfDate: "date", LocalTime: "time", Duration: "duration", Moment: "moment", bool: "flag", float: "degrees",
    int: "number of days", Localized: "localised text", InlineMarkdown: "inline Markdown", Markdown: "Markdown",
}  # fmt: skip
_REFERENCES = {
    "event": "id of event", "person": "id of person", "organisation": "id of organisation", "place": "id of place",
    "place-or-term": "id of place or term", "topic": "id of topic", "source": "handle", "readout": "id of a readout",
}  # fmt: skip
#: Where the page says more exactly, or more plainly, what the code calls just a text.
_SAID_OTHERWISE = {
    ("PersonParticipant", "office"), ("OrganisationParticipant", "part"), ("Disputed", "*"), ("Organisation", "name"),
    ("DisputedDate", "value"), ("DisputedTime", "value"), ("DisputedDuration", "value"), ("DisputedPlace", "value"),
    ("DisputedType", "value"), ("DisputedInitiative", "value"), ("DisputedStatus", "value"),
    ("DisputedParticipants", "value"), ("Source", "published"), ("Site", "languages"),
}  # fmt: skip


def rows(heading: str) -> dict[str, tuple[str, str]]:
    """Field → kind and what is said of its being required."""
    section = document("docs/model.md").sections()[heading]
    return {code_in(cells[0])[0]: (cells[1], cells[2]) for cells in read_table(section)}


@pytest.mark.parametrize(("heading", "model"), CASES, ids=lambda case: getattr(case, "__name__", None))
def test_a_table_has_every_field_and_no_other(heading: str, model: type[Value]) -> None:
    assert set(rows(heading)) == set(get_shape(model).fields)


@pytest.mark.parametrize(("heading", "model"), CASES, ids=lambda case: getattr(case, "__name__", None))
def test_a_table_says_which_fields_are_required(heading: str, model: type[Value]) -> None:
    said = {field for field, (_, required) in rows(heading).items() if required.startswith("yes")}
    assert said == get_shape(model).required


@pytest.mark.parametrize(("heading", "model"), CASES, ids=lambda case: getattr(case, "__name__", None))
def test_a_table_says_what_kind_of_value_a_field_takes(heading: str, model: type[Value]) -> None:
    for field, (kind, _) in rows(heading).items():
        shape = get_shape(model).fields[field][1]
        if not _SAID_OTHERWISE & {(model.__name__, field), (model.__name__, "*")}:
            missing = [word for word in words_of(shape) if word not in kind]
            assert not missing, f"{field}: “{kind}” does not say {missing}"


def words_of(shape: Shape) -> Iterator[str]:
    """What the page must say of a value of this shape."""
    match shape:
        case ListOf(item=item, lone=lone):
            yield "or list" if lone else "list of"
            yield from words_of(item)
        case MappingOf(key=key, value=value):
            yield "map from"
            yield from (f"`{choice}`" for choice in key.choices)
            yield from words_of(value)
        case ModelShape(model=model):
            yield f"](#{heading_of(model)})"
        case OneOf(options=options):
            for option in options.values():
                if len(options) == 2 and "PersonParticipant" not in {one.model.__name__ for one in options.values()}:
                    yield f"](#{heading_of(option.model)})"
        case Leaf():
            yield from words_of_leaf(shape)


def words_of_leaf(leaf: Leaf) -> Iterator[str]:
    reference, length = leaf.find_note(Reference), leaf.find_note(Length)
    if leaf.choices:
        yield "one of"
        yield from (f"`{choice}`" for choice in leaf.choices)
    elif reference:
        yield _REFERENCES[reference.kind]
        if reference.or_plain:
            yield "or any name"
    elif leaf.find_note(Url):
        yield "address"
    elif leaf.find_note(LanguageTag):
        yield "language"
    elif leaf.type is not str:
        yield _PLAIN.get(leaf.type) or _PLAIN[get_args(leaf.type)[0]]
    else:
        yield "text"
    if length:
        yield f", {length.shortest} to {length.longest}" if length.shortest > 1 else f", {length.longest}"


def heading_of(model: type[Value]) -> str:
    return next(heading for heading, models in TABLES.items() if model in models).lower().replace(" ", "-")


def test_every_part_of_a_record_has_a_table() -> None:
    described = {model for models in TABLES.values() for model in models}
    assert {model for root in ROOTS for model in iter_models(get_shape(root))} == described


def iter_models(shape: Shape) -> Iterator[type[Value]]:
    match shape:
        case ModelShape():
            yield shape.model
            for _, inner in shape.fields.values():
                yield from iter_models(inner)
        case ListOf(item=inner) | MappingOf(value=inner):
            yield from iter_models(inner)
        case OneOf(options=options):
            for option in options.values():
                yield from iter_models(option)
        case _:
            pass


def test_every_key_of_the_site_is_told_to_maintainers() -> None:
    table = read_table(document("docs/maintainers.md").sections()["`site.yaml`"])
    assert {code_in(cells[0])[0] for cells in table} == set(get_shape(Site).fields)
