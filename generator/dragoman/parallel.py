"""Work spread over processes by way of ``concurrent.futures``. Known to ``build`` alone; knows nothing of sites.

The workers are forked, so that they have all that the parent has, and nothing but numbers and results travels. The
results come in the order of the shares, whatever the number of processes, so nobody downstream can tell it.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor
from itertools import chain, islice
from multiprocessing import connection
from typing import Any, TypeVar

Result = TypeVar("Result")
Share = Callable[[], Iterable[Result]]

#: How many shares each process may be ahead of whoever takes the results, which bounds what lies in memory.
AHEAD = 2

_shares: Sequence[Share[object]] = ()  # in a worker: what the parent had when it forked


def count_processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def can_fork() -> bool:
    """Whether workers can be forked: the system can, and no other thread holds a lock that nobody would release."""
    return "fork" in multiprocessing.get_all_start_methods() and threading.active_count() == 1


def do_shares(shares: Sequence[Share[Result]], processes: int) -> Iterator[Result]:
    """What the shares give, in their order, worked out by so many processes; by this one alone where it cannot fork.

    If a worker is killed, this process does what is left. What a share raises is raised here.
    """
    if processes < 2 or len(shares) < 2 or not can_fork():
        return chain.from_iterable(share() for share in shares)
    return _spread(shares, processes)


def _spread(shares: Sequence[Share[Result]], processes: int) -> Iterator[Result]:
    context = multiprocessing.get_context("fork")
    # The arguments of an initializer are inherited, not sent.
    with ProcessPoolExecutor(processes, context, initializer=_begin, initargs=(shares,)) as executor:
        try:
            yield from _take(executor, shares, AHEAD * processes)
        finally:
            executor.shutdown(wait=True, cancel_futures=True)


def _take(executor: Executor, shares: Sequence[Share[Result]], ahead: int) -> Iterator[Result]:
    pending: deque[Future[list[Any]]] = deque()
    unsubmitted = iter(range(len(shares)))
    taken = 0
    try:
        while taken < len(shares):
            pending.extend(executor.submit(_do, number) for number in islice(unsubmitted, ahead - len(pending)))
            results = pending.popleft().result()
            taken += 1
            yield from results
    except BrokenExecutor:
        yield from chain.from_iterable(share() for share in shares[taken:])


def _do(number: int) -> list[object]:
    return list(_shares[number]())


def _begin(shares: Sequence[Share[object]]) -> None:
    """In a new worker: keep what was inherited out of the collector's way, and do not outlive the parent."""
    global _shares  # noqa: PLW0603 - a worker has no other place that its tasks could look at
    _shares = shares
    gc.freeze()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent hears it too, and says what is to be done
    for name in ("SIGTERM", "SIGHUP"):
        signal.signal(getattr(signal, name), signal.SIG_DFL)
    threading.Thread(target=_end_with_parent, name="end with parent", daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os._exit(1)
