"""The words for weekdays and months."""

from __future__ import annotations

import pytest

from dragoman.i18n.calendar_words import month_words, weekday_name, weekday_words


@pytest.mark.parametrize(
    ("lang", "word", "day"),
    [
        ("de", "montag", 0),
        ("de", "montagabend", 0),
        ("de", "dienstags", 1),
        ("de", "sonnabend", 5),
        ("en", "tuesday", 1),
        ("en", "wednesday’s", 2),
        ("en-US", "sundays", 6),
        ("fr", "jeudi", 3),
        ("ru", "пятница", 4),
    ],
)
def test_a_weekday_is_known_in_its_forms(lang: str, word: str, day: int) -> None:
    assert weekday_words(lang)[word] == day


def test_a_word_that_only_begins_like_a_weekday_is_none() -> None:
    assert not {"freitagsgebet", "sonntagszeitung", "so", "mon", "sat"} & {*weekday_words("de"), *weekday_words("en")}


def test_months_are_known_whole_and_abbreviated() -> None:
    assert (month_words("de")["märz"], month_words("en")["sep"], month_words("az")["sentyabr"]) == (3, 9, 9)


def test_an_unknown_language_has_no_words() -> None:
    assert (dict(weekday_words("xx")), dict(month_words("xx")), weekday_name(0, "xx")) == ({}, {}, "")
