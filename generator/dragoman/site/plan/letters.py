"""Indexes by letter: on one page where they fit, else the letters alone and a page for each."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Protocol, TypeVar

from dragoman.site.addresses import Addresses, Section
from dragoman.site.plan.lengths import LONGEST_INDEX
from dragoman.site.plan.planned import Planned
from dragoman.site.views import LetterPages, PeopleView, PlacesView, RegisterLetter, RegisterView


class Lettered(Protocol):
    """Entries of any kind under a letter."""

    @property
    def letter(self) -> str:
        """The letter."""

    @property
    def entries(self) -> tuple[object, ...]:
        """What begins with it."""


Group = TypeVar("Group", bound=Lettered)


def weigh_index(group: Lettered) -> int:
    """About how many bytes the entries of an index take, each with its number of contacts."""
    return 200 * len(group.entries)


def weigh_register(group: RegisterLetter) -> int:
    """The same for the register, where many lines only lead to another name."""
    return sum(125 if entry.other_name else 200 for entry in group.entries)


def split_letters(
    groups: tuple[Group, ...], weigh: Callable[[Group], int]
) -> Iterator[tuple[LetterPages | None, tuple[Group, ...]]]:
    """The pages of an index: what each says of the others, and the groups it shows."""
    if sum(map(weigh, groups)) <= LONGEST_INDEX:
        yield None, groups
        return
    letters = tuple((group.letter, len(group.entries)) for group in groups)
    yield LetterPages(letters=letters, chosen=None), ()
    for group in groups:
        yield LetterPages(letters=letters, chosen=group.letter), (group,)


def plan_letters(
    section: Section, pages: LetterPages | None, view: PeopleView | PlacesView | RegisterView, addresses: Addresses
) -> Planned:
    """One of these pages, laid out."""
    letter = pages.chosen if pages else None
    return Planned(
        locate=partial(addresses.section, section=section)
        if letter is None
        else partial(addresses.section_letter, section=section, letter=letter),
        template=f"{section}.html",
        view=view,
        is_alone=letter is not None,
    )
