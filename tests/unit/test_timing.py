"""What is charged to which stage; how long anything takes is nobody's promise."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from dragoman.timing import Stopwatch, Timing


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """A clock that stands until a test moves it: processor seconds, and seconds waited."""
    now = [0.0, 0.0]
    monkeypatch.setattr("dragoman.timing._now", lambda: (now[0], now[1]))
    return now


def pass_time(clock: list[float], cpu: float, wall: float) -> None:
    clock[0] += cpu
    clock[1] += wall


def test_a_stage_inside_another_is_charged_alone(clock: list[float]) -> None:
    watch = Stopwatch()
    with watch.stage("publish"):
        pass_time(clock, 1, 2)
        with watch.stage("render"):
            pass_time(clock, 4, 8)
        pass_time(clock, 16, 32)
    pass_time(clock, 100, 100)
    assert watch.timings == (Timing(stage="publish", cpu=17, wall=34), Timing(stage="render", cpu=4, wall=8))


def test_making_things_is_charged_to_their_stage_and_using_them_is_not(clock: list[float]) -> None:
    def make() -> Iterator[int]:
        for number in range(3):
            pass_time(clock, 1, 1)
            yield number

    watch = Stopwatch()
    with watch.stage("publish"):
        for _ in watch.iterate("render", make()):
            pass_time(clock, 10, 20)
    assert watch.timings == (Timing(stage="publish", cpu=30, wall=60), Timing(stage="render", cpu=3, wall=3))


def test_a_stage_that_fails_has_taken_its_time(clock: list[float]) -> None:
    def fail() -> Iterator[int]:
        pass_time(clock, 1, 2)
        yield 1 // 0

    watch = Stopwatch()
    with pytest.raises(ZeroDivisionError):
        list(watch.iterate("link", fail()))
    assert watch.timings == (Timing(stage="link", cpu=1, wall=2),)
