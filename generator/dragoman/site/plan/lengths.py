"""How long a page may become: what is on it is weighed, and a list that weighs too much is cut into parts.

Weights are about as many bytes of HTML as a thing takes; they need not be exact, only keep pages from growing with the
whole site.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from dragoman.site.catalog import LinkedEvent

Entry = TypeVar("Entry")

#: A contact as a card with its date, a statement with where it was made, a line of a list.
CARD = 1_200
STATEMENT = 560
LINE = 300
#: The page of a thing is a dossier of one piece up to this weight; beyond, it shows the newest, and years have pages.
LONGEST_DOSSIER = 150_000
#: The page of a year, and every part of what is cut.
LONGEST_PAGE = 95_000
#: An index of names, which is looked through as a whole.
LONGEST_INDEX = 120_000
#: A month has to stay below 100 kB, whoever took part.
LONGEST_MONTH = 75_000


def weigh_card(event: LinkedEvent) -> int:
    """A contact in a list of contacts."""
    return CARD + 90 * max(0, len(event.participants) - 4)


def weigh_cards(events: Iterable[LinkedEvent]) -> int:
    """A whole list of contacts."""
    return sum(map(weigh_card, events))


def cut(entries: Iterable[Entry], weigh: Callable[[Entry], int], longest: int) -> tuple[tuple[Entry, ...], ...]:
    """The entries in parts that weigh at most ``longest`` each, in the same order; one part at least.

    An entry that alone weighs more has a part of its own.
    """
    parts: list[list[Entry]] = [[]]
    weight = 0
    for entry in entries:
        own = weigh(entry)
        if parts[-1] and weight + own > longest:
            parts.append([])
            weight = 0
        parts[-1].append(entry)
        weight += own
    return tuple(map(tuple, parts))
