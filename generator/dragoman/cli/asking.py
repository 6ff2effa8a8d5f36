"""Asks a person at a terminal, completing what they type and finding records by whatever they are called."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, TypeAlias, TypeVar

import click

from dragoman.editing.known import Known, find_matches, is_sure

Answer = TypeVar("Answer")

_SHOWN = 9
#: What Tab proposes for what was typed.
Propose: TypeAlias = Callable[[str], Iterable[str]]


def can_ask() -> bool:
    """Whether a person sits at both ends: what is asked is seen, and answered by hand."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def ask_text(
    label: str, convert: Callable[[str], Answer], *, default: str = "", propose: Propose = lambda _: ()
) -> Answer:
    """Ask until ``convert`` takes the answer (it raises click.UsageError); Tab completes what ``propose`` names."""
    with _completing(propose):
        while True:
            text = str(_prompt(label, default=default, show_default=bool(default))).strip()
            try:
                return convert(text)
            except click.UsageError as error:
                click.echo(f"  {error.message}", err=True)


def ask_word(label: str, convert: Callable[[str], Answer], words: Sequence[str]) -> Answer:
    """Ask for one of a few words, which Tab completes."""
    return ask_text(label, convert, propose=lambda start: (word for word in words if word.startswith(start.lower())))


def ask_record(label: str, known: Sequence[Known]) -> str | None:
    """Ask for a record until one is meant; its id, or None for an empty answer. Tab knows all that it is called by."""
    while True:
        text = ask_text(label, str, propose=lambda start: _propose_ids(start, known))
        if not text:
            return None
        matches = find_matches(text, known)
        only = len(matches) == 1 and is_sure(text, matches[0])
        chosen = matches[0] if only else _ask_which(text, matches)
        if chosen:
            click.echo(f"  {chosen.id}: {chosen.label}", err=True)
            return chosen.id
        if not matches:
            click.echo(f"  nothing is known by the name “{text}”; leave it empty to go on, and add it later", err=True)


def _propose_ids(start: str, known: Sequence[Known]) -> list[str]:
    """Ids that begin so, else those of what the text may mean."""
    return [one.id for one in known if one.id.startswith(start)] or [one.id for one in find_matches(start, known)]


def _ask_which(text: str, matches: Sequence[Known]) -> Known | None:
    """Which of several is meant. What is only like the text is never taken for it without being chosen."""
    shown = matches[:_SHOWN]
    if not shown:
        return None
    for number, one in enumerate(shown, start=1):
        click.echo(f"  {number}  {one.id}: {one.label}", err=True)
    default = int(is_sure(text, shown[0]))
    number = _prompt("  which (0: none)", type=click.IntRange(0, len(shown)), default=default)
    return shown[number - 1] if number else None


def _prompt(label: str, **options: Any) -> Any:
    """What was typed. Lines are edited and completed only where the question, too, goes to standard output."""
    return click.prompt(label, err=not sys.stdout.isatty(), **options)


@contextmanager
def _completing(propose: Propose) -> Iterator[None]:
    """Let Tab complete the whole line, where the system can."""
    try:
        import readline  # noqa: PLC0415 - not on every system
    except ImportError:
        yield
        return
    before, delimiters = readline.get_completer(), readline.get_completer_delims()
    found: list[str] = []

    def complete(start: str, state: int) -> str | None:
        if state == 0:
            found[:] = sorted(propose(start))
        return found[state] if state < len(found) else None

    readline.set_completer(complete)
    readline.set_completer_delims("\t\n")
    readline.parse_and_bind("tab: complete")
    try:
        yield
    finally:
        readline.set_completer(before)
        readline.set_completer_delims(delimiters)
