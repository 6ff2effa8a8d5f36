"""Each campaign in small: a few of its thousands of tries. ``make campaigns`` makes all of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.campaigns.asking import ask_during_builds
from tests.campaigns.builds import old_files
from tests.campaigns.confining import find_writes_outside, watch_build
from tests.campaigns.editing import EDITS, edit_in_sequences, edit_one_by_one
from tests.campaigns.exploring import explore_dates, explore_yaml
from tests.campaigns.killing import kill_at_random
from tests.campaigns.mutating import try_mutants
from tests.campaigns.varying import ALL, PLAIN, build_under, find_differing
from tests.small_site import make_site


@pytest.mark.parametrize(("swap", "processes"), [(True, 1), (True, 2), (False, 1)])
def test_killed_at_any_moment_a_build_leaves_a_whole_site_and_nothing_else(
    swap: bool, processes: int, tmp_path: Path
) -> None:
    assert kill_at_random(tmp_path, 3, swap=swap, processes=processes).total() == 3


@pytest.mark.parametrize("swap", [True, False])
def test_readers_get_every_page_whole_while_builds_replace_them(swap: bool, tmp_path: Path) -> None:
    asked = ask_during_builds(tmp_path, 1000, 3, swap=swap)
    assert (asked.torn, asked.missing) == ((), ())
    assert asked.requests >= 1000


def test_after_every_kind_of_edit_a_site_is_what_a_clean_build_makes(tmp_path: Path) -> None:
    assert edit_one_by_one(tmp_path, EDITS, every=10) == len(EDITS)


def test_after_random_edits_a_site_is_what_a_clean_build_makes(tmp_path: Path) -> None:
    assert edit_in_sequences(tmp_path, 2) >= 2


def test_no_circumstance_of_a_machine_changes_a_byte(tmp_path: Path) -> None:
    plain, other = (build_under(circumstances, old_files(), tmp_path) for circumstances in (PLAIN, ALL))
    assert len(plain) > 100
    assert find_differing(plain, other) == []


def test_a_build_asks_nobody_and_writes_only_into_its_own_places(tmp_path: Path) -> None:
    site = make_site(tmp_path / "site", old_files())
    told = watch_build(site, tmp_path / "notes")
    assert ("connection" not in {kind for kind, _ in told}) and len(told) > 100
    assert {Path(program).name for kind, program in told if kind == "program"} <= {"git", "pagefind"}
    assert find_writes_outside(told, site) == []


def test_the_watch_sees_what_a_build_must_not_do(tmp_path: Path) -> None:
    site = make_site(tmp_path / "site", old_files())
    settings = site.folder / "pelicanconf.py"
    escape = "import socket, pathlib\nsocket.socket().close()\npathlib.Path('elsewhere').write_text('x')\n"
    settings.write_text(settings.read_text() + escape + "socket.getaddrinfo('127.0.0.1', 80)\n")
    told = watch_build(site, tmp_path / "notes")
    assert ("connection", "socket.getaddrinfo") in told
    assert find_writes_outside(told, site) == [str(site.folder / "elsewhere")]


def test_a_mutant_of_a_record_is_taken_or_refused_at_its_place(tmp_path: Path) -> None:
    outcome = try_mutants(tmp_path, 40, whole=40)
    assert outcome.total() == 40
    assert outcome["refused"] and outcome["taken"]


def test_whatever_text_is_read_as_yaml_or_as_a_date_is_understood_or_refused() -> None:
    assert len(explore_yaml(1500).corpus) > 20
    assert len(explore_dates(1500).corpus) > 20
