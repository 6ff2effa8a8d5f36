"""Names of states and languages."""

from __future__ import annotations

import pytest

from dragoman.i18n.names import (
    autonym,
    find_three_letters,
    get_territory_name,
    is_territory,
    language_name,
    territory_codes,
)


@pytest.mark.parametrize(
    ("code", "lang", "name"),
    [
        ("az", "de", "Aserbaidschan"),
        ("az", "en", "Azerbaijan"),
        ("us", "de", "Vereinigte Staaten"),
        ("us", "ru", "Соединенные Штаты"),
        ("am", "fa", "ارمنستان"),
        ("am", "tly", "Armenia"),
    ],
)
def test_states_are_named_in_every_language(code: str, lang: str, name: str) -> None:
    assert get_territory_name(code, lang) == name


def test_every_territory_has_a_code_of_three_letters_of_its_own() -> None:
    codes = {code: find_three_letters(code) for code in territory_codes()}
    assert None not in codes.values()
    assert len(set(codes.values())) == len(codes)
    assert [codes[code] for code in ("de", "cd", "mm", "tl", "ye", "am", "az", "us")] == [
        "DEU", "COD", "MMR", "TLS", "YEM", "ARM", "AZE", "USA",
    ]  # fmt: skip
    assert find_three_letters("un") is None


def test_iso_assigns_249_codes() -> None:
    assert len(territory_codes()) == 249


@pytest.mark.parametrize("code", ["eu", "un", "xk", "zz", "AZ", "150", "", "aze", "su"])
def test_what_iso_does_not_assign_is_no_territory(code: str) -> None:
    assert not is_territory(code)
    with pytest.raises(KeyError):
        get_territory_name(code, "en")


@pytest.mark.parametrize(
    ("tag", "lang", "name"),
    [
        ("az", "de", "Aserbaidschanisch"),
        ("az-Cyrl", "de", "Aserbaidschanisch (Kyrillisch)"),
        ("zh-Hant", "en", "Traditional Chinese"),
        ("hy", "fa", "ارمنی"),
        ("tly", "de", "Talisch"),
        ("qaa", "de", "qaa"),
    ],
)
def test_languages_are_named_in_every_language(tag: str, lang: str, name: str) -> None:
    assert language_name(tag, lang) == name


@pytest.mark.parametrize(
    ("tag", "name"),
    [
        ("de", "Deutsch"), ("en", "English"), ("fr", "Français"), ("ru", "Русский"), ("fa", "فارسی"), ("ka", "ქართული"),
        ("pt-BR", "Português (Brasil)"), ("zh-Hant", "繁體中文"), ("az-Cyrl", "Азәрбајҹан (Кирил)"), ("qaa", "Qaa"),
    ],
)  # fmt: skip
def test_autonyms(tag: str, name: str) -> None:
    assert autonym(tag) == name
