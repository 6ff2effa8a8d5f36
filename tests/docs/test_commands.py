"""Commands in the documentation exist, with the options that they are shown with; and every option is told."""

from __future__ import annotations

import functools
import importlib
import re
import shlex

import click
import pytest

from dragoman.cli.commands import COMMANDS, MODULES
from tests.docs.documents import Document, all_documents, code_in, document, read_table
from tests.tools.programs import CHECKOUT

_CALL = re.compile(r"^(?:\S*/)?dragoman(?: (.*))?$")
_OPTION = re.compile(r"--[a-z][a-z-]*")
_TARGET = re.compile(r"^([a-z]+):", re.MULTILINE)
OF_ALL_COMMANDS = {"--help"}
OF_THE_PROGRAM = {"--help", "--version"}


@functools.cache
def all_commands() -> dict[str, click.Command]:
    """Every command by the words that call it; those of a group by two."""
    found: dict[str, click.Command] = {}
    for name in COMMANDS:
        command: click.Command = importlib.import_module(f"dragoman.cli.{MODULES.get(name, name)}").command
        if isinstance(command, click.Group):
            found |= {f"{name} {inner}": member for inner, member in command.commands.items()}
        else:
            found[name] = command
    return found


def options_of(name: str) -> set[str]:
    parameters = all_commands()[name].params
    return {option for parameter in parameters for option in parameter.opts if option.startswith("--")}


def name_of(words: list[str]) -> str:
    """The command that these words call, as far as it can be one."""
    return " ".join(words[:2]) if " ".join(words[:2]) in all_commands() else words[0]


def calls_of(page: Document) -> list[list[str]]:
    """The words behind ``dragoman`` in every line of code that calls it."""
    found = []
    for line in page.commands():
        call = _CALL.match(re.sub(r"^time ", "", line.strip().replace("…", "")))
        if call:
            found.append(shlex.split(call[1] or "", comments=True))
    return found


@pytest.mark.parametrize("page", all_documents(), ids=lambda page: page.name)
def test_every_call_is_of_a_command_that_exists_with_options_that_it_has(page: Document) -> None:
    for words in calls_of(page):
        if not words or words[0] in OF_THE_PROGRAM:
            continue
        assert name_of(words) in all_commands(), f"dragoman {' '.join(words)}"
        used = {word.partition("=")[0] for word in words[1:] if word.startswith("--")}
        assert used <= options_of(name_of(words)) | OF_ALL_COMMANDS, f"dragoman {' '.join(words)}"


def test_calls_are_found_at_all() -> None:
    assert {name_of(words) for page in all_documents() for words in calls_of(page) if words} >= set(all_commands())


def test_the_maintainers_page_has_every_command_with_every_option() -> None:
    section = document("docs/maintainers.md").sections()["Commands"]
    told = {}
    for call, text in read_table(section):
        name = name_of(code_in(call)[0].split()[1:])
        told[name] = {option for code in code_in(text) for option in _OPTION.findall(code)}
    assert set(told) == set(all_commands())
    for name, options in told.items():
        of_every = {"--site"} & options_of(name)
        assert options | of_every == options_of(name), name
    assert "--site DIR" in section


@pytest.mark.parametrize("page", all_documents(), ids=lambda page: page.name)
def test_every_make_target_exists(page: Document) -> None:
    targets = set(_TARGET.findall((CHECKOUT / "Makefile").read_text(encoding="utf-8")))
    for line in page.commands():
        words = line.strip().partition("#")[0].split()
        if words[:1] == ["make"]:
            named = {word for word in words[1:] if word.isalpha()}
            assert named <= targets, line
