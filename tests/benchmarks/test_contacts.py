"""What benchmarks are measured on is the same everywhere, and sound."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.contacts import make_site
from dragoman.cli import main
from tests.tools.programs import CHECKOUT


def read_all(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def test_the_same_seed_makes_the_same_bytes(tmp_path: Path) -> None:
    make_site(20, tmp_path / "one")
    command = [sys.executable, "-m", "benchmarks.contacts", "20", str(tmp_path / "two")]
    subprocess.run(command, check=True, cwd=CHECKOUT)
    assert read_all(tmp_path / "one") == read_all(tmp_path / "two")


def test_another_seed_makes_other_contacts(tmp_path: Path) -> None:
    make_site(20, tmp_path / "one", "1")
    make_site(20, tmp_path / "two", "2")
    assert read_all(tmp_path / "one") != read_all(tmp_path / "two")


def test_check_has_nothing_to_say_about_them(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    make_site(60, tmp_path)
    assert len([*(tmp_path / "content/events").rglob("*.yaml")]) == 60
    assert main(["check", "--strict", "--site", str(tmp_path)]) == 0
    assert capsys.readouterr().out == ""
