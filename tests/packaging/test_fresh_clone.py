"""The README's promise: from a fresh clone, one command makes the site."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from tests.built_site import find_built_site, listed
from tests.packaging.checkout import copy_checkout, run
from tests.validators.links import dead_references


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_checkout(tmp_path_factory.mktemp("clone"))


@pytest.mark.slow
def test_make_site_builds_all_of_it_and_again_without_installing(clone: Path) -> None:
    run("make", "site", folder=clone)
    site = find_built_site(clone)
    for language in site.languages:
        assert f"{language}/index.html" in site.files
        events = {path.stem for path in (clone / "content/events").rglob("*.yaml")}
        pages = {page.split("/")[-2] for page in site.documents if page.startswith(f"{language}/")}
        assert events - pages == set(), "events without a page"
    dead = dead_references(site)
    assert not dead, listed(dead)
    assert "Installing" not in run("make", "site", folder=clone).stdout
    assert run("git", "status", "--porcelain", folder=clone).stdout == "", "a build leaves something that git would add"


def test_make_alone_lists_the_commands(clone: Path) -> None:
    listed = run("make", folder=clone).stdout
    assert {"make site", "make test", "make serve"} <= {" ".join(line.split()[:2]) for line in listed.splitlines()}


@pytest.mark.parametrize(
    ("lacking", "sentence"),
    [("version_info <", "Dragoman needs Python 3.11 or newer"), ("ensurepip", "sudo apt install python3.")],
)
def test_what_python_lacks_is_said_in_a_sentence(clone: Path, tmp_path: Path, lacking: str, sentence: str) -> None:
    python = program(tmp_path / "python", f'case "$*" in *"{lacking}"*) exit 1;; esac; exec "{sys.executable}" "$@"')
    program(tmp_path / "apt-get", "exit 100")  # as on a machine without a network
    search = f"PATH={tmp_path}:{os.environ['PATH']}"
    said = run("env", search, "make", f"PYTHON={python}", "VENV=other", "site", folder=clone, expected=2).stderr
    assert sentence in said
    assert "Traceback" not in said
    assert not (clone / "other").exists()


def program(path: Path, script: str) -> Path:
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)
    return path
