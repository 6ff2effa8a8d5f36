"""Results are computed once, and what is not whole is computed again."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from pathlib import Path

import pytest

from dragoman.cache import entries, program
from dragoman.cache.entries import compute_missing, make_keys

ITEMS = [("one", "1"), ("two", "2"), ("three", "3")]
RESULTS = [b'{"a": 1}', "äöü".encode(), b"x" * 5000]


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DRAGOMAN_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache/results"


def get(items: Sequence[Sequence[str]] = ITEMS, results: Sequence[bytes | None] = RESULTS) -> list[str]:
    """Ask for the results, which must come; returns the names of the items that had to be computed."""
    computed = []

    def compute(numbers: Sequence[int]) -> Iterable[bytes | None]:
        for number in numbers:
            computed.append(items[number][0])
            yield results[number]

    assert list(compute_missing("results", make_keys(items), compute)) == list(results)
    return computed


@pytest.mark.usefixtures("cache")
def test_what_was_computed_is_not_computed_again() -> None:
    assert get() == ["one", "two", "three"]
    assert get() == []
    assert get([("one", "1"), ("two", "changed"), ("three", "3")]) == ["two"]
    assert get() == []


@pytest.mark.usefixtures("cache")
def test_none_is_not_remembered() -> None:
    assert get(results=[RESULTS[0], None, RESULTS[2]]) == ["one", "two", "three"]
    assert get(results=[RESULTS[0], None, RESULTS[2]]) == ["two"]


@pytest.mark.usefixtures("cache")
def test_another_program_computes_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    get()
    monkeypatch.setattr(program, "_PACKAGE", str(tmp_path))
    assert get() == ["one", "two", "three"]


def test_no_damage_changes_a_result(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(entries, "describe_program", list)  # looked at a thousand times, it would take a while
    get()
    whole = cache.read_bytes()
    dice = random.Random(6)  # noqa: S311 - repeatable on purpose
    damaged = [whole[:length] for length in range(0, len(whole), 43)]
    for _ in range(300):
        flipped = bytearray(whole)
        flipped[dice.randrange(400 if dice.random() < 0.7 else len(flipped))] ^= dice.randrange(1, 256)
        damaged.append(bytes(flipped))
    damaged += [b"\n" * 900, whole.replace(b" ", b"\n"), b"\x80\x04K\x01.", whole[40:], whole + whole]
    for content in damaged:
        cache.write_bytes(content)
        get()
        assert get() == [], "what was computed again is not remembered beside what is damaged"


def test_what_is_idle_goes_when_it_is_most_of_all(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(entries, "_IDLE_LINES", 10)
    for round_ in range(8):
        get([("item", f"{round_}"), *ITEMS], [b"result", *RESULTS])
    assert cache.read_bytes().count(b"result") == 8
    for round_ in range(8, 80):
        get([("item", f"{round_}"), *ITEMS], [b"result", *RESULTS])
    assert cache.read_bytes().count(b"result") < 20
    assert get() == []


def test_where_nothing_can_be_kept_all_is_computed(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache.parent.write_text("no folder")
    assert get() == get() == ["one", "two", "three"]
    monkeypatch.setenv("DRAGOMAN_CACHE", "")
    assert get() == get() == ["one", "two", "three"]
