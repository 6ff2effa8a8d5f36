from __future__ import annotations

from typing import Any

import pytest

from dragoman.content.examples import show_field
from dragoman.content.fields import Leaf, get_shape, iter_leaves, resolve
from dragoman.model.event import Event, PersonParticipant, Point
from dragoman.model.people import Person
from dragoman.model.values import Reference

PERSON = {
    "id": "x",
    "name": {"de": "X"},
    "offices": [
        {"id": "a", "of": "az", "title": {"de": "A"}},
        {"id": "b", "of": "us", "title": {"de": "B"}, "from": "2020"},
    ],
}


def is_reference(leaf: Leaf) -> bool:
    return leaf.find_note(Reference) is not None


def test_all_references_of_a_record_are_found_with_their_paths() -> None:
    found = list(iter_leaves(Person.model_validate(PERSON), is_reference))
    assert [(one.path, one.value) for one in found] == [(("offices", 0, "of"), "az"), (("offices", 1, "of"), "us")]


def test_a_records_id_is_no_field_that_can_be_written() -> None:
    assert "id" not in get_shape(Person).fields
    assert get_shape(Person).fields["offices"][0] == "offices"


@pytest.mark.parametrize(
    ("location", "path", "part", "owner"),
    [
        (("participants", 0, "person", "person"), ("participants", 0, "person"), "value", PersonParticipant),
        (("participants", 0, "person"), ("participants", 0), "value", PersonParticipant),
        (
            ("readouts", 1, "account", "points", 2, "text", "de"),
            ("readouts", 1, "points", 2, "text", "de"),
            "value",
            Point,
        ),
        (("according_to", "dat", "[key]"), ("according_to", "dat"), "key", Event),
        (("[key]",), ("[key]",), "value", Event),
    ],
)
def test_a_validators_place_is_told_in_the_files_terms(location: Any, path: Any, part: str, owner: Any) -> None:
    place = resolve(get_shape(Event), location)
    assert (place.path, place.part) == (path, part)
    assert place.owner is not None
    assert place.owner.model is owner


@pytest.mark.parametrize(
    ("field", "shown"),
    [
        ("title", "title: {de: …, en: …}"),
        ("topics", "topics: [ceasefire]"),
        ("type", "type: call"),
        ("date", "date: 2023-09-26"),
        ("time", 'time: "10:30 Asia/Baku"'),
        ("participants", "participants: [{person: antony-blinken}]"),
        ("published", "published: 2023-09-26"),
    ],
)
def test_a_field_is_shown_as_it_is_written(field: str, shown: str) -> None:
    assert show_field(field, get_shape(Event).fields[field][1], ("de", "en")) == shown
