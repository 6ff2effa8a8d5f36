"""Two builds into one output: the second waits, or says who holds it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from dragoman.errors import DragomanError
from dragoman.output import publish
from tests.unit.output.sites import NEW, OLD, names_beside, rendered, texts_in

_HOLDER = """
import sys, time
from pathlib import Path
from dragoman.output import publish
from dragoman.rendered import RenderedFile

def slowly():
    yield RenderedFile(path="a", content=b"by the other")
    print("holding", flush=True)
    sys.stdin.read()

publish(slowly(), Path(sys.argv[1]))
"""


@contextmanager
def _other_build(output: Path) -> Iterator[subprocess.Popen[str]]:
    with subprocess.Popen(
        [sys.executable, "-c", _HOLDER, str(output)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "holding\n"
        try:
            yield process
        finally:
            process.kill()


def test_a_second_build_says_who_holds_the_output(tmp_path: Path) -> None:
    output = tmp_path / "output"
    with _other_build(output) as process:
        with pytest.raises(DragomanError) as refusal:
            publish(rendered(OLD), output, wait=0.1)
        assert f"another build is writing here (process {process.pid}, since 2" in refusal.value.message
        assert not output.exists()


def test_a_second_build_waits_for_the_first(tmp_path: Path) -> None:
    output = tmp_path / "output"
    with _other_build(output) as process:
        assert process.stdin is not None
        timer = threading.Timer(0.2, process.stdin.close)
        timer.start()
        published = publish(rendered({"a": "mine"}), output, wait=20)
        timer.join()
        assert process.wait(timeout=20) == 0

    assert published.changed_paths == ("a",)
    assert published.created == 0  # for the other build had made it
    assert texts_in(output) == {"a": "mine"}
    assert names_beside(output) == {".output.next"}


def test_a_build_that_was_killed_holds_nothing_and_leaves_nothing(tmp_path: Path) -> None:
    output = tmp_path / "output"
    publish(rendered(OLD), output)
    with _other_build(output) as process:
        process.send_signal(signal.SIGKILL)
        process.wait(timeout=20)
        assert texts_in(output) == OLD
    publish(rendered(NEW), output, wait=0)
    assert texts_in(output) == NEW
    assert names_beside(output) == {".output.next"}


def test_a_process_forked_while_rendering_does_not_inherit_the_lock(tmp_path: Path) -> None:
    output = tmp_path / "output"
    read, write = os.pipe()
    builder = os.fork()
    if builder == 0:
        try:
            _build_with_a_worker(output, write)
        finally:
            os._exit(1)
    worker = int(os.read(read, 100))
    os.kill(builder, signal.SIGKILL)
    os.waitpid(builder, 0)
    try:
        publish(rendered(OLD), output, wait=0)
        assert texts_in(output) == OLD
    finally:
        os.kill(worker, signal.SIGKILL)
        os.close(read)
        os.close(write)


def _build_with_a_worker(output: Path, write: int) -> None:
    def forking() -> Iterator[object]:
        worker = os.fork()
        if worker:
            os.write(write, str(worker).encode())
        time.sleep(60)
        yield None

    publish(forking(), output)  # type: ignore[arg-type]  # nothing is ever yielded


def test_a_lock_that_says_nothing_sensible_is_no_obstacle(tmp_path: Path) -> None:
    (tmp_path / ".output.lock").write_bytes(b'{"pid": "\x1b[31m"')
    publish(rendered(OLD), tmp_path / "output", wait=0)
    assert names_beside(tmp_path / "output") == set()
