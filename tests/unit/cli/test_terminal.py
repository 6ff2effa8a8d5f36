"""What people at a terminal see, and programs that read along do not."""

from __future__ import annotations

import io
import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest

from dragoman.cli.terminal import has_colour
from tests.small_site import EVENT, TODAY, SmallSite, make_site


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("environment", "expected"),
    [({}, True), ({"NO_COLOR": "1"}, False), ({"NO_COLOR": ""}, True), ({"TERM": "dumb"}, False)],
)
def test_colours_are_for_terminals_that_want_them(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], expected: bool
) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert has_colour(Terminal()) is expected
    assert has_colour(io.StringIO()) is False


def run_at_terminal(site: SmallSite, *arguments: str) -> tuple[int, str]:
    """The exit code, and what a person sees of standard error, without the escape sequences."""
    ours, theirs = pty.openpty()
    command = [str(Path(sys.executable).with_name("dragoman")), *arguments]
    environment = {**os.environ, "SOURCE_DATE_EPOCH": TODAY, "TERM": "xterm"}
    with subprocess.Popen(command, cwd=site.folder, stdout=subprocess.PIPE, stderr=theirs, env=environment) as process:
        os.close(theirs)
        seen = b""
        while chunk := read_some(ours):
            seen += chunk
        code = process.wait()
    os.close(ours)
    return code, re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", seen.decode())


def read_some(descriptor: int) -> bytes:
    try:
        return os.read(descriptor, 4096)
    except OSError:  # how Linux tells that nobody is at the other end any more
        return b""


def test_a_person_is_told_what_was_built(tmp_path: Path) -> None:
    site = make_site(tmp_path)
    code, seen = run_at_terminal(site, "build")
    assert code == 0
    assert re.search(r"25 of \d+ pages", seen)
    assert re.search(r"Read 1 event\. (\d+) files in output/ \(\1 new\), in \d+\.\d s\.", seen)
    site.change(EVENT, "Ministers telephone (de)", "Ministers talk (de)")
    assert re.search(r"\(.*\d+ changed.*\)", run_at_terminal(site, "build")[1])
    assert "(nothing new)" in run_at_terminal(site, "build")[1]


def test_a_person_is_told_what_was_checked(tmp_path: Path) -> None:
    site = make_site(tmp_path)
    assert run_at_terminal(site, "check") == (0, "no errors, no warnings\r\n")
    site.change(EVENT, "person: moana", "person: moanna")
    assert run_at_terminal(site, "check") == (1, "1 error in 1 file\r\n")
