"""Completion in shells: the scripts are printed, are sound, and ask for what there is."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from dragoman.cli import main
from dragoman.cli.commands import COMMANDS

PROGRAM = Path(sys.executable).with_name("dragoman")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_script_is_printed_that_the_shell_can_read(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["completion", shell]) == 0
    script = capsys.readouterr().out
    assert "_DRAGOMAN_COMPLETE" in script
    if shutil.which(shell):
        flag = "--no-execute" if shell == "fish" else "-n"
        done = subprocess.run([shell, flag], input=script, text=True, capture_output=True, check=False)
        assert (done.returncode, done.stderr) == (0, "")


def test_another_shell_is_wrong_use() -> None:
    assert main(["completion", "cmd"]) == 2


def complete(line: str) -> list[str]:
    """What the script for bash gets as an answer to a line with the cursor at its end."""
    words = line.split(" ")
    environment = {
        **os.environ,
        "_DRAGOMAN_COMPLETE": "bash_complete",
        "COMP_WORDS": line,
        "COMP_CWORD": str(len(words) - 1),
    }
    done = subprocess.run([str(PROGRAM)], env=environment, text=True, capture_output=True, check=True)
    return [answer.partition(",")[2] for answer in done.stdout.splitlines()]


def test_commands_and_options_are_completed() -> None:
    assert set(complete("dragoman ")) == set(COMMANDS)
    assert complete("dragoman chec") == ["check"]
    assert "--strict" in complete("dragoman check --s")
    assert complete("dragoman import ") == ["csv", "timelinejs"]
    assert complete("dragoman completion z") == ["zsh"]
