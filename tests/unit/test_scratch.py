"""Folders of builds: kept while their build lives, removed by the next when it is dead."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest

from dragoman.scratch import Scratch, scratch_folder, sweep


def leave_behind(folder: Path) -> Path:
    """A folder with a file in it whose process was killed."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        scratch = Scratch(folder)
        (scratch.path / "deep").mkdir()
        (scratch.path / "deep/file").write_text("half")
        os.write(writing, os.fsencode(scratch.path))
        os.kill(os.getpid(), signal.SIGKILL)
    os.waitpid(child, 0)
    os.close(writing)
    with os.fdopen(reading, "rb") as stream:
        return Path(os.fsdecode(stream.read()))


def test_a_folder_is_for_its_owner_and_gone_in_the_end(tmp_path: Path) -> None:
    with scratch_folder(tmp_path) as path:
        assert list(tmp_path.iterdir()) == [path]
        assert path.stat().st_mode & 0o777 == 0o700
        (path / "file").write_text("x")
    assert list(tmp_path.iterdir()) == []


def test_it_is_gone_after_an_error_too(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt), scratch_folder(tmp_path):
        raise KeyboardInterrupt
    assert list(tmp_path.iterdir()) == []


def test_what_the_dead_left_is_swept_and_the_livings_is_not(tmp_path: Path) -> None:
    dead = leave_behind(tmp_path)
    assert (dead / "deep/file").is_file()
    living = Scratch(tmp_path)
    (living.path / "file").write_text("x")
    assert not dead.exists()

    another = Scratch(tmp_path)
    sweep(tmp_path)
    assert (living.path / "file").is_file()
    for scratch in (living, another):
        scratch.remove()
        scratch.remove()
    assert list(tmp_path.iterdir()) == []


def test_nothing_else_is_swept(tmp_path: Path) -> None:
    (tmp_path / ".dragoman-notes").mkdir()
    (tmp_path / "dragoman-abcdefgh.building").mkdir()
    (tmp_path / ".dragoman-abcdefgh.building").write_text("a file")
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / ".dragoman-ABCDEFGH.building").symlink_to("elsewhere")
    others = tmp_path / ".dragoman-ijklmnop.building"
    others.mkdir()
    others.chmod(0o777)  # ours are for one user only
    before = sorted(tmp_path.iterdir())
    sweep(tmp_path)
    sweep(tmp_path / "missing")
    assert sorted(tmp_path.iterdir()) == before
