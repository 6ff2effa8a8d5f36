"""Which side an organisation speaks for: the state, international organisation or de facto authority above it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from dragoman.model.organisations import SIDE_KINDS, Organisation

#: Finds an organisation by its id; None where there is none.
FindOrganisation = Callable[[str], Organisation | None]


def iter_parents(organisation: Organisation, find: FindOrganisation) -> Iterator[Organisation]:
    """The organisation itself, its parent, and so on up to the top; a circle ends where it closes."""
    seen: set[str] = set()
    current: Organisation | None = organisation
    while current is not None and current.id not in seen:
        seen.add(current.id)
        yield current
        current = find(current.parent) if current.parent else None


def find_side(organisation: Organisation, find: FindOrganisation) -> Organisation | None:
    """The side at the top of the chain of parents, or None where what stands there cannot be a side."""
    *_, top = iter_parents(organisation, find)
    return top if top.kind in SIDE_KINDS else None
