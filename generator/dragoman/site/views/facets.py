"""One year of a long list of contacts."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.model.organisations import Organisation
from dragoman.model.people import Person
from dragoman.model.places import Place
from dragoman.model.topics import Topic
from dragoman.site.views.listings import Day, Pair


@dataclass(frozen=True, slots=True, kw_only=True)
class FacetYearView:
    """One year of a long list of contacts: those of a person, an organisation, a place, a topic or a pair.

    Where a list is long, the thing's own page shows the newest contacts in ``days`` and names the years that
    have such a page in ``year_pages``; where that is empty, ``days`` is the whole list.
    """

    subject: Person | Organisation | Place | Topic | Pair
    year: int
    years: tuple[int, ...]
    days: tuple[Day, ...]
    event_count: int
