"""``make campaigns``: all campaigns at full numbers, or those named; an hour of computing. Each says what it found."""

from __future__ import annotations

import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from tests.campaigns.asking import ask_during_builds
from tests.campaigns.builds import old_files
from tests.campaigns.editing import EDITS, edit_in_sequences, edit_one_by_one
from tests.campaigns.exploring import Explorer, explore_dates, explore_yaml
from tests.campaigns.killing import count_calls, kill_at_calls, kill_at_random
from tests.campaigns.mutating import try_mutants
from tests.campaigns.varying import EACH, PLAIN, build_under, find_differing

_KILLS = 200
_REQUESTS, _BUILDS = 100_000, 20
_SEQUENCES = 200
_MUTANTS = 5_000
_TEXTS = 200_000
_LAST = 30  # calls before a build's end, among them the one that publishes


def _kill_at_last_calls(folder: Path) -> object:
    (folder / "counted").mkdir()
    count = count_calls(folder / "counted")
    return f"{kill_at_calls(folder, range(count - _LAST, count + 1))} of {count} calls"


def _vary(folder: Path) -> object:
    plain = build_under(PLAIN, old_files(), folder)
    return {name: find_differing(plain, build_under(odd, old_files(), folder)) for name, odd in EACH.items()}


def _tell(explorer: Explorer) -> str:
    return f"{len(explorer.corpus)} texts kept, {len(explorer.seen)} lines reached"


_CAMPAIGNS: dict[str, Callable[[Path], object]] = {
    "kills at random": lambda folder: kill_at_random(folder, _KILLS),
    "kills at random, file by file": lambda folder: kill_at_random(folder, _KILLS, swap=False),
    "kills at random, two processes": lambda folder: kill_at_random(folder, _KILLS // 4, processes=2),
    "kills after each of the first calls": lambda folder: kill_at_calls(folder, range(2, _KILLS + 2)),
    "kills around the exchange": _kill_at_last_calls,
    "requests": lambda folder: ask_during_builds(folder, _REQUESTS, _BUILDS),
    "requests, file by file": lambda folder: ask_during_builds(folder, _REQUESTS, _BUILDS, swap=False),
    "circumstances": _vary,
    "kinds of edit": lambda folder: edit_one_by_one(folder, EDITS),
    "sequences of edits": lambda folder: edit_in_sequences(folder, _SEQUENCES),
    "mutants": lambda folder: try_mutants(folder, _MUTANTS),
    "texts as YAML": lambda _: _tell(explore_yaml(_TEXTS)),
    "texts as dates": lambda _: _tell(explore_dates(_TEXTS)),
}


def run(names: list[str]) -> int:
    """Run the campaigns whose names begin with one of these, or all; 0 if nothing was found."""
    for name, campaign in _CAMPAIGNS.items():
        if names and not name.startswith(tuple(names)):
            continue
        if name.startswith(("kills after", "kills around")) and not shutil.which("strace"):
            print(f"{name}: left out, strace is missing", flush=True)
            continue
        began = time.monotonic()
        with tempfile.TemporaryDirectory() as folder:
            print(f"{name}: {campaign(Path(folder))} in {time.monotonic() - began:.0f} s", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
