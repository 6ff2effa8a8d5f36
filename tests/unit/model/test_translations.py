"""Which texts can be translated, how they are named, and when a translation is stale."""

from __future__ import annotations

from typing import Any

import pytest

from dragoman.model.event import Event
from dragoman.model.people import Person
from dragoman.model.translations import find_stale, iter_translatable, make_stamp, matches

TEXT = {"de": "Ein Text, der lang genug für eine Zusammenfassung ist.", "en": "A text that is long enough for one."}


def make_event(**more: Any) -> Event:
    return Event.model_validate(
        {
            "id": "2024-02-01-x",
            "date": "2024-02-01",
            "type": "call",
            "title": {"de": "Anruf", "en": "Call"},
            "summary": {language: f"{text} {text}" for language, text in TEXT.items()},
            "participants": [{"organisation": "az", "name": {"de": "ein Beamter"}}],
            "topics": "x",
            "readouts": [{"id": "az", "by": "az", "kind": "press-release", "points": [{"topic": "x", "text": TEXT}]}],
            "comparison": [{"topic": "x", "relation": "same", "note": TEXT}],
            "sources": {"a": {"ref": "x", "publisher": "x", "lang": "en"}},
            "published": "2024-02-02",
            **more,
        }
    )


def test_texts_are_named_by_fields_ids_and_numbers_from_one() -> None:
    names = {text.name: text.path for text in iter_translatable(make_event())}
    assert names == {
        "title": ("title",),
        "summary": ("summary",),
        "participants.1.name": ("participants", 0, "name"),
        "readouts.az.1": ("readouts", 0, "points", 0, "text"),
        "comparison.1.note": ("comparison", 0, "note"),
    }


def test_parts_with_an_id_are_named_by_it() -> None:
    office = {"id": "president", "of": "az", "title": {"de": "Präsident"}, "from": "2003"}
    person = Person.model_validate({"id": "x", "name": {"de": "X"}, "offices": [office]})
    assert [text.name for text in iter_translatable(person)] == ["name", "offices.president.title"]


def test_a_stamp_is_the_beginning_of_the_texts_sha_256() -> None:
    assert make_stamp("abc") == "ba7816"


@pytest.mark.parametrize(("stamp", "fits"), [("ba7816", True), ("ba7816bf", True), ("ba781", False), ("ba7817", False)])
def test_longer_stamps_are_compared_as_far_as_they_go_and_shorter_ones_never_match(stamp: str, fits: bool) -> None:
    assert matches(stamp, "abc") is fits


def stale_names(**stamps: str) -> list[str]:
    of = {name.replace("__", "."): stamp for name, stamp in stamps.items()}
    event = make_event(translations={"en": {"from": "de", "method": "human", "of": of}})
    return [stale.text.name for stale in find_stale(event)]


def test_a_translation_is_stale_when_the_stamp_is_another_texts() -> None:
    assert stale_names(title=make_stamp("Anruf"), readouts__az__1=make_stamp("Etwas anderes.")) == ["readouts.az.1"]


def test_what_is_not_stamped_not_translated_or_not_there_is_not_stale() -> None:
    assert stale_names(participants__1__name="000000", comparison__9__note="000000") == []
    assert find_stale(make_event()) == ()
