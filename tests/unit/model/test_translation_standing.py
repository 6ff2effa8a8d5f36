"""How translations stand to their originals: missing, stale, current, unstamped."""

from __future__ import annotations

from typing import Any

from dragoman.model.event import Event
from dragoman.model.people import Person
from dragoman.model.places import Place
from dragoman.model.site import Watched
from dragoman.model.topics import Topic
from dragoman.model.translations import find_stale, iter_translatable, judge_translations, make_stamp
from tests.unit.site.world import EVENT, account, say


def make_event(titles: list[dict[str, str]], **more: Any) -> Event:
    """An event whose comparison has these notes: a list whose items have no names, only numbers."""
    notes = [{"topic": "weather", "relation": "differ", "note": title} for title in titles]
    return Event.model_validate({"id": "2024-a", "date": "2024", **EVENT, "comparison": notes, **more})


def stamp_notes(*texts: str) -> dict[str, Any]:
    of = {f"comparison.{number}.note": make_stamp(text) for number, text in enumerate(texts, 1)}
    return {"en": {"from": "de", "method": "human", "of": of}}


def judge_notes(event: Event) -> list[str]:
    judged = judge_translations(event, "en", "de")
    return [one.standing.value for one in judged if one.text.name.startswith("comparison.")]


def test_every_localised_text_has_a_name() -> None:
    event = Event.model_validate(
        {
            "id": "2024-a",
            "date": "2024",
            **EVENT,
            "outcome": {"reason": {"de": "x"}},
            "readouts": [account("no-mfa", say("weather"), attribution={"de": "x"})],
            "reactions": [account("gazette", say("fish"), say("fish"))],
            "comparison": [{"topic": "weather", "relation": "same", "note": {"de": "x"}}],
            "disputed": {"participants": [{"value": {"de": "x"}, "sources": ["paper"], "note": {"de": "y"}}]},
            "media": [{"file": "a.jpg", "alt": {"de": "x"}, "credit": "y"}],
            "corrections": [{"date": "2024-01-01", "text": {"de": "x"}}],
            "retracted": {"date": "2024-01-01", "text": {"de": "x"}},
        }
    )
    assert {text.name for text in iter_translatable(event)} == {
        "title", "summary", "outcome.reason", "readouts.no-mfa.attribution", "readouts.no-mfa.1",
        "reactions.gazette.1", "reactions.gazette.2", "comparison.1.note", "disputed.participants.1.value",
        "disputed.participants.1.note", "media.1.alt", "corrections.1.text", "retracted.text",
    }  # fmt: skip
    point = next(text for text in iter_translatable(event) if text.name == "readouts.no-mfa.1")
    assert point.path == ("readouts", 0, "points", 0, "text")


def test_offices_go_by_their_ids_and_coverage_by_numbers() -> None:
    office = {"id": "minister", "of": "no-mfa", "title": {"de": "x"}}
    person = Person.model_validate({"id": "kari", "name": {"de": "Kari"}, "offices": [office]})
    assert [text.name for text in iter_translatable(person)] == ["name", "offices.minister.title"]
    pause = {"from": "2024", "to": "2025", "reason": {"de": "x"}}
    coverage = (Watched.model_validate({"publisher": "a", "since": "2023", "pauses": [pause]}),)
    assert [(text.name, text.path) for text in iter_translatable(coverage)] == [
        ("1.pauses.1.reason", (0, "pauses", 0, "reason"))
    ]


def test_the_four_standings() -> None:
    event = make_event(
        [{"de": "eins", "en": "one"}, {"de": "zwei neu", "en": "two"}, {"de": "drei"}, {"de": "vier", "en": "four"}],
        translations=stamp_notes("eins", "zwei", "drei"),
    )
    assert judge_notes(event) == ["current", "stale", "missing", "unstamped"]
    assert [(one.text.name, one.language, one.from_) for one in find_stale(event)] == [
        ("comparison.2.note", "en", "de")
    ]


def test_an_item_that_has_moved_stays_current() -> None:
    stamps = stamp_notes("eins", "zwei")
    moved = make_event([{"de": "zwei", "en": "two"}, {"de": "eins", "en": "one"}], translations=stamps)
    assert judge_notes(moved) == ["current", "current"]
    with_new_first = make_event(
        [{"de": "null", "en": "zero"}, {"de": "eins", "en": "one"}, {"de": "zwei", "en": "two"}], translations=stamps
    )
    assert judge_notes(with_new_first) == ["unstamped", "current", "current"]


def test_a_text_without_original_is_an_original() -> None:
    place = Place.model_validate({"id": "oslo", "name": {"en": "Oslo"}, "kind": "city"})
    assert judge_translations(place, "en", "de") == ()
    assert [one.standing.value for one in judge_translations(place, "fr", "de")] == ["missing"]


def test_the_first_language_is_a_translation_only_where_a_stamp_says_so() -> None:
    name = {"de": "Wetter", "en": "Weather"}
    topic = Topic.model_validate({"id": "weather", "name": name})
    assert judge_translations(topic, "de", "de") == ()
    stamps = {"de": {"from": "en", "method": "human", "of": {"name": make_stamp("Climate")}}}
    turned = Topic.model_validate({"id": "weather", "name": name, "translations": stamps})
    assert [one.standing.value for one in judge_translations(turned, "de", "de")] == ["stale"]
    assert [one.language for one in find_stale(turned)] == ["de"]
