"""Writing one file of content: whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.content.rewriting import rewrite
from dragoman.errors import DragomanError


def test_a_file_is_replaced_and_keeps_its_permissions(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_bytes(b"old")
    path.chmod(0o640)
    rewrite(path, b"old", b"new")
    assert path.read_bytes() == b"new"
    assert path.stat().st_mode & 0o777 == 0o640
    assert list(tmp_path.iterdir()) == [path]


def test_what_was_changed_meanwhile_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_bytes(b"newer")
    with pytest.raises(DragomanError, match="changed meanwhile"):
        rewrite(path, b"old", b"new")
    assert path.read_bytes() == b"newer"


def test_a_link_is_not_written_through(tmp_path: Path) -> None:
    target = tmp_path / "target"
    target.write_bytes(b"old")
    link = tmp_path / "x.yaml"
    link.symlink_to(target)
    with pytest.raises(DragomanError):
        rewrite(link, b"old", b"new")
    assert target.read_bytes() == b"old"


def test_a_failure_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "x.yaml"
    path.write_bytes(b"old")

    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", refuse)
    with pytest.raises(DragomanError, match="no space left on device"):
        rewrite(path, b"old", b"new")
    assert [(entry.name, entry.read_bytes()) for entry in tmp_path.iterdir()] == [("x.yaml", b"old")]
