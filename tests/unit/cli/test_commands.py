"""The command as such: its help, its exit codes, what it says of failures."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import click
import pytest

import dragoman
from dragoman.cli import main
from dragoman.cli.commands import COMMANDS, MODULES
from dragoman.errors import DragomanError
from tests.small_site import SmallSite


def replace_check(monkeypatch: pytest.MonkeyPatch, action: Callable[[], int]) -> None:
    """Put a command of the test's own in place of `dragoman check`."""

    @click.command("check")
    def command() -> int:
        return action()

    monkeypatch.setitem(sys.modules, "dragoman.cli.check", SimpleNamespace(command=command))


def test_the_help_lists_every_command_and_imports_none(tmp_path: Path) -> None:
    code = (
        "import sys; from dragoman.cli import main; code = main(['--help']);"
        "assert not {'pydantic', 'babel', 'jinja2', 'yaml', 'pelican', 'rich'} & set(sys.modules); sys.exit(code)"
    )
    done = SmallSite(tmp_path).run_command([sys.executable, "-c", code])
    assert (done.code, done.stderr) == (0, "")
    assert all(f"  {name} " in done.stdout and text in done.stdout for name, text in COMMANDS.items())


def test_the_line_in_the_list_is_that_of_the_commands_own_help(capsys: pytest.CaptureFixture[str]) -> None:
    for name in COMMANDS:
        assert main([name, "--help"]) == 0
        assert f"Usage: dragoman {name}" in capsys.readouterr().out
        assert sys.modules[f"dragoman.cli.{MODULES.get(name, name)}"].command.short_help == COMMANDS[name]


def test_the_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"dragoman {dragoman.__version__}\n"


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (["chekc"], "chekc"),
        (["check", "--format", "xml"], "xml"),
        (["check", "--site", "nowhere"], "nowhere"),
        (["build", "--outptu", "x"], "--outptu"),
        (["serve", "--port", "70000"], "70000"),
        (["init"], "DIR"),
    ],
)
def test_wrong_use_ends_with_2_and_names_what_was_wrong(
    arguments: list[str], word: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 2
    said = capsys.readouterr()
    assert word in said.err
    assert said.out == ""


@pytest.mark.parametrize("command", ["check", "build", "serve"])
def test_a_folder_that_is_no_site_ends_with_2_and_says_what_to_do(
    tmp_path: Path, command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([command, "--site", str(tmp_path)]) == 2
    said = capsys.readouterr().err
    assert said.startswith("dragoman: there is no ")
    assert "--site" in said


def test_what_the_operator_can_mend_is_a_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail() -> int:
        raise DragomanError("the disk is full", hint="make room")

    replace_check(monkeypatch, fail)
    assert main(["check"]) == 2
    assert capsys.readouterr().err == "dragoman: the disk is full\n          make room\n"


def test_what_nobody_expected_is_not_hidden(monkeypatch: pytest.MonkeyPatch) -> None:
    replace_check(monkeypatch, lambda: 1 // 0)
    with pytest.raises(ZeroDivisionError):
        main(["check"])


def test_an_interrupt_ends_with_130(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt() -> int:
        raise KeyboardInterrupt

    replace_check(monkeypatch, interrupt)
    assert main(["check"]) == 130


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129)])
def test_a_signal_unwinds_what_was_begun(monkeypatch: pytest.MonkeyPatch, number: signal.Signals, code: int) -> None:
    steps: list[str] = []

    def work() -> int:
        try:
            os.kill(os.getpid(), number)
            signal.pause()
        finally:
            steps.append("put away")
        return 0

    replace_check(monkeypatch, work)
    before: Any = signal.getsignal(number)
    with pytest.raises(SystemExit) as ending:
        main(["check"])
    assert (ending.value.code, steps) == (code, ["put away"])
    assert signal.getsignal(number) is before
