"""The differences of two records, in terms of what they mean."""

from __future__ import annotations

from typing import Any

import pytest

from dragoman.model.event import Event
from dragoman.model.people import Person
from dragoman.model.word_changes import Piece
from dragoman.reviewing.differences import Added, Difference, Removed, TextChanged, ValueChanged, find_differences
from tests.unit.site.world import EVENT, PEOPLE, account, say

WEATHER = "The weather was fine in both countries."
FISH = "There were more fish than last year."


def make_event(**more: Any) -> Event:
    return Event.model_validate({"id": "2024-a", "date": "2024-02-01", **EVENT, **more})


def compare(before: dict[str, Any], after: dict[str, Any]) -> tuple[Difference, ...]:
    return find_differences(make_event(**before), make_event(**after), "de")


PAPER = EVENT["sources"]["paper"]
KARI, SEPP = EVENT["participants"]


@pytest.mark.parametrize(
    ("before", "after", "where", "was", "becomes"),
    [
        ({}, {"date": "[2024-02-01,2024-02-02]"}, "date", "1 February 2024", "1 or 2 February 2024"),
        ({}, {"date": "2024-02~"}, "date", "1 February 2024", "about February 2024"),
        ({}, {"status": "cancelled"}, "status", "held", "cancelled"),
        ({}, {"draft": "true"}, "draft", "no", "yes"),
        ({}, {"topics": ["fish"]}, "topics", "weather", "fish"),
        ({"duration": "PT90M"}, {"duration": "PT2H"}, "duration", "90 minutes", "2 hours"),
        ({}, {"participants": [{**KARI, "part": "callee"}, SEPP]}, "participant kari › part", "caller", "callee"),
        (
            {},
            {"sources": {"paper": {**PAPER, "lang": "de"}}},
            "source paper › lang",
            "en",
            "de",
        ),
        (
            {"readouts": [{"by": "no", "none_found": "2024-02-02"}]},
            {"readouts": [{"by": "no", "none_found": "2024-05-02"}]},
            "readout no › none found",
            "2 February 2024",
            "2 May 2024",
        ),
        (
            {"disputed": {"date": [{"value": "2024-02-02", "sources": ["paper"]}]}},
            {"disputed": {"date": [{"value": "2024-02-03", "sources": ["paper"]}]}},
            "disputed › date 1 › value",
            "2 February 2024",
            "3 February 2024",
        ),
    ],
)
def test_a_value_that_has_changed(
    before: dict[str, Any], after: dict[str, Any], where: str, was: str, becomes: str
) -> None:
    (found,) = compare(before, after)
    assert found == ValueChanged(where=tuple(where.split(" › ")), before=was, after=becomes)


@pytest.mark.parametrize(
    ("more", "where", "what"),
    [
        ({"topics": ["weather", "fish"]}, "topics", "fish"),
        ({"participants": [KARI, SEPP, {"organisation": "un", "part": "mediator"}]}, "participant un", "un (mediator)"),
        (
            {"sources": {"paper": PAPER, "b": {"ref": "B 1", "publisher": "B", "lang": "en", "published": "2024-03"}}},
            "source b",
            "B 1, B (March 2024)",
        ),
        ({"readouts": [account("no-mfa", say("fish"))]}, "readout no-mfa", "no-mfa (press-release)"),
        (
            {"time": "10:30 Asia/Baku"},
            "time",
            "10:30 Asia/Baku",
        ),
        (
            {"comparison": [{"topic": "fish", "relation": "differ", "note": {"de": "x"}}]},
            "comparison fish",
            "fish: differ",
        ),
        ({"related": [{"event": "2023-a", "type": "follows"}]}, "related 2023-a", "follows 2023-a"),
    ],
)
def test_what_was_added_is_removed_the_other_way_round(more: dict[str, Any], where: str, what: str) -> None:
    place = tuple(where.split(" › "))
    assert compare({}, more) == (Added(where=place, what=what),)
    assert compare(more, {}) == (Removed(where=place, what=what),)


def test_texts_are_compared_word_by_word_in_each_language() -> None:
    found = compare({}, {"title": {"de": "Ein Brief", "fr": "Un appel"}})
    assert found == (
        TextChanged(where=("title",), language="de", pieces=(Piece("Ein ", "Ein "), Piece("Anruf", "Brief"))),
        Added(where=("title",), what="Un appel", language="fr"),
        Removed(where=("title",), what="A call", language="en"),
    )


def test_a_point_keeps_its_identity_when_others_come_before_it() -> None:
    before = {"readouts": [account("no-mfa", say("weather", WEATHER), say("fish", FISH))]}
    after = {
        "readouts": [
            account("no-mfa", say("fish", FISH.replace("more", "fewer")), say("nature"), say("weather", WEATHER))
        ]
    }
    changed, added = compare(before, after)
    assert isinstance(changed, TextChanged)
    assert changed.where == ("readout no-mfa", "point 1")
    assert Piece("more", "fewer") in changed.pieces
    assert added == Added(where=("readout no-mfa", "point 2"), what="nature: Something was said.")


def test_order_and_stamps_have_no_meaning() -> None:
    before = {"topics": ["weather", "fish"], "sources": {"paper": PAPER, "other": PAPER}}
    stamps = {"en": {"from": "de", "method": "human", "of": {"title": "abcdef"}}}
    after = {
        "topics": ["fish", "weather"],
        "participants": [SEPP, KARI],
        "sources": {"other": PAPER, "paper": PAPER},
        "translations": stamps,
        "former_ids": ["2024-b"],
    }
    assert compare(before, after) == ()


def test_an_open_date_of_a_term_means_or_earlier() -> None:
    def person(start: str) -> Person:
        office = {**PEOPLE["sepp"]["offices"][0], "from": start}
        return Person.model_validate({"id": "sepp", "name": {"de": "Sepp"}, "offices": [office]})

    assert find_differences(person("2022-02-01"), person("../2022-02-01"), "de") == (
        ValueChanged(
            where=("office minister", "from"), before="since 1 February 2022", after="since 1 February 2022 or earlier"
        ),
    )


def test_a_quote_that_was_added_is_told_by_its_words() -> None:
    quoted = say("weather", WEATHER, quote={"text": "Fine!", "lang": "en"})
    found = compare(
        {"readouts": [account("no-mfa", say("weather", WEATHER))]}, {"readouts": [account("no-mfa", quoted)]}
    )
    assert found == (Added(where=("readout no-mfa", "point 1", "quote"), what="“Fine!”"),)
