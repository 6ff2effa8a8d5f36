"""Earlier states out of git: read as they are stored, from a folder anywhere within a repository."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from dragoman.errors import DragomanError
from dragoman.history import History
from tests.repository import Repository, make_repository


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    made = make_repository(tmp_path / "repository")
    made.write("sites/one/content/ä b.yaml", "first\n")
    made.write("sites/one/content/b.yaml", "b\r\n")
    made.write("elsewhere.yaml", "x")
    made.commit()
    made.write("sites/one/content/ä b.yaml", "second\n")
    made.commit()
    return made


def test_files_below_a_folder_are_listed_and_read(repository: Repository) -> None:
    history = History(repository.folder / "sites/one")
    files = history.list_files(history.find_revision("HEAD"), "content")
    assert [file.path for file in files] == ["content/b.yaml", "content/ä b.yaml"]
    contents = history.read(file.blob for file in files)
    assert [contents[file.blob] for file in files] == [b"b\r\n", b"second\n"]
    assert files[0].holds(b"b\r\n")
    assert not files[0].holds(b"b\n")


def test_versions_come_newest_first(repository: Repository) -> None:
    history = History(repository.folder / "sites/one")
    versions = history.find_versions(["content/ä b.yaml", "content/b.yaml"], most=10)
    contents = history.read(blob for blobs in versions.values() for blob in blobs)
    assert {path: [contents[blob] for blob in blobs] for path, blobs in versions.items()} == {
        "content/ä b.yaml": [b"second\n", b"first\n"],
        "content/b.yaml": [b"b\r\n"],
    }


@pytest.mark.parametrize("name", ["nowhere", "--output=x", "HEAD:sites", "HEAD~9", ""])
def test_what_is_no_commit_is_refused(repository: Repository, name: str) -> None:
    with pytest.raises(DragomanError, match="knows no revision"):
        History(repository.folder).find_revision(name)
    assert not (repository.folder / "x").exists()


def test_outside_of_git_the_reason_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", os.fspath(tmp_path.parent))
    history = History(tmp_path)
    assert history.find_versions(["a"], most=5) == {}
    with pytest.raises(DragomanError, match="git refuses: not a git repository"):
        history.find_revision("HEAD")


def test_no_program_that_a_repository_names_is_started(repository: Repository) -> None:
    trap = repository.folder / "trap"
    trap.write_text(f"#!/bin/sh\ntouch {repository.folder}/sprung\n")
    trap.chmod(0o755)
    for setting in ("core.fsmonitor", "core.pager", "diff.external", "filter.f.smudge", "diff.d.textconv"):
        repository.run("config", setting, str(trap))
    repository.write(".gitattributes", "*.yaml filter=f diff=d\n")
    history = History(repository.folder / "sites/one")
    files = history.list_files(history.find_revision("HEAD"), "content")
    history.read(file.blob for file in files)
    history.find_versions(["content/b.yaml"], most=5)
    assert not (repository.folder / "sprung").exists()
