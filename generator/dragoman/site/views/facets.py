"""One year of a long dossier."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.model.organisations import Organisation
from dragoman.model.people import Person
from dragoman.model.places import Place
from dragoman.model.topics import Topic
from dragoman.site.views.listings import Day, Pair
from dragoman.site.views.organisations import PublishedReadout
from dragoman.site.views.topics import SideStatements


@dataclass(frozen=True, slots=True, kw_only=True)
class FacetYearView:
    """One year of the dossier of a person, an organisation, a place, a topic or a pair, or a part of that year.

    Where a dossier is long, the thing's own page shows the newest contacts in ``days`` and names the years that
    have such a page in ``year_pages``; where that is empty, ``days`` is the whole list. A year that is long itself is
    cut into ``parts``, of which this is ``part``, counted from 1; each holds its contacts with what was said then.
    """

    subject: Person | Organisation | Place | Topic | Pair
    year: int
    years: tuple[int, ...]
    part: int
    parts: int
    statements: tuple[SideStatements, ...]
    readouts: tuple[PublishedReadout, ...]
    days: tuple[Day, ...]
    event_count: int
