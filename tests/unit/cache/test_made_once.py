"""What is costly is made once, and a loss costs time alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.cache.made_once import MadeOnce, find_own_folder


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


def test_sites_keep_their_files_apart_outside_of_their_own_folders(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DRAGOMAN_CACHE", str(tmp_path))
    one, other = (find_own_folder("previews", Path(name)) for name in ("/one", "/other"))
    assert one
    assert one.is_relative_to(tmp_path)
    assert one != other
    monkeypatch.setenv("DRAGOMAN_CACHE", "")
    assert find_own_folder("previews", Path("/one")) is None


def test_without_a_folder_all_is_made_anew() -> None:
    kept = MadeOnce(None)
    assert [kept.remember("aa", lambda: b"picture") for _ in range(2)] == [b"picture"] * 2
    kept.forget_others([])
