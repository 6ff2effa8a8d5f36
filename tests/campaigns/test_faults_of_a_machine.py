"""The whole command on a machine that refuses: a full disk, a folder that may not be written, a second build."""

from __future__ import annotations

import resource
from collections.abc import Iterator
from pathlib import Path

import pytest

from dragoman.output import publish
from dragoman.output.lock import hold_lock
from tests.campaigns.builds import Bench, make_bench, new_files, quick_builds, wait_for
from tests.privileges import ordinary_user, reachable_folder


@pytest.fixture
def bench() -> Iterator[Bench]:
    """A built site that every user may reach, about to become another."""
    with reachable_folder() as folder, quick_builds():
        made = make_bench(folder / "site")
        made.build_here()
        made.write(new_files())
        made.temporary.chmod(0o777)
        (made.site.folder / "said").touch()
        (made.site.folder / "said").chmod(0o666)
        yield made


def refuse_large_files() -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))


def check_that_nothing_changed(bench: Bench, before: dict[str, bytes], words: str) -> None:
    assert words in bench.said
    assert "Traceback" not in bench.said
    assert bench.read() == before
    bench.build()
    assert bench.read() != before
    assert bench.find_leftovers() == []


def test_a_disk_that_takes_no_more_is_told_and_harms_nothing(bench: Bench) -> None:
    before = bench.read()
    assert wait_for(bench.start(refuse_large_files)) == 2
    check_that_nothing_changed(bench, before, "could not be written (File too large)")


def test_a_folder_that_may_not_be_written_is_told_and_harms_nothing(bench: Bench) -> None:
    before = bench.read()
    leaving = ordinary_user()
    assert wait_for(bench.start(leaving.__enter__)) == 2
    check_that_nothing_changed(bench, before, "may not be written by this user")


def test_a_second_build_waits_for_the_first(bench: Bench) -> None:
    before = bench.read()
    first = bench.start()
    second = bench.start()
    assert (wait_for(first), wait_for(second)) == (0, 0)
    assert bench.read() != before
    assert bench.find_leftovers() == []


def test_a_second_build_names_the_first_that_does_not_end(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    before = bench.read()
    monkeypatch.setattr(publish, "__kwdefaults__", {"wait": 0.1, "thorough": False})
    with hold_lock(Path(bench.site.folder, ".output.lock"), wait=0):
        assert wait_for(bench.start()) == 2
    check_that_nothing_changed(bench, before, "another build is writing here (process ")
