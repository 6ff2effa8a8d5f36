"""The examples below each command's help: every command has some, and each can be typed."""

from __future__ import annotations

import importlib
import shlex
from pathlib import Path

import click
import pytest

from dragoman.cli import main
from dragoman.cli.commands import COMMANDS, MODULES
from dragoman.cli.help_examples import EXAMPLES


def all_commands() -> dict[str, click.Command]:
    found: dict[str, click.Command] = {}
    for name in COMMANDS:
        command: click.Command = importlib.import_module(f"dragoman.cli.{MODULES.get(name, name)}").command
        inner = command.commands if isinstance(command, click.Group) else {}
        found |= {f"{name} {word}": member for word, member in inner.items()} or {name: command}
    return found


def test_every_command_has_examples() -> None:
    assert EXAMPLES.keys() == all_commands().keys()


@pytest.mark.parametrize("name", EXAMPLES)
def test_what_is_shown_can_be_typed(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for file in ("en.po", "visits.csv", "mapping.yaml", "timeline.json"):
        (tmp_path / file).touch()
    for example in EXAMPLES[name]:
        words = shlex.split(example.partition(" >")[0])
        assert words[: 1 + len(name.split())] == ["dragoman", *name.split()]
        all_commands()[name].make_context(name, words[1 + len(name.split()) :], resilient_parsing=False)


def test_the_help_shows_each_on_a_line_of_its_own(capsys: pytest.CaptureFixture[str]) -> None:
    for name, examples in EXAMPLES.items():
        assert main([*name.split(), "--help"]) == 0
        shown = capsys.readouterr().out
        assert "Examples:" in shown
        assert all(f"  {example}\n" in shown for example in examples)
        assert "\\b" not in shown
