"""What the terminal can show, and what people who sit at one are told while they wait."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TextIO


def has_colour(stream: TextIO) -> bool:
    """Whether colours make sense there: a terminal, unless NO_COLOR (no-color.org) is set or it is a dumb one."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def tell(text: str) -> None:
    """Say something to a person at a terminal; nothing where the output goes to a file or another program."""
    if text and sys.stderr.isatty():
        sys.stderr.write(f"{text}\n")


@contextmanager
def waiting(text: str) -> Iterator[Callable[[int, int], None]]:
    """Show a person at a terminal that work is going on; what it gives is told how much is done, of how much.

    The bar moves only when it is told so: a thread that moves it would keep the work from being spread over processes.
    """
    if not sys.stderr.isatty():
        yield _hear_nothing
        return
    from rich.console import Console  # noqa: PLC0415 - costs more than a whole check
    from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn  # noqa: PLC0415 - as above

    columns = (TextColumn("{task.description}"), BarColumn(), TextColumn("{task.fields[state]}"), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), auto_refresh=False, transient=True) as bar:
        task = bar.add_task(text, total=None, state="")
        bar.refresh()

        def hear(done: int, total: int) -> None:
            state = f"{done:,} of {total:,} pages" if done < total else "publishing …"
            bar.update(task, completed=done, total=total, state=state, refresh=True)

        yield hear


def _hear_nothing(_done: int, _total: int) -> None:
    """For where nobody looks."""
