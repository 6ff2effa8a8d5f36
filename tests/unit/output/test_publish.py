"""What an undisturbed build does to the output."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from dragoman.errors import DragomanError
from dragoman.output import publish, verify
from dragoman.output.manifest import MANIFEST_NAME
from dragoman.rendered import RenderedFile
from tests.unit.output.sites import NEW, OLD, names_beside, rendered, states_in, texts_in


@pytest.fixture
def output(tmp_path: Path) -> Path:
    return tmp_path / "output"


def test_the_output_holds_exactly_the_last_build(output: Path) -> None:
    for site in (OLD, NEW, OLD, {"only": "one"}, NEW):
        publish(rendered(site), output)
        assert texts_in(output) == site
        assert verify(output) == ()


def test_the_result_counts_what_was_done(output: Path) -> None:
    publish(rendered(OLD), output)
    published = publish(rendered(NEW), output)

    assert (published.created, published.changed, published.unchanged, published.removed) == (2, 3, 1, 1)
    assert published.changed_paths == (
        "de/b/index.html",
        "de/new/index.html",
        "feed.xml",
        "index.html",
        "theme/site.css",
    )
    assert (published.swapped, published.reason, published.kept) == (True, "", ())


def test_a_build_that_changes_nothing_touches_nothing(output: Path) -> None:
    publish(rendered(OLD), output)
    publish(rendered(NEW), output)
    before, beside = states_in(output), names_beside(output)

    published = publish(rendered(NEW), output)

    assert (published.unchanged, published.swapped, published.reason) == (len(NEW), False, "")
    assert states_in(output) == before
    assert names_beside(output) == beside == {".output.next"}


def test_an_unchanged_file_keeps_its_inode_and_time_and_is_shared_with_the_shadow(output: Path) -> None:
    publish(rendered(OLD), output)
    before = (output / "de/a/index.html").stat()
    for site in (NEW, OLD, NEW):
        publish(rendered(site), output)
    after = (output / "de/a/index.html").stat()

    assert (after.st_ino, after.st_mtime_ns, after.st_nlink) == (before.st_ino, before.st_mtime_ns, 2)
    assert (output / "de/a/index.html").samefile(output.parent / ".output.next/de/a/index.html")


def test_a_changed_file_is_a_new_one_and_the_old_one_keeps_its_bytes(output: Path) -> None:
    publish(rendered(OLD), output)
    with (output / "index.html").open() as reader:
        for _ in range(3):
            publish(rendered(NEW), output)
            publish(rendered({**NEW, "index.html": "third"}), output)
        assert reader.read() == "old front"


def test_a_file_made_only_once_does_not_come_back_from_the_shadow(output: Path) -> None:
    publish(rendered({"a": "1", "brief": "x"}), output)
    for number in range(2, 6):
        publish(rendered({"a": str(number)}), output)
        assert texts_in(output) == {"a": str(number)}


def test_a_path_may_change_from_file_to_folder_and_back(output: Path) -> None:
    for site in ({"a": "file"}, {"a/b/c": "below"}, {"a": "file"}, {"a/b": "below"}, {"a/b/c": "below"}):
        publish(rendered(site), output)
        assert texts_in(output) == site


def test_a_folder_that_no_page_needs_any_more_is_gone(output: Path) -> None:
    publish(rendered({"a": "1", "deep/er/b": "2"}), output)
    publish(rendered({"a": "1"}), output)
    assert not (output / "deep").exists()


def test_a_published_file_that_was_deleted_comes_back(output: Path) -> None:
    publish(rendered(OLD), output)
    (output / "de/a/index.html").unlink()
    (output / "de/a").rmdir()
    (output / "feed.xml").unlink()

    published = publish(rendered(OLD), output)

    assert published.changed_paths == ("de/a/index.html", "feed.xml")
    assert texts_in(output) == OLD


def test_an_output_that_was_deleted_comes_back(output: Path) -> None:
    publish(rendered(OLD), output)
    publish(rendered(NEW), output)
    output.rename(output.parent / "away")

    assert publish(rendered(NEW), output).created == len(NEW)
    assert texts_in(output) == NEW


@pytest.mark.parametrize("text", ["SAME", "of another length"])
def test_a_published_file_that_was_edited_by_hand_is_mended(text: str, output: Path) -> None:
    publish(rendered(OLD), output)
    publish(rendered(NEW), output)
    page = output / "de/a/index.html"
    page.write_text(text)
    later = (output / MANIFEST_NAME).stat().st_mtime_ns + 10_000_000
    os.utime(page, ns=(later, later))

    publish(rendered(NEW), output)

    assert texts_in(output) == NEW


def test_a_thorough_build_mends_what_size_and_time_do_not_show(output: Path) -> None:
    publish(rendered(OLD), output)
    page = output / "de/a/index.html"
    time = page.stat().st_mtime_ns
    page.write_text("SAME")
    os.utime(page, ns=(time, time))

    assert publish(rendered(OLD), output).unchanged == len(OLD)
    assert publish(rendered(OLD), output, thorough=True).changed_paths == ("de/a/index.html",)
    assert texts_in(output) == OLD


def test_a_published_file_that_became_a_link_is_mended_and_the_target_left_alone(output: Path, tmp_path: Path) -> None:
    publish(rendered(OLD), output)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.write_text("same")
    page = output / "de/a/index.html"
    page.unlink()
    page.symlink_to(elsewhere)

    publish(rendered(OLD), output)
    publish(rendered({**OLD, "de/a/index.html": "other"}), output)

    assert not page.is_symlink()
    assert elsewhere.read_text() == "same"


def test_modes_do_not_depend_on_the_umask(output: Path) -> None:
    before = os.umask(0o077)
    try:
        publish(rendered(OLD), output)
        publish(rendered(NEW), output)
    finally:
        os.umask(before)

    assert {oct(path.stat().st_mode & 0o7777) for path in output.rglob("*") if path.is_file()} == {"0o644"}
    assert {oct(path.stat().st_mode & 0o7777) for path in (output, *output.rglob("*")) if path.is_dir()} == {"0o755"}


def test_the_mode_of_the_output_itself_is_its_owners_choice(output: Path) -> None:
    output.mkdir(mode=0o700)
    for site in (OLD, NEW, OLD):
        publish(rendered(site), output)
        assert output.stat().st_mode & 0o7777 == 0o700


def test_an_output_behind_a_link_is_published_where_the_link_leads(output: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    output.symlink_to("elsewhere/www")

    for site in (OLD, NEW, OLD):
        assert publish(rendered(site), output).swapped
        assert texts_in(output) == site
    assert output.is_symlink()
    assert {path.name for path in (tmp_path / "elsewhere").iterdir()} == {"www", ".www.next"}


def test_folders_above_the_output_are_made(tmp_path: Path) -> None:
    publish(rendered(OLD), tmp_path / "a/b/output")
    assert texts_in(tmp_path / "a/b/output") == OLD


def test_an_output_that_cannot_be_a_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    with pytest.raises(DragomanError, match="is not a folder"):
        publish(rendered(OLD), tmp_path / "file")
    with pytest.raises(DragomanError, match="root of the file system"):
        publish(rendered(OLD), Path("/"))
    assert (tmp_path / "file").read_text() == "mine"


@pytest.mark.parametrize("mistake", [ValueError("template"), OSError(28, "of the renderer"), KeyboardInterrupt()])
def test_what_rendering_raises_is_passed_on_and_nothing_published_changes(mistake: BaseException, output: Path) -> None:
    def half(site: dict[str, str]) -> Iterator[RenderedFile]:
        yield from rendered(site)[:3]
        raise mistake

    publish(rendered(OLD), output)
    before = states_in(output)
    with pytest.raises(type(mistake)) as raised:
        publish(half(NEW), output)

    assert raised.value is mistake
    assert states_in(output) == before
    publish(rendered({"a": "next"}), output)
    assert texts_in(output) == {"a": "next"}
    assert names_beside(output) == {".output.next"}


@pytest.mark.parametrize("harm", ["missing", "emptied", "damaged", "tampered", "link-inside", "broken-manifest"])
def test_a_shadow_that_is_wrong_in_any_way_costs_only_time(harm: str, output: Path, tmp_path: Path) -> None:
    publish(rendered(OLD), output)
    publish(rendered(NEW), output)
    shadow = output.parent / ".output.next"
    (tmp_path / "elsewhere").mkdir()
    match harm:
        case "missing":
            shadow.rename(tmp_path / "away")
        case "emptied":
            shadow.rename(tmp_path / "away")
            shadow.mkdir()
        case "damaged":
            (shadow / "index.html").unlink()
            (shadow / "index.html").mkdir()
            (shadow / "index.html/x").write_text("x")
            (shadow / "theme").write_text("a file where a folder is needed")
        case "tampered":
            (shadow / "index.html").write_text("tampered")
            (shadow / "de/a/index.html").unlink()
            (shadow / "de/a/index.html").write_text("evil")
        case "link-inside":
            (shadow / "de").rename(tmp_path / "away")
            (shadow / "de").symlink_to(tmp_path / "elsewhere")
        case "broken-manifest":
            (shadow / MANIFEST_NAME).write_text("{")

    third = {**NEW, "index.html": "third", "de/b/index.html": "third b"}
    assert publish(rendered(third), output).swapped
    assert texts_in(output) == third
    assert verify(output) == ()
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_the_manifest_is_the_same_for_the_same_site(output: Path, tmp_path: Path) -> None:
    publish(rendered(OLD), output)
    publish(rendered(NEW), output)
    publish(reversed(rendered(NEW)), tmp_path / "other")
    assert (output / MANIFEST_NAME).read_bytes() == (tmp_path / "other" / MANIFEST_NAME).read_bytes()
