"""Finding records by what people call them."""

from __future__ import annotations

import pytest

from dragoman.editing.known import Known, find_matches, is_sure


def know(identifier: str, *names: str) -> Known:
    return Known(id=identifier, label=names[0], names=(identifier.replace("-", " "), *names))


PEOPLE = (
    know("ilham-aliyev", "ilham aliyev", "ilham alijew", "ilham aliyev"),
    know("natig-aliyev", "natig aliyev"),
    know("antony-blinken", "antony blinken"),
    know("nikol-pashinyan", "nikol pashinyan", "nikol paschinjan"),
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("antony-blinken", ["antony-blinken"]),
        ("Antony Blinken", ["antony-blinken"]),
        ("blinken", ["antony-blinken"]),
        ("BLINK", ["antony-blinken"]),
        ("İlham Əliyev", ["ilham-aliyev"]),
        ("Paschinjan", ["nikol-pashinyan"]),
        ("aliyev", ["ilham-aliyev", "natig-aliyev"]),
        ("ant bli", ["antony-blinken"]),
        ("Blinkn", ["antony-blinken"]),
        ("Pashinian", ["nikol-pashinyan"]),
        ("Merkel", []),
        ("", []),
        ("?!", []),
    ],
)
def test_who_is_meant(text: str, found: list[str]) -> None:
    assert [one.id for one in find_matches(text, PEOPLE)] == found


def test_what_begins_alike_is_sure_and_what_is_only_like_it_is_not() -> None:
    assert is_sure("blinken", PEOPLE[2])
    assert not is_sure("blinkn", PEOPLE[2])


def test_the_whole_of_a_name_hides_what_only_begins_like_it() -> None:
    known = (know("karabakh", "karabach"), know("karabakh-armenians", "karabach armenier"))
    assert [one.id for one in find_matches("karabakh", known)] == ["karabakh"]
