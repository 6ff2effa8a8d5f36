"""Many addresses: slowly for each site, within a time, and on from where the last run ended."""

from __future__ import annotations

import datetime as dt
import itertools
import json
import time
from pathlib import Path

import pytest

from dragoman.errors import DragomanError
from dragoman.linkcheck.checking import Limits, check_addresses
from dragoman.linkcheck.memory import load
from dragoman.linkcheck.network import Network
from dragoman.linkcheck.outcome import Outcome, Status
from dragoman.linkcheck.survey import accept_changes, survey
from tests.unit.linkcheck.misbehaving import Misbehaving, serving

WEEK = dt.timedelta(days=7)
QUICK = Limits(delay=0)


def check(urls: list[str], network: Network, limits: Limits = QUICK) -> dict[str, Outcome]:
    outcomes: dict[str, Outcome] = {}
    check_addresses(urls, {}, network.ask, limits, outcomes.__setitem__)
    return outcomes


def test_requests_to_one_site_lie_apart_and_two_sites_are_asked_at_once(web: Misbehaving, network: Network) -> None:
    with serving() as other:
        urls = [f"{server.url}/{page}" for server in (web, other) for page in ("gone", "missing")]
        begun = time.monotonic()
        assert len(check(urls, network, Limits(delay=0.2))) == 4
        took = time.monotonic() - begun
        for server in (web, other):
            moments = [moment for moment, _, _ in server.asked]
            assert len(moments) == 5  # robots.txt, and HEAD and GET for each
            assert all(later - sooner >= 0.19 for sooner, later in itertools.pairwise(moments))
    assert took < 1.5, "the sites were asked one after the other"


def test_a_short_wait_that_a_site_asks_for_is_kept(web: Misbehaving, network: Network) -> None:
    outcomes = check([f"{web.url}/much-too-busy", f"{web.url}/fine"], network)
    assert [outcome.status for outcome in outcomes.values()] == [Status.REFUSED], (
        "a site that wants a day is left alone"
    )
    assert web.count("/fine") == 0
    waiting = Limits(delay=0, longest_wait=5)
    outcomes = check([f"{web.url}/busy-first"], network, waiting)
    first, second = (moment for moment, method, path in web.asked if path == "/busy-first" and method == "HEAD")
    assert second - first >= 1
    assert [method for _, method, path in web.asked if path == "/busy-first"] == ["HEAD", "HEAD", "GET"]
    assert outcomes[f"{web.url}/busy-first"].status is Status.OK


def test_a_site_without_answers_is_left_alone_after_three(web: Misbehaving, network: Network) -> None:
    urls = [f"{web.url}/hung-up?{number}" for number in range(6)]
    assert len(check(urls, network)) == 3


def test_a_site_gets_no_more_than_its_share_of_a_run(web: Misbehaving, network: Network) -> None:
    urls = [f"{web.url}/fine?{number}" for number in range(6)]
    assert len(check(urls, network, Limits(delay=0, per_site=2))) == 2


def test_a_run_ends_when_its_time_is_over(web: Misbehaving, network: Network) -> None:
    urls = [f"{web.url}/fine?{number}" for number in range(50)]
    begun = time.monotonic()
    outcomes = check(urls, network, Limits(delay=0.2, total=1))
    assert time.monotonic() - begun < 2
    assert 0 < len(outcomes) < 50


def test_robots_txt_is_heeded(web: Misbehaving, network: Network) -> None:
    web.robots = "User-agent: dragoman\nDisallow: /fine\n\nUser-agent: *\nDisallow: /\n"
    outcomes = check([f"{web.url}/fine", f"{web.url}/gone"], network)
    assert [outcome.status for outcome in outcomes.values()] == [Status.REFUSED, Status.DEAD]
    assert (web.count("/fine"), web.count("/robots.txt")) == (0, 1)


def test_what_is_settled_is_not_asked_for_again_and_the_rest_is(
    web: Misbehaving, network: Network, tmp_path: Path
) -> None:
    memory = tmp_path / "deep" / "links.json"
    urls = [f"{web.url}/{page}" for page in ("broken", "fine", "gone")]
    first = survey(urls, memory, network.ask, QUICK, age=WEEK)
    web.asked.clear()
    assert survey(urls, memory, network.ask, QUICK, age=WEEK) == first
    assert {path for _, _, path in web.asked} == {"/robots.txt", "/broken"}
    web.asked.clear()
    survey(urls, memory, network.ask, QUICK, age=dt.timedelta(0))
    assert {path for _, _, path in web.asked} == {"/robots.txt", "/broken", "/fine", "/gone"}


def test_a_run_that_ended_early_goes_on_where_it_ended(web: Misbehaving, network: Network, tmp_path: Path) -> None:
    urls = [f"{web.url}/fine?{number}" for number in range(5)]
    share = Limits(delay=0, per_site=2)
    sizes = [len(survey(urls, tmp_path / "links.json", network.ask, share, age=WEEK)) for _ in range(4)]
    assert sizes == [2, 4, 5, 5]


def test_addresses_that_are_gone_from_the_content_are_forgotten(
    web: Misbehaving, network: Network, tmp_path: Path
) -> None:
    memory = tmp_path / "links.json"
    survey([f"{web.url}/fine", f"{web.url}/gone"], memory, network.ask, QUICK, age=WEEK)
    survey([f"{web.url}/gone"], memory, network.ask, QUICK, age=WEEK)
    assert [*load(memory)] == [f"{web.url}/gone"]


def test_a_change_is_told_until_it_is_accepted(web: Misbehaving, network: Network, tmp_path: Path) -> None:
    memory, url, now = tmp_path / "links.json", f"{web.url}/page", dt.timedelta(0)
    for title, expected in (("One", Status.OK), ("Two", Status.CHANGED), ("Two", Status.CHANGED)):
        web.titles["/page"] = title
        assert survey([url], memory, network.ask, QUICK, age=now)[url].status is expected
    assert accept_changes(memory) == 1
    assert survey([url], memory, network.ask, QUICK, age=now)[url].status is Status.OK
    assert accept_changes(memory) == 0


@pytest.mark.parametrize(
    "damaged",
    ["", "{", "[]", '{"form": 1}', '{"form": 1, "addresses": {"x": {"status": "?"}}}', '{"form": 99}', "null"],
)
def test_a_damaged_memory_is_begun_anew(web: Misbehaving, network: Network, tmp_path: Path, damaged: str) -> None:
    memory = tmp_path / "links.json"
    memory.write_text(damaged, encoding="utf-8")
    assert len(survey([f"{web.url}/fine"], memory, network.ask, QUICK, age=WEEK)) == 1
    assert json.loads(memory.read_text(encoding="utf-8"))["form"] == 1


def test_a_memory_that_cannot_be_written_is_the_operators_to_mend(
    web: Misbehaving, network: Network, tmp_path: Path
) -> None:
    (tmp_path / "taken").write_text("a file", encoding="utf-8")
    with pytest.raises(DragomanError, match="cannot be written"):
        survey([f"{web.url}/fine"], tmp_path / "taken" / "links.json", network.ask, QUICK, age=WEEK)
