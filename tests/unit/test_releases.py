"""Releases: made whole or not at all, never changed, published by every later build."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.errors import DragomanError
from dragoman.releases import check_release_name, freeze, iter_release_files, list_releases


def test_a_release_is_what_was_frozen(tmp_path: Path) -> None:
    freeze(tmp_path / "releases", "2026.1", [("all.json", b"{}"), ("years/2026.json", b"[]")])
    found = {file.path: file.source.read_bytes() for file in iter_release_files(tmp_path / "releases")}
    assert found == {"data/2026.1/all.json": b"{}", "data/2026.1/years/2026.json": b"[]"}


def test_a_release_never_changes(tmp_path: Path) -> None:
    freeze(tmp_path, "v1", [("a", b"1")])
    with pytest.raises(DragomanError, match="already"):
        freeze(tmp_path, "v1", [("a", b"2")])
    assert (tmp_path / "v1/a").read_bytes() == b"1"


@pytest.mark.parametrize("name", ["", "../x", "a/b", "V1", "events", "years", ".hidden", "x" * 41, "a b", "v1\n"])
def test_a_release_has_a_name_that_can_be_a_folder_of_the_data(name: str, tmp_path: Path) -> None:
    with pytest.raises(DragomanError):
        check_release_name(tmp_path, name)


def test_the_newest_comes_first(tmp_path: Path) -> None:
    for name in ("v9", "v10", "2026.1"):
        freeze(tmp_path, name, [("a", b"")])
    (tmp_path / "Notes").mkdir()
    (tmp_path / "linked").symlink_to(tmp_path / "v9")
    assert list_releases(tmp_path) == ("2026.1", "v10", "v9")
    assert list_releases(tmp_path / "nothing") == ()


def test_a_release_that_cannot_be_written_leaves_nothing(tmp_path: Path) -> None:
    def files() -> list[tuple[str, bytes]]:
        return [("a", b""), ("a/b", b"")]

    with pytest.raises(DragomanError, match="cannot be written"):
        freeze(tmp_path, "v1", files())
    assert list(tmp_path.iterdir()) == []
