"""Files in the output that the writer did not put there: kept, named, and never written over."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from dragoman.errors import DragomanError
from dragoman.output import publish
from dragoman.output.manifest import MANIFEST_NAME
from tests.unit.output.sites import NEW, OLD, rendered, states_in, texts_in


@pytest.fixture(params=["by exchange", "by file"])
def output(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    folder = tmp_path / "output"
    if request.param == "by file":
        (tmp_path / ".output.next").mkdir()
        (tmp_path / ".output.next/mine").write_text("not Dragoman's")
    return folder


def test_a_strangers_files_survive_every_build_and_are_named(output: Path) -> None:
    output.mkdir()
    (output / ".gitignore").write_text("*")
    publish(rendered(OLD), output)
    (output / "de/notes.txt").write_text("notes")
    (output / "old-site/deep").mkdir(parents=True)
    (output / "old-site/deep/x").write_text("x")
    (output / "empty").mkdir(mode=0o700)
    (output / "link").symlink_to("../somewhere")
    os.mkfifo(output / "pipe")

    for site in (NEW, OLD, NEW, NEW):
        published = publish(rendered(site), output)
        assert published.kept == ("de/notes.txt", "empty/", "link", "old-site/", "pipe")
        assert texts_in(output) == {**site, ".gitignore": "*", "de/notes.txt": "notes", "old-site/deep/x": "x"}
        assert (output / "empty").stat().st_mode & 0o7777 == 0o700
        assert (output / "link").readlink() == Path("../somewhere")
        assert (output / "pipe").is_fifo()


def test_a_strangers_file_survives_when_all_pages_beside_it_go(output: Path) -> None:
    publish(rendered(OLD), output)
    (output / "de/gone/mine.txt").write_text("mine")
    for site in ({"a": "1"}, {"a": "2"}, {"a": "3"}):
        publish(rendered(site), output)
        assert texts_in(output) == {**site, "de/gone/mine.txt": "mine"}


def test_a_strangers_file_that_its_owner_removed_or_changed_does_not_come_back(output: Path) -> None:
    publish(rendered(OLD), output)
    (output / "one").write_text("one")
    (output / "two").write_text("two")
    publish(rendered(NEW), output)
    (output / "one").unlink()
    (output / "two").unlink()
    (output / "two").write_text("two, rewritten")
    for site in (OLD, NEW, OLD):
        publish(rendered(site), output)
        assert texts_in(output) == {**site, "two": "two, rewritten"}


def test_a_strangers_file_where_a_page_must_go_is_an_error_that_names_it(output: Path) -> None:
    output.mkdir()
    (output / "index.html").write_text("by another generator")
    (output / "de").write_text("a file where a folder is needed")
    (output / "feed.xml").mkdir()
    before = states_in(output)

    with pytest.raises(DragomanError) as refusal:
        publish(rendered(OLD), output)

    assert "'de', 'feed.xml', 'index.html', which is not ours" in refusal.value.message
    assert "--output" in refusal.value.hint
    assert states_in(output).keys() == before.keys()
    assert (output / "index.html").read_text() == "by another generator"


def test_a_strangers_file_below_a_page_that_must_go_there_is_an_error(output: Path) -> None:
    publish(rendered({"a/b": "1"}), output)
    (output / "a/mine").write_text("mine")
    with pytest.raises(DragomanError, match="'a/mine', which is not ours"):
        publish(rendered({"a": "2"}), output)
    assert texts_in(output) == {"a/b": "1", "a/mine": "mine"}


def test_a_strangers_link_in_place_of_a_folder_is_never_written_through(output: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    publish(rendered(OLD), output)
    (output / "de").rename(elsewhere)
    (output / "de").symlink_to(elsewhere)
    before = states_in(elsewhere)

    with pytest.raises(DragomanError, match="'de', which is not ours"):
        publish(rendered(NEW), output)
    publish(rendered({"index.html": "without de"}), output)

    assert states_in(elsewhere) == before


def test_an_identical_file_without_manifest_is_taken_over(output: Path) -> None:
    output.mkdir()
    (output / "index.html").write_text(OLD["index.html"])

    assert publish(rendered(OLD), output).unchanged == 1
    publish(rendered(NEW), output)

    assert texts_in(output) == NEW


def test_with_a_damaged_manifest_nothing_is_removed_or_overwritten(output: Path) -> None:
    publish(rendered(OLD), output)
    (output / MANIFEST_NAME).write_text('{"format": 1, "files": {"../precious": null}}')
    (output.parent / "precious").write_text("precious")

    with pytest.raises(DragomanError, match="nobody can tell to be ours, since the manifest is damaged"):
        publish(rendered(NEW), output)
    assert texts_in(output) == OLD
    published = publish(rendered(OLD), output)

    assert (published.unchanged, published.kept) == (len(OLD), ())
    assert (output.parent / "precious").read_text() == "precious"


@pytest.mark.parametrize("name", [".git", "sub/.git"])
def test_a_repository_in_the_output_is_left_alone_and_the_site_replaced_by_file(name: str, tmp_path: Path) -> None:
    output = tmp_path / "output"
    publish(rendered(OLD), output)
    (output / name).mkdir(parents=True)
    (output / name / "HEAD").write_text("ref")
    inode = (output / name).stat().st_ino

    published = publish(rendered(NEW), output)

    assert (published.swapped, published.reason) == (False, f"{name!r} in the output is a repository of its own")
    assert (output / name).stat().st_ino == inode
    assert texts_in(output) == {**NEW, f"{name}/HEAD": "ref"}


def test_a_file_of_a_worktree_is_kept_in_an_exchange(tmp_path: Path) -> None:
    output = tmp_path / "output"
    output.mkdir()
    (output / ".git").write_text("gitdir: elsewhere")
    for site in (OLD, NEW):
        published = publish(rendered(site), output)
        assert (published.swapped, published.kept) == (True, ())
        assert (output / ".git").read_text() == "gitdir: elsewhere"


def test_what_somebody_wrote_into_the_old_tree_after_an_exchange_is_not_lost(tmp_path: Path) -> None:
    output = tmp_path / "output"
    publish(rendered(OLD), output)
    publish(rendered(NEW), output)
    standing_in_the_old_tree = tmp_path / ".output.next"
    (standing_in_the_old_tree / "de/CNAME.txt").write_text("example.org")

    published = publish(rendered(OLD), output)

    assert published.kept == ("de/CNAME.txt",)
    assert texts_in(output) == {**OLD, "de/CNAME.txt": "example.org"}


def test_a_folder_beside_the_output_that_only_looks_like_the_shadow_is_not_touched(tmp_path: Path) -> None:
    output = tmp_path / "output"
    (tmp_path / ".output.next").mkdir()
    (tmp_path / ".output.next/mine").write_text("mine")
    before = states_in(tmp_path / ".output.next")

    for site in (OLD, NEW):
        published = publish(rendered(site), output)
        assert "is not ours: move it away" in published.reason
        assert texts_in(output) == site

    assert states_in(tmp_path / ".output.next") == before
