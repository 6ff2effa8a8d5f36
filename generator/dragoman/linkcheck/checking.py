"""Asks for many addresses: a few sites at a time, each site slowly, and all of it within a time.

Knows when a request may be made; what an answer means is ``probing``'s.
"""

from __future__ import annotations

import datetime as dt
import threading
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from urllib.robotparser import RobotFileParser

from dragoman.linkcheck.answers import Answer, Ask, Method
from dragoman.linkcheck.outcome import Outcome, Status, Traces
from dragoman.linkcheck.probing import probe
from dragoman.linkcheck.robots import find_delay, may_ask, read_robots
from dragoman.linkcheck.spelling import get_host


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How much is asked for in one run. Times are in seconds.

    ``delay`` lies between two requests to one site; a site gets at most ``per_site`` addresses a run, and is left
    alone after ``failures`` of them in a row without an answer. ``longest_wait`` is how long a site that wants to be
    asked later (Retry-After) is waited for.
    """

    sites_at_once: int = 8
    delay: float = 1
    per_site: int = 200
    failures: int = 3
    longest_wait: float = 60
    total: float = 1800


#: Called with each address and its outcome, from one thread at a time.
Report = Callable[[str, Outcome], None]


def check_addresses(
    addresses: Iterable[str], known: Mapping[str, Traces], ask: Ask, limits: Limits, report: Report
) -> None:
    """Ask for spelled addresses and report on each that was asked for; what there was no time for is not reported.

    ``known`` are the traces of pages that have been seen before. Ends early, but in order, on an interrupt.
    """
    by_site: dict[str, list[str]] = defaultdict(list)
    for url in addresses:
        by_site[get_host(url)].append(url)
    run = _Run(known, ask, limits, report)
    # The largest first, so that the slowest of them is not the last to begin.
    sites = sorted(by_site.values(), key=len, reverse=True)
    pool = ThreadPoolExecutor(max_workers=limits.sites_at_once, thread_name_prefix="links")
    try:
        for done in [pool.submit(run.check_site, urls) for urls in sites]:
            done.result()
    finally:
        run.stop()
        pool.shutdown(cancel_futures=True)


class _Run:
    """One run over all sites; its methods are called from several threads."""

    def __init__(self, known: Mapping[str, Traces], ask: Ask, limits: Limits, report: Report) -> None:
        self._known = known
        self._ask = ask
        self._limits = limits
        self._report = report
        self._until = time.monotonic() + limits.total
        self._stopped = threading.Event()
        self._reporting = threading.Lock()

    def stop(self) -> None:
        """Let every thread end after the request that it is waiting for."""
        self._stopped.set()

    def check_site(self, urls: list[str]) -> None:
        site = _Site(self, self._ask, self._limits.delay)
        failures = 0
        for url in urls[: self._limits.per_site]:
            outcome = self._probe(site, url)
            if outcome is None:
                return
            with self._reporting:
                self._report(url, outcome)
            failures = failures + 1 if outcome.status is Status.UNREACHABLE else 0
            if failures >= self._limits.failures or outcome.wait > self._limits.longest_wait:
                return

    def _probe(self, site: _Site, url: str) -> Outcome | None:
        """The outcome, after a second try where the site asked for a short wait; None once the run is over."""
        try:
            if not may_ask(site.get_rules(url), url):
                return Outcome(status=Status.REFUSED, detail="its robots.txt asks programs to stay away from it")
            outcome = self._probe_once(site, url)
            if 0 < outcome.wait <= self._limits.longest_wait and self.pause(outcome.wait):
                outcome = self._probe_once(site, url)
        except _OverError:
            return None
        return outcome

    def _probe_once(self, site: _Site, url: str) -> Outcome:
        return probe(url, site.ask, before=self._known.get(url, Traces()), now=dt.datetime.now(dt.UTC))

    def pause(self, seconds: float) -> bool:
        """Wait, and tell whether the run goes on after that."""
        left = self._until - time.monotonic()
        if seconds > left or left <= 0:
            return False
        return not self._stopped.wait(seconds)


class _OverError(Exception):
    """The run is over, so no further request is made."""


class _Site:
    """One site as this run knows it: when it was asked last, and what its robots.txt says."""

    def __init__(self, run: _Run, ask: Ask, delay: float) -> None:
        self._run = run
        self._ask = ask
        self._delay = delay
        self._last = -float("inf")
        self._rules: RobotFileParser | None = None

    def get_rules(self, url: str) -> RobotFileParser:
        if self._rules is None:
            self._rules = read_robots(url, self.ask)
            self._delay = max(self._delay, find_delay(self._rules))
        return self._rules

    def ask(self, method: Method, url: str, *, wanted: int = 0) -> Answer:
        """One request, not before its time. Raises NoAnswerError; _OverError where there is no time left for it."""
        if not self._run.pause(max(0.0, self._last + self._delay - time.monotonic())):
            raise _OverError
        try:
            return self._ask(method, url, wanted=wanted)
        finally:
            self._last = time.monotonic()
