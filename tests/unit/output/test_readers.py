"""Readers during builds: whole files only, and never a mixture of two builds."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from dragoman.output import publish
from dragoman.output.manifest import MANIFEST_NAME
from tests.unit.output.refusing import without_exchange
from tests.unit.output.sites import rendered

_PATHS = ("index.html", "de/a.html", "de/b.html", "en/deep/c.html", "feed.xml")
_BUILDS = 50


def _site(version: int) -> dict[str, str]:
    return dict.fromkeys(_PATHS, f"{version}\n" * 3000)


class _Reader(threading.Thread):
    """Reads all pages again and again. A round counts as a look if the output was of one build throughout."""

    def __init__(self, output: Path) -> None:
        super().__init__(daemon=True)
        self.output = output
        self.enough = threading.Event()
        self.looks = 0
        self.mixtures: list[set[str]] = []
        self.torn: list[str] = []

    def run(self) -> None:
        while not self.enough.is_set():
            before = self._manifest()
            versions = {self._read(path) for path in _PATHS}
            if self._manifest() == before:
                self.looks += 1
                if len(versions) > 1:
                    self.mixtures.append(versions)

    def _manifest(self) -> bytes:
        # Not the folder's inode: two builds during one round bring that back.
        return (self.output / MANIFEST_NAME).read_bytes()

    def _read(self, path: str) -> str:
        try:
            lines = (self.output / path).read_text().split()
        except FileNotFoundError:
            self.torn.append(f"{path} missing")
            return ""
        if len(lines) != 3000 or len(set(lines)) != 1:
            self.torn.append(f"{path} torn")
        return lines[0] if lines else ""


def _read_while_building(output: Path) -> _Reader:
    publish(rendered(_site(0)), output)
    reader = _Reader(output)
    reader.start()
    for version in range(1, _BUILDS + 1):
        publish(rendered(_site(version)), output)
    reader.enough.set()
    reader.join(timeout=10)
    return reader


def test_a_reader_never_sees_a_torn_file_or_a_mixture(tmp_path: Path) -> None:
    reader = _read_while_building(tmp_path / "output")
    assert (reader.torn, reader.mixtures) == ([], [])
    assert reader.looks > 0


def test_file_by_file_a_reader_never_sees_a_torn_or_missing_file(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    without_exchange(monkeypatch)
    reader = _read_while_building(tmp_path / "output")
    assert reader.torn == []
    assert reader.looks > 0
