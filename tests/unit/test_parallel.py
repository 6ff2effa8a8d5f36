"""Work spread over processes: the same results in the same order, whatever becomes of the workers."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from functools import partial

import pytest

from dragoman.errors import DragomanError
from dragoman.parallel import do_shares

HERE = os.getpid()


@pytest.fixture
def _alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if nothing else went on in this process, where other tests may have left a thread behind."""
    monkeypatch.setattr(threading, "active_count", lambda: 1)


def count(start: int, seen: list[int]) -> Iterator[tuple[int, bool]]:
    """Numbers, and whether they were counted in this process; ``seen`` is a list that only this process can change."""
    for number in range(start, start + 3):
        seen.append(number)
        yield number, os.getpid() == HERE


def make_shares(number: int) -> Sequence[Callable[[], Iterator[tuple[int, bool]]]]:
    return [partial(count, start, []) for start in range(0, 3 * number, 3)]


@pytest.mark.usefixtures("_alone")
@pytest.mark.parametrize("processes", [1, 2, 3])
def test_results_come_in_the_order_of_the_shares(processes: int) -> None:
    results = list(do_shares(make_shares(20), processes))
    assert [number for number, _ in results] == list(range(60))
    assert {here for _, here in results} == {processes == 1}


def test_one_process_begins_no_share_before_it_is_wanted() -> None:
    seen: list[int] = []
    results = do_shares([partial(count, 0, seen), partial(count, 3, seen)], 1)
    next(results)
    assert seen == [0]


@pytest.mark.usefixtures("_alone")
def test_an_error_is_raised_as_it_would_be_here() -> None:
    def fail() -> Iterator[int]:
        raise DragomanError("a sentence", hint="what to do")
        yield

    results = do_shares([lambda: iter([1]), fail, lambda: iter([2])], 2)
    assert next(results) == 1
    with pytest.raises(DragomanError) as caught:
        next(results)
    assert (caught.value.message, caught.value.hint) == ("a sentence", "what to do")


@pytest.mark.usefixtures("_alone")
def test_what_a_killed_worker_leaves_is_done_here() -> None:
    def die() -> Iterator[str]:
        if os.getpid() != HERE:
            os.kill(os.getpid(), signal.SIGKILL)
        yield "done"

    results = list(do_shares([lambda: iter(["first"]), die, lambda: iter(["last"])], 2))
    assert results == ["first", "done", "last"]


@pytest.mark.usefixtures("_alone")
def test_it_ends_in_the_middle_when_nobody_wants_more() -> None:
    results = do_shares(make_shares(50), 2)
    next(results)
    results.close()  # type: ignore[attr-defined]


def test_beside_other_threads_nothing_is_forked() -> None:
    ended = threading.Event()
    thread = threading.Thread(target=ended.wait)
    thread.start()
    try:
        assert all(here for _, here in do_shares(make_shares(4), 2))
    finally:
        ended.set()
        thread.join()
