"""How long the stages of a build take: processor seconds, those of worker processes among them, and seconds waited."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TypeVar

Thing = TypeVar("Thing")


@dataclass(frozen=True, slots=True, kw_only=True)
class Timing:
    """What one stage took, in seconds; nothing of a stage that ran inside of it."""

    stage: str
    cpu: float
    wall: float


class Stopwatch:
    """Says of each stage what it took. Stages may run inside one another: then only the inner one is charged."""

    def __init__(self) -> None:
        self._spent: dict[str, tuple[float, float]] = {}
        self._running: list[str] = []
        self._last = _now()

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Charge what runs inside to the stage."""
        self._charge()
        self._running.append(name)
        self._spent.setdefault(name, (0.0, 0.0))
        try:
            yield
        finally:
            self._charge()
            self._running.pop()

    def iterate(self, name: str, things: Iterable[Thing]) -> Iterator[Thing]:
        """The things, making which is charged to the stage."""
        iterator = iter(things)
        while True:
            with self.stage(name):
                try:
                    thing = next(iterator)
                except StopIteration:
                    return
            yield thing

    @property
    def timings(self) -> tuple[Timing, ...]:
        """The stages in the order in which they began."""
        return tuple(Timing(stage=stage, cpu=cpu, wall=wall) for stage, (cpu, wall) in self._spent.items())

    def _charge(self) -> None:
        cpu, wall = now = _now()
        if self._running:
            spent_cpu, spent_wall = self._spent[self._running[-1]]
            self._spent[self._running[-1]] = (spent_cpu + cpu - self._last[0], spent_wall + wall - self._last[1])
        self._last = now


def _now() -> tuple[float, float]:
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system, time.perf_counter()
