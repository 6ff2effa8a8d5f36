from __future__ import annotations

import pytest

from dragoman.content.languages import find_meant_tag, is_language_tag


@pytest.mark.parametrize("tag", ["de", "en-GB", "az-Latn", "zh-Hant-TW", "ckb", "es-419", "de-1996", "fa", "ka", "hy"])
def test_tags_in_their_usual_spelling_are_tags(tag: str) -> None:
    assert is_language_tag(tag)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("DE", "de"),
        ("en_gb", "en-GB"),
        ("az-latn", "az-Latn"),
        ("ge", "ka"),
        ("deutsch", "de"),
        ("German", "de"),
        ("eng", "en"),
        ("cz", "cs"),
        ("xx", None),
        ("", None),
        ("the language of Armenia", None),
    ],
)
def test_what_is_no_tag_is_told_from_what_was_meant(written: str, meant: str | None) -> None:
    assert not is_language_tag(written)
    assert find_meant_tag(written) == meant
