"""What each kind of page shows: one typed view a template, a module a family of pages. Theme makers read this.

Lists are already in the order in which they are shown, names sorted by the rules of the page's language.
Texts are still localised values: the template's filters pick the language and mark a fallback.
"""

from dragoman.site.views.calendar import EventsView, MonthView, YearView
from dragoman.site.views.comparisons import ComparisonsView
from dragoman.site.views.event import (
    DisputedContent,
    DisputedEntry,
    EmbedView,
    EventView,
    LocalTimeView,
    Neighbours,
    RelatedEvent,
    StaleText,
)
from dragoman.site.views.facets import FacetYearView
from dragoman.site.views.finding import RegisterEntry, RegisterLetter, RegisterView, SearchView
from dragoman.site.views.front import FrontView
from dragoman.site.views.listings import (
    Counted,
    DatedCorrection,
    Day,
    LetterGroup,
    LetterPages,
    MonthCount,
    Pair,
    YearCount,
)
from dragoman.site.views.names import CalledInReadouts, NamesEntry, NamesView, NameUse
from dragoman.site.views.organisations import (
    Holder,
    OrganisationBranch,
    OrganisationsView,
    OrganisationView,
    PublishedReadout,
)
from dragoman.site.views.outside import ChooserView, NotFoundView, RedirectView
from dragoman.site.views.page import Page, View
from dragoman.site.views.pairs import MatrixCell, MatrixRow, PairsView, PairView
from dragoman.site.views.people import CalledThen, Counterpart, OfficeOf, PeopleView, PersonView
from dragoman.site.views.places import PlacesView, PlaceView
from dragoman.site.views.prose import ProsePage, ProseView
from dragoman.site.views.report import ReportView
from dragoman.site.views.reuse import DataView, Download, SubscribeView
from dragoman.site.views.topics import Said, SideStatements, TopicBranch, TopicsView, TopicView
from dragoman.site.views.trust import CorrectionsView, CoverageView, WatchedPublisher

__all__ = [
    "CalledInReadouts",
    "CalledThen",
    "ChooserView",
    "ComparisonsView",
    "CorrectionsView",
    "Counted",
    "Counterpart",
    "CoverageView",
    "DataView",
    "DatedCorrection",
    "Day",
    "DisputedContent",
    "DisputedEntry",
    "Download",
    "EmbedView",
    "EventView",
    "EventsView",
    "FacetYearView",
    "FrontView",
    "Holder",
    "LetterGroup",
    "LetterPages",
    "LocalTimeView",
    "MatrixCell",
    "MatrixRow",
    "MonthCount",
    "MonthView",
    "NameUse",
    "NamesEntry",
    "NamesView",
    "Neighbours",
    "NotFoundView",
    "OfficeOf",
    "OrganisationBranch",
    "OrganisationView",
    "OrganisationsView",
    "Page",
    "Pair",
    "PairView",
    "PairsView",
    "PeopleView",
    "PersonView",
    "PlaceView",
    "PlacesView",
    "ProsePage",
    "ProseView",
    "PublishedReadout",
    "RedirectView",
    "RegisterEntry",
    "RegisterLetter",
    "RegisterView",
    "RelatedEvent",
    "ReportView",
    "Said",
    "SearchView",
    "SideStatements",
    "StaleText",
    "SubscribeView",
    "TopicBranch",
    "TopicView",
    "TopicsView",
    "View",
    "WatchedPublisher",
    "YearCount",
    "YearView",
]
