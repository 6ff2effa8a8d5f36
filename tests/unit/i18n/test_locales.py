"""Language tags, their parents, formats and direction."""

from __future__ import annotations

import pytest

from dragoman.i18n.locales import direction, get_lineage, get_locale, is_language_tag, script


@pytest.mark.parametrize(
    "tag",
    ["de", "en-GB", "pt-BR", "zh-Hant", "zh-Hant-HK", "az-Cyrl", "es-419", "de-1996", "tly", "ar-u-nu-latn", "de-x-a"],
)
def test_well_formed_tags(tag: str) -> None:
    assert is_language_tag(tag)


@pytest.mark.parametrize(
    "text", ["", "d", "German", "de_DE", "de-", "-de", "de DE", "de-DE-", "12", "deutsch", "de-x", "дe"]
)
def test_other_texts_are_no_tags(text: str) -> None:
    assert not is_language_tag(text)


def test_parents_are_found_subtag_by_subtag() -> None:
    assert get_lineage("zh-Hant-HK") == ("zh-Hant-HK", "zh-Hant", "zh")
    assert get_lineage("de-x-leicht") == ("de-x-leicht", "de")


@pytest.mark.parametrize(
    ("tag", "identifier"),
    [
        ("en", "en_GB"),
        ("en-US", "en_US"),
        ("de", "de"),
        ("de-AZ", "de"),
        ("en-AZ", "en_GB"),
        ("pt-BR", "pt_BR"),
        ("zh-Hant", "zh_Hant"),
        ("tly", "en_GB"),
        ("und", "en_GB"),
        ("de-x-leicht", "de"),
    ],
)
def test_formats_fall_back_to_the_parent_and_then_to_english(tag: str, identifier: str) -> None:
    assert str(get_locale(tag)) == identifier


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("de", "ltr"), ("fa", "rtl"), ("ar", "rtl"), ("he", "rtl"), ("ckb", "rtl"), ("ur-IN", "rtl"), ("dv", "rtl"),
        ("az", "ltr"), ("az-Arab", "rtl"), ("pa", "ltr"), ("pa-PK", "rtl"), ("ku-Latn", "ltr"), ("xx", "ltr"),
    ],
)  # fmt: skip
def test_direction_follows_the_script(tag: str, expected: str) -> None:
    assert direction(tag) == expected


def test_script_is_written_or_likely() -> None:
    assert [script(tag) for tag in ("sr", "sr-Latn", "ka", "xx")] == ["Cyrl", "Latn", "Geor", "Latn"]
