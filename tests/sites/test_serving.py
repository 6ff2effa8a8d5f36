"""`dragoman serve` as a whole: it builds, shows, notices changes, shows errors and their end, and leaves cleanly."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.small_site import EVENT, TODAY, SmallSite, make_site

LONGEST_WAIT = 60.0  # seconds; a loaded machine builds slowly


@contextmanager
def serving(site: SmallSite) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """The running command, and the address that it tells."""
    command = [str(Path(sys.executable).with_name("dragoman")), "serve", "--port", "0"]
    environment = {**os.environ, "SOURCE_DATE_EPOCH": TODAY}
    with subprocess.Popen(command, cwd=site.folder, stderr=subprocess.PIPE, text=True, env=environment) as process:
        try:
            yield process, find_address(process)
        finally:
            process.kill()


def find_address(process: subprocess.Popen[str]) -> str:
    assert process.stderr is not None
    said: list[str] = []
    for line in process.stderr:
        said.append(line)
        if found := re.search(r"http://\S+", line):
            return found[0]
    raise AssertionError("".join(said))


def ask(address: str) -> tuple[int, str]:
    try:
        with urllib.request.urlopen(address, timeout=10) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.read().decode()


def wait_until(condition: Callable[[], bool]) -> None:
    end = time.monotonic() + LONGEST_WAIT
    while not condition():
        assert time.monotonic() < end, "it did not happen in time"
        time.sleep(0.1)


@pytest.fixture
def site(tmp_path: Path) -> SmallSite:
    return make_site(tmp_path)


def test_changes_errors_and_their_mending_are_seen_in_the_page(site: SmallSite) -> None:
    with serving(site) as (process, address):
        assert address.endswith("/talks/")
        page = f"{address}de/2024/02/"
        assert "Ministers telephone (de)" in ask(page)[1]

        site.change(EVENT, "Ministers telephone", "Ministers chat")
        wait_until(lambda: "Ministers chat (de)" in ask(page)[1])

        site.change(EVENT, "person: moana", "person: moanna")
        wait_until(lambda: ask(page)[0] == 500)
        _, text = ask(page)
        assert f"{EVENT}:6:14" in text
        assert "moanna" in text
        assert (site.output / "de/2024/02/index.html").is_file()

        site.change(EVENT, "person: moanna", "person: moana")
        wait_until(lambda: ask(page)[0] == 200)

        process.send_signal(signal.SIGINT)
        assert process.wait(LONGEST_WAIT) == 130
        assert process.stderr is not None
        assert "Traceback" not in process.stderr.read()


def test_a_site_that_begins_with_errors_is_served_with_them(site: SmallSite) -> None:
    site.change(EVENT, "person: moana", "person: moanna")
    with serving(site) as (process, address):
        status, text = ask(address)
        assert status == 500
        assert "unknown-reference" in text
        site.change(EVENT, "person: moanna", "person: moana")
        wait_until(lambda: ask(f"{address.rstrip('/')}/talks/de/")[0] == 200)
        process.terminate()
        assert process.wait(LONGEST_WAIT) == 143


def test_changed_settings_are_taken_up(site: SmallSite) -> None:
    with serving(site) as (_, address):
        site.write({"overrides/404.html": "mine"})
        with (site.folder / "pelicanconf.py").open("a") as settings:
            settings.write('THEME_TEMPLATES_OVERRIDES = ["overrides"]\n')
        wait_until(lambda: "mine" in ask(f"{address}nowhere/")[1])

        # In a folder that is watched only since then: a change is seen even if it came before the watching began.
        site.write({"overrides/404.html": "changed"})
        wait_until(lambda: "changed" in ask(f"{address}nowhere/")[1])
