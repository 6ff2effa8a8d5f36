"""Which item of a list became which: by what names it, and else by how alike the two are. Their order means nothing."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import Any

from dragoman.model.event import (
    Correction,
    DisputedValue,
    Judgement,
    Medium,
    NoneFound,
    OrganisationParticipant,
    PersonParticipant,
    Point,
    Related,
    Waiver,
)
from dragoman.model.places import UsedName
from dragoman.model.site import Watched

#: How alike (0 to 1) two statements must be to be one that was edited: on the same topic, and on another.
_ALIKE = 0.5
_ALIKE_ON_ANOTHER_TOPIC = 0.8

#: An item before and after; None where it was added or removed. With the number (from 1) that it has, or had.
Pair = tuple[Any | None, Any | None, int]


def align(before: Sequence[Any], after: Sequence[Any]) -> tuple[Pair, ...]:
    """The items in the order of ``after``, then those that were removed."""
    partners: dict[int, int] = {}
    for match in (_match_equal, _match_named, _match_alike):
        left = [index for index in range(len(before)) if index not in partners.values()]
        right = [index for index in range(len(after)) if index not in partners]
        partners.update(match(before, after, left, right))
    kept = set(partners.values())
    return (
        *((before[partners[n]] if n in partners else None, item, n + 1) for n, item in enumerate(after)),
        *((item, None, n + 1) for n, item in enumerate(before) if n not in kept),
    )


def get_name(item: Any) -> str:
    """What an item of a list is called, by its own id or by what it is about; empty if only by its number."""
    match item:
        case PersonParticipant():
            return item.person
        case OrganisationParticipant():
            return item.organisation
        case NoneFound():
            return ", ".join(item.by)
        case Judgement():
            return item.topic
        case Related():
            return item.event
        case Medium():
            return item.file
        case Correction():
            return item.date.text
        case Waiver():
            return item.rule
        case UsedName():
            return item.text
        case Watched():
            return item.publisher
        case DisputedValue():
            return ""
        case _:
            return getattr(item, "id", "")


def _match_equal(
    before: Sequence[Any], after: Sequence[Any], left: list[int], right: list[int]
) -> Iterator[tuple[int, int]]:
    free = list(left)
    for new in right:
        old = next((old for old in free if before[old] == after[new]), None)
        if old is not None:
            free.remove(old)
            yield new, old


def _match_named(
    before: Sequence[Any], after: Sequence[Any], left: list[int], right: list[int]
) -> Iterator[tuple[int, int]]:
    named: dict[Hashable, list[int]] = {}
    for old in left:
        named.setdefault((type(before[old]), get_name(before[old])), []).append(old)
    for new in right:
        name = get_name(after[new])
        candidates = named.get((type(after[new]), name)) if name else None
        if candidates:
            yield new, candidates.pop(0)


def _match_alike(
    before: Sequence[Any], after: Sequence[Any], left: list[int], right: list[int]
) -> Iterator[tuple[int, int]]:
    """The likest first. What is no statement and has no name is the same as what stood at its place."""
    scored = sorted(
        (-score, new, old)
        for new in right
        for old in left
        if (score := _compare(before[old], after[new], same_place=old == new)) > 0
    )
    taken_old: set[int] = set()
    taken_new: set[int] = set()
    for _, new, old in scored:
        if new not in taken_new and old not in taken_old:
            taken_new.add(new)
            taken_old.add(old)
            yield new, old


def _compare(old: Any, new: Any, *, same_place: bool) -> float:
    if isinstance(old, Point) and isinstance(new, Point):
        score = max(
            (
                SequenceMatcher(None, text, other, autojunk=False).ratio()
                for language, text in old.text.texts
                if (other := new.text.find(language)) is not None
            ),
            default=0.0,
        )
        return score if score >= (_ALIKE if old.topic == new.topic else _ALIKE_ON_ANOTHER_TOPIC) else 0.0
    return float(same_place and type(old) is type(new) and not get_name(old))
