"""Asks a person at a terminal, completing what they type and finding records by whatever they are called."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TypeVar

import click

from dragoman.editing.known import Known, find_matches, is_sure

Answer = TypeVar("Answer")

_SHOWN = 9


def can_ask() -> bool:
    """Whether a person sits at both ends: what is asked is seen, and answered by hand."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def ask_text(label: str, convert: Callable[[str], Answer], *, default: str = "", words: Iterable[str] = ()) -> Answer:
    """Ask until ``convert`` takes the answer (it raises click.UsageError); ``words`` are completed with Tab."""
    with _completing(words):
        while True:
            text = str(click.prompt(label, default=default, show_default=bool(default), err=True)).strip()
            try:
                return convert(text)
            except click.UsageError as error:
                click.echo(f"  {error.message}", err=True)


def ask_record(label: str, known: Sequence[Known]) -> str | None:
    """Ask for a record until one is meant; its id, or None for an empty answer."""
    words = [one.id for one in known]
    while True:
        text = ask_text(label, str, words=words)
        if not text:
            return None
        matches = find_matches(text, known)
        only = len(matches) == 1 and is_sure(text, matches[0])
        chosen = matches[0] if only else _ask_which(matches)
        if chosen:
            click.echo(f"  {chosen.id}: {chosen.label}", err=True)
            return chosen.id
        if not matches:
            click.echo(f"  nothing is known by the name “{text}”", err=True)


def _ask_which(matches: Sequence[Known]) -> Known | None:
    shown = matches[:_SHOWN]
    if not shown:
        return None
    for number, one in enumerate(shown, start=1):
        click.echo(f"  {number}  {one.id}: {one.label}", err=True)
    number = click.prompt("  which (0: none)", type=click.IntRange(0, len(shown)), default=1, err=True)
    return shown[number - 1] if number else None


@contextmanager
def _completing(words: Iterable[str]) -> Iterator[None]:
    """Let Tab complete these words, where the system can."""
    choices = sorted(words)
    try:
        import readline  # noqa: PLC0415 - not on every system
    except ImportError:
        yield
        return
    before, delimiters = readline.get_completer(), readline.get_completer_delims()

    def complete(start: str, state: int) -> str | None:
        found = [word for word in choices if word.startswith(start)] or [word for word in choices if start in word]
        return found[state] if state < len(found) else None

    readline.set_completer(complete)
    readline.set_completer_delims(" \t\n")
    readline.parse_and_bind("tab: complete")
    try:
        yield
    finally:
        readline.set_completer(before)
        readline.set_completer_delims(delimiters)
