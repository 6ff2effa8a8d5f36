"""The index of places, and one place."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.model.organisations import Organisation
from dragoman.model.places import Place
from dragoman.site.views.listings import Day, LetterGroup, LetterPages
from dragoman.site.views.names import CalledInReadouts, NameUse


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacesView:
    """All places, by letter; where they are many, on a page for each letter."""

    letters: tuple[LetterGroup, ...]
    pages: LetterPages | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceView:
    """One place: its names and who uses them, and the contacts there."""

    place: Place
    within: tuple[Organisation, ...]
    names: tuple[NameUse, ...]
    called: tuple[CalledInReadouts, ...]
    days: tuple[Day, ...]
    year_pages: tuple[int, ...]
    event_count: int
