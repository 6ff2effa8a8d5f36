"""Builds that are killed: readers have the old site or the new one, and the next build makes up for it."""

from __future__ import annotations

import os
import random
import re
import signal
import subprocess
import time
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path

from dragoman.output.manifest import MANIFEST_NAME
from tests.campaigns.builds import (
    Bench,
    Tree,
    make_bench,
    new_files,
    old_files,
    quick_builds,
    wait_for,
    wait_for_orphans,
)

#: The calls by which a program changes what is on a disk.
CALLS = (
    "write,pwrite64,writev,sendfile,copy_file_range,ftruncate,rename,renameat,renameat2,link,linkat,symlink,symlinkat,"
    "unlink,unlinkat,mkdir,mkdirat,rmdir,chmod,fchmod,fchmodat"
)
_PERIOD = 0.0005  # seconds between two looks at a build
_NEVER = 65_535  # the highest number that strace takes


class Range:
    """A bench whose site becomes another, is killed on the way, is built again, and becomes the former once more."""

    def __init__(self, folder: Path, *, swap: bool = True, processes: int = 1) -> None:
        self.bench = make_bench(folder / "killed", swap=swap, processes=processes)
        self.old = make_bench(folder / "old").build_here()
        self.new, self.seconds = self._build_cleanly(folder / "new", new_files())
        self.seen: Counter[str] = Counter()
        self.bench.build()
        self._states = [(old_files(), self.old), (new_files(), self.new)]

    def kill_once(self, kill: Callable[[Bench], int]) -> None:
        """``kill`` starts a build, kills it, and returns its id. What is not as promised fails an assertion."""
        (_, before), (files, after) = self._states
        self.bench.write(files)
        leader = kill(self.bench)
        found = self.bench.read()
        assert wait_for_orphans(leader), "processes of the killed build live on"
        assert not _find_torn(found, before, after)
        assert not self.bench.swap or found in (before, after), "a mixture"
        self.seen["before" if found == before else "after" if found == after else "between"] += 1
        self.bench.build()
        assert self.bench.read() == after
        left = self.bench.find_leftovers()
        assert not left, left
        self._states.reverse()

    @staticmethod
    def _build_cleanly(folder: Path, files: dict[str, str]) -> tuple[Tree, float]:
        bench = make_bench(folder, files)
        child = bench.start()
        spent = _watch(child, until=float("inf"))
        assert wait_for(child) == 0, bench.said
        return bench.read(), spent


def kill_at_random(folder: Path, count: int, *, swap: bool = True, processes: int = 1, seed: int = 0) -> Counter[str]:
    """Kill builds after a random share of the time that a whole one computes; how often which site was found."""
    chance = random.Random(seed)
    with quick_builds():
        ground = Range(folder, swap=swap, processes=processes)
        for _ in range(count):
            ground.kill_once(lambda bench: _kill_after(bench, chance.uniform(0, ground.seconds)))
    return ground.seen


def kill_at_calls(folder: Path, calls: Iterable[int], *, swap: bool = True) -> Counter[str]:
    """Kill builds before the n-th system call that changes the disk, for each n. Needs strace."""
    with quick_builds():
        ground = Range(folder, swap=swap)
        for call in calls:
            ground.kill_once(lambda bench, call=call: _kill_at(bench, call, folder / "trace"))  # type: ignore[misc]
    return ground.seen


def count_calls(folder: Path) -> int:
    """How many calls a whole build makes that change the disk."""
    with quick_builds():
        ground = Range(folder)
        ground.bench.write(new_files())
        trace = folder / "trace"
        _kill_at(ground.bench, _NEVER, trace)
        lines = trace.read_text(errors="replace").splitlines()
    return sum(1 for line in lines if re.match(r"\w+\(", line))


def _kill_after(bench: Bench, seconds: float) -> int:
    child = bench.start()
    _watch(child, until=seconds)
    os.kill(child, signal.SIGKILL)
    assert wait_for(child) in (0, -signal.SIGKILL), bench.said
    return child


def _watch(child: int, *, until: float) -> float:
    """Wait until a child has computed for so many seconds or has ended; how long it has computed."""
    spent = 0.0
    path = Path(f"/proc/{child}/schedstat")
    while spent < until and not _has_ended(child):
        spent = int(path.read_text().split()[0]) / 1e9
        time.sleep(_PERIOD)
    return spent


def _has_ended(child: int) -> bool:
    return os.waitid(os.P_PID, child, os.WEXITED | os.WNOHANG | os.WNOWAIT) is not None


def _kill_at(bench: Bench, call: int, trace: Path) -> int:
    reading, writing = os.pipe()

    def wait_for_tracer() -> None:
        os.close(writing)
        os.read(reading, 1)

    child = bench.start(wait_for_tracer)
    os.close(reading)
    inject = ("-e", f"trace={CALLS}", "-e", f"inject={CALLS}:signal=KILL:when={call}")
    command = ("strace", "-s", "4096", "-o", str(trace), *inject, "-p", str(child))
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as tracer:
        assert tracer.stderr is not None
        told = tracer.stderr.readline()
        assert "attached" in told, told
        os.close(writing)
        assert wait_for(child) in (0, -signal.SIGKILL), bench.said
    return child


def _find_torn(found: Tree, before: Tree, after: Tree) -> list[str]:
    """Files that are neither what they were nor what they become, but for the record, which is a third thing."""
    paths = {*found, *before, *after} - {MANIFEST_NAME}
    return [path for path in sorted(paths) if found.get(path) not in (before.get(path), after.get(path))]
