"""`dragoman fmt`: which files it changes, names and refuses, and how it ends."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.small_site import EVENT, SmallSite, make_site, read_tree

PERSON = "content/people/moana.yaml"


@pytest.fixture
def site(tmp_path: Path) -> SmallSite:
    """A site that is laid out already."""
    made = make_site(tmp_path)
    made.call("fmt")
    return made


def test_files_are_laid_out_and_named(site: SmallSite) -> None:
    before = (site.folder / PERSON).read_text(encoding="utf-8")
    site.write({PERSON: f"# who\n{before.replace('name: ', 'name:   ')}"})
    done = site.call("fmt")
    assert (done.code, done.stdout, done.stderr) == (0, f"{PERSON}\n", "")
    assert (site.folder / PERSON).read_text(encoding="utf-8") == f"# who\n{before}"


def test_a_site_that_is_laid_out_is_left_alone(site: SmallSite) -> None:
    before = {path: path.stat().st_mtime_ns for path in site.folder.rglob("*.yaml")}
    done = site.call("fmt")
    assert (done.code, done.stdout, done.stderr) == (0, "", "")
    assert {path: path.stat().st_mtime_ns for path in site.folder.rglob("*.yaml")} == before


def test_check_changes_nothing_and_ends_with_1(site: SmallSite) -> None:
    site.change(EVENT, "type: call", "type:  call")
    before = read_tree(site.folder)
    done = site.call("fmt", "--check")
    assert (done.code, done.stdout) == (1, f"{EVENT}\n")
    assert read_tree(site.folder) == before
    assert site.call("fmt", "--check", PERSON).code == 0


def test_only_the_named_files_are_changed(site: SmallSite) -> None:
    site.change(EVENT, "type: call", "type:  call")
    site.change(PERSON, "name: ", "name:  ")
    assert site.call("fmt", "content/people").stdout == f"{PERSON}\n"
    assert "type:  call" in (site.folder / EVENT).read_text(encoding="utf-8")


def test_a_file_that_cannot_be_read_is_explained_and_left_alone_and_the_others_are_laid_out(site: SmallSite) -> None:
    broken = b"name: {de: [}\n"
    site.write({PERSON: broken})
    site.change(EVENT, "type: call", "type:  call")
    done = site.call("fmt")
    assert done.code == 1
    assert done.stdout == f"{EVENT}\n"
    assert done.stderr.startswith(f"{PERSON}:1:")
    assert "[yaml-syntax]" in done.stderr
    assert (site.folder / PERSON).read_bytes() == broken


def test_permissions_stay(site: SmallSite) -> None:
    site.change(PERSON, "name: ", "name:  ")
    (site.folder / PERSON).chmod(0o640)
    site.call("fmt")
    assert (site.folder / PERSON).stat().st_mode & 0o777 == 0o640


def test_a_path_outside_the_site_is_wrong_use(site: SmallSite) -> None:
    assert site.call("fmt", "/").code == 2
