"""What the terminal can show, and what people who sit at one are told while they wait."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
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
def waiting(text: str) -> Iterator[None]:
    """Show a person at a terminal that work is going on."""
    if not sys.stderr.isatty():
        yield
        return
    from rich.console import Console  # noqa: PLC0415 - costs more than a whole check

    with Console(stderr=True).status(text):
        yield
