"""One page to be made: where, by which template, and which view of all there are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dragoman.site.views.calendar import EventsView, MonthView, YearView
from dragoman.site.views.comparisons import ComparisonsView
from dragoman.site.views.event import EmbedView, EventView
from dragoman.site.views.facets import FacetYearView
from dragoman.site.views.finding import RegisterView, SearchView
from dragoman.site.views.front import FrontView
from dragoman.site.views.names import NamesView
from dragoman.site.views.organisations import OrganisationsView, OrganisationView
from dragoman.site.views.outside import ChooserView, NotFoundView, RedirectView
from dragoman.site.views.pairs import PairsView, PairView
from dragoman.site.views.people import PeopleView, PersonView
from dragoman.site.views.places import PlacesView, PlaceView
from dragoman.site.views.prose import ProseView
from dragoman.site.views.report import ReportView
from dragoman.site.views.reuse import DataView, SubscribeView
from dragoman.site.views.topics import TopicsView, TopicView
from dragoman.site.views.trust import CorrectionsView, CoverageView

View = (
    ChooserView | NotFoundView | RedirectView | FrontView | EventsView | EventView | YearView | MonthView | PeopleView
    | PersonView | OrganisationsView | OrganisationView | PlacesView | PlaceView | TopicsView | TopicView | PairsView
    | PairView | FacetYearView | ComparisonsView | NamesView | CoverageView | CorrectionsView | RegisterView
    | SearchView | EmbedView | DataView | SubscribeView | ProseView | ReportView
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One file of HTML to be made: where, in which language, by which template, from what.

    ``path`` is relative to the output folder (`de/ereignisse/ID/index.html`). ``alternates`` maps each
    language in which the page exists, its own included, to the path there; empty outside the languages.
    """

    path: str
    language: str
    template: str
    view: View
    alternates: Mapping[str, str]
