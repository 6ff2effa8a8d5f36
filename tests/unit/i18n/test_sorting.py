"""Sorting by the language's alphabet, and the letters of a register."""

from __future__ import annotations

import importlib.util

import pytest

from dragoman.i18n.sorting import initial_letter, sort_key

default_order = pytest.mark.skipif(
    importlib.util.find_spec("icu") is not None, reason="ICU has each language's own order"
)


def _sorted(names: list[str], lang: str) -> list[str]:
    return sorted(names, key=lambda name: sort_key(name, lang))


def test_german_umlauts_sort_as_their_vowels() -> None:
    assert _sorted(["Birne", "Äpfel", "Zebra", "Apfel", "Ökonom", "Oper"], "de") == [
        "Apfel", "Äpfel", "Birne", "Ökonom", "Oper", "Zebra",
    ]  # fmt: skip


def test_case_and_accents_decide_only_between_equals() -> None:
    assert _sorted(["résumé", "Resume", "resume", "resumes"], "en") == ["resume", "Resume", "résumé", "resumes"]


@default_order
def test_schwa_has_a_place_after_e() -> None:
    assert _sorted(["Əliyev", "Fuad", "Elçin"], "az") == ["Elçin", "Əliyev", "Fuad"]


@default_order
@pytest.mark.parametrize(
    ("text", "letter"),
    [
        ("Äpfel", "A"), ("apfel", "A"), ("Øre", "O"), ("Łukasz", "L"), ("Əliyev", "Ə"), ("İlham", "I"), ("Иванов", "И"),
        ("Ёлкин", "Е"), ("Йод", "Й"), ("გია", "გ"), ("ﬁn", "Fi"), ("„Zitat“", "Z"), ("(de facto)", "D"),
        ("3M", "#"), ("…", "#"), ("", "#"),
    ],
)  # fmt: skip
def test_letters_of_a_register(text: str, letter: str) -> None:
    assert initial_letter(text, "de") == letter


@default_order
def test_names_under_one_letter_sort_together() -> None:
    names = [
        "Aliyev",
        "Äpfel",
        "Ångström",
        "Əliyev",
        "Blinken",
        "Čapek",
        "Cato",
        "Çelik",
        "Łukasz",
        "Lavrov",
        "Øre",
        "Oper",
    ]
    letters = [initial_letter(name, "de") for name in _sorted(names, "de")]
    blocks = [letter for letter, before in zip(letters, [None, *letters[:-1]], strict=True) if letter != before]
    assert len(blocks) == len(set(blocks))
