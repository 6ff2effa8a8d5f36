"""What is costly is made once, and a loss costs time alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.made_once import MadeOnce


def refuse() -> bytes:
    raise AssertionError("made again")


def test_what_was_made_is_found_by_the_next_build(tmp_path: Path) -> None:
    assert MadeOnce(tmp_path / "kept").remember("aa", lambda: b"picture") == b"picture"
    assert MadeOnce(tmp_path / "kept").remember("aa", refuse) == b"picture"


@pytest.mark.parametrize("damage", [b"", b"short", b"x" * 100])
def test_what_is_damaged_is_made_again(tmp_path: Path, damage: bytes) -> None:
    MadeOnce(tmp_path).remember("aa", lambda: b"picture")
    (tmp_path / "aa").write_bytes(damage)
    assert MadeOnce(tmp_path).remember("aa", lambda: b"picture") == b"picture"
    assert MadeOnce(tmp_path).remember("aa", refuse) == b"picture"


def test_what_no_build_uses_any_more_is_dropped(tmp_path: Path) -> None:
    for key in ("aa", "bb"):
        MadeOnce(tmp_path).remember(key, lambda: b"picture")
    MadeOnce(tmp_path).forget_others(["bb", "cc"])
    assert [path.name for path in tmp_path.iterdir()] == ["bb"]


def test_a_place_that_cannot_be_written_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    kept = MadeOnce(tmp_path / "file" / "below")
    assert kept.remember("aa", lambda: b"picture") == b"picture"
    kept.forget_others(["aa"])
