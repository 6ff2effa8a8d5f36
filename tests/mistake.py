"""A mistake in a file and what is said to it, as the tables of mistakes have it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Mistake:
    """``right`` in a file without fault is exchanged for ``wrong``; ``caret`` is what is marked."""

    what: str
    path: str
    right: str
    wrong: str
    place: str
    caret: str
    rule: str
    message: str
    hint: str
