"""What each kind of page shows: one typed view a template. Theme makers read this beside the templates.

Lists are already in the order in which they are shown, names sorted by the rules of the page's language.
Texts are still localised values: the template's filters pick the language and mark a fallback.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dragoman.model.dates import EdtfDate
from dragoman.model.event import Called, Correction
from dragoman.model.organisations import Organisation
from dragoman.model.people import Office, Person
from dragoman.model.places import Place, Term, UsedName
from dragoman.model.site import Site, Watched
from dragoman.model.text import InlineMarkdown, Localized
from dragoman.model.times import Duration, LocalTime
from dragoman.model.topics import Topic
from dragoman.site.catalog import (
    Comparison,
    Delay,
    LinkedEvent,
    LinkedReadout,
    LinkedSource,
    Named,
    PairKey,
    Relation,
    Statement,
)
from dragoman.site.mirror import Mirror


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """Events that share a date exactly as it is known (a day, a month, a stretch of days)."""

    date: EdtfDate
    events: tuple[LinkedEvent, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthCount:
    """One month of the density strip; ``has_page`` is false where no event begins in it."""

    year: int
    month: int
    count: int
    has_page: bool
    is_covered: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class YearCount:
    """How many contacts took place in a year."""

    year: int
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two sides, in the page language's alphabetical order, and how many contacts they had."""

    key: PairKey
    first: Organisation
    second: Organisation
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedCorrection:
    """A public correction and the event it belongs to."""

    event: LinkedEvent
    correction: Correction


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """A record in an index, with the number of events it leads to."""

    record: Person | Organisation | Place | Topic
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterGroup:
    """The entries of an index that begin with one letter."""

    letter: str
    entries: tuple[Counted, ...]


# --- Pages outside the languages -------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class ChooserView:
    """`/`: the site's title and description in each language, each with a link to its front page."""

    site: Site


@dataclass(frozen=True, slots=True, kw_only=True)
class NotFoundView:
    """`/404.html`: words in every language. Its links must be absolute, since it is shown at any address."""

    site: Site


@dataclass(frozen=True, slots=True, kw_only=True)
class RedirectView:
    """The page at an old address: where the thing is now (a path from the site's root)."""

    target: str


# --- Pages in each language ------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontView:
    """The front page."""

    months: tuple[MonthCount, ...]
    latest: tuple[Day, ...]
    comparisons: tuple[LinkedEvent, ...]
    corrections: tuple[DatedCorrection, ...]
    years: tuple[YearCount, ...]
    event_count: int
    comparison_count: int
    people_count: int
    sides: tuple[Counted, ...]
    topics: tuple[Counted, ...]
    pairs: tuple[Pair, ...]
    complete_until: EdtfDate | None


@dataclass(frozen=True, slots=True, kw_only=True)
class EventsView:
    """All years with their months; the way into the whole."""

    years: tuple[YearCount, ...]
    months: tuple[MonthCount, ...]
    event_count: int
    latest: tuple[Day, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalTimeView:
    """What the clock and the calendar showed at one side's place when the contact began."""

    sides: tuple[Organisation, ...]
    zone: str
    date: EdtfDate
    time: str
    other_day: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbours:
    """The contacts of the same two sides before and after this one."""

    pair: Pair
    previous: LinkedEvent | None
    next: LinkedEvent | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RelatedEvent:
    """Another event and how it relates to this one."""

    relation: Relation
    event: LinkedEvent


#: What a disputed value can be; the words of `type` and `status` are text.
DisputedContent = EdtfDate | LocalTime | Duration | Localized | str | tuple[Place, ...] | tuple[Organisation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DisputedEntry:
    """A value other than ours, with its references resolved. ``field`` is that of ``model.event.Disputed``.

    The value of ``type`` and ``status`` is the word in the record, that of ``initiative`` organisations.
    """

    field: str
    value: DisputedContent
    sources: tuple[LinkedSource, ...]
    note: InlineMarkdown | None


@dataclass(frozen=True, slots=True, kw_only=True)
class StaleText:
    """A text that was translated from an original which has changed since; ``original`` is the present one alone.

    ``field`` is where it stands in the record, such as ``title`` or ``readouts``.
    """

    field: str
    original: Localized


@dataclass(frozen=True, slots=True, kw_only=True)
class EventView:
    """One contact. ``comparison`` has its columns in the page language's order of sides.

    ``missing_texts``: the title or the summary has no text in the page's language and is shown in another.
    """

    event: LinkedEvent
    sides: tuple[Organisation, ...]
    comparison: Comparison | None
    local_times: tuple[LocalTimeView, ...]
    initiators: tuple[Organisation, ...]
    disputed: tuple[DisputedEntry, ...]
    outcome_by: tuple[Organisation, ...]
    delay_between: Delay | None
    part_of: LinkedEvent | None
    parts: tuple[LinkedEvent, ...]
    related: tuple[RelatedEvent, ...]
    neighbours: tuple[Neighbours, ...]
    missing_texts: bool
    stale_texts: tuple[StaleText, ...]
    outcome_unrecorded: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class EmbedView:
    """One contact, to be shown in a frame on somebody else's page."""

    event: LinkedEvent
    sides: tuple[Organisation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class YearView:
    """One year: its months, and every event that begins in it.

    Where these are many, ``days`` holds only those of which no month is known, and the others are on its months' pages.
    """

    year: int
    previous: int | None
    next: int | None
    months: tuple[MonthCount, ...]
    days: tuple[Day, ...]
    event_count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthView:
    """One month: the events that begin in it, by day; those known to the month only come first."""

    year: int
    month: int
    previous: tuple[int, int] | None
    next: tuple[int, int] | None
    days: tuple[Day, ...]
    event_count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleView:
    """All people, by letter."""

    letters: tuple[LetterGroup, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeOf:
    """One of a person's offices, with the organisation and the side it belongs to."""

    office: Office
    organisation: Organisation
    side: Organisation | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Counterpart:
    """Somebody a person met or spoke with, and how often."""

    person: Person
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CalledThen:
    """What a source called the person's office at an event."""

    event: LinkedEvent
    called: Called
    source: LinkedSource


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonView:
    """One person: offices, contacts, counterparts, spellings, statements' number."""

    person: Person
    offices: tuple[OfficeOf, ...]
    days: tuple[Day, ...]
    year_pages: tuple[int, ...]
    event_count: int
    years: tuple[YearCount, ...]
    counterparts: tuple[Counterpart, ...]
    called: tuple[CalledThen, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationBranch:
    """An organisation with those below it, sorted by name."""

    organisation: Organisation
    count: int
    children: tuple[OrganisationBranch, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationsView:
    """Every side with its organisations, and the organisations that belong to no side."""

    sides: tuple[OrganisationBranch, ...]
    others: tuple[OrganisationBranch, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """A person who holds or held an office of the organisation."""

    person: Person
    office: Office


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedReadout:
    """A readout that the organisation issued."""

    event: LinkedEvent
    readout: LinkedReadout


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationView:
    """One organisation. ``counterparts`` counts contacts by the other side (for a side)."""

    organisation: Organisation
    parents: tuple[Organisation, ...]
    children: tuple[OrganisationBranch, ...]
    side: Organisation | None
    holders: tuple[Holder, ...]
    days: tuple[Day, ...]
    year_pages: tuple[int, ...]
    event_count: int
    years: tuple[YearCount, ...]
    pairs: tuple[Pair, ...]
    readouts: tuple[PublishedReadout, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacesView:
    """All places, by letter."""

    letters: tuple[LetterGroup, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NameUse:
    """A name of a place or term, with those who use it (organisations of ours, or plain names)."""

    name: UsedName
    users: tuple[Organisation | str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CalledInReadout:
    """What one readout calls a place or a term."""

    event: LinkedEvent
    readout: LinkedReadout
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceView:
    """One place: its names and who uses them, and the contacts there."""

    place: Place
    within: tuple[Organisation, ...]
    names: tuple[NameUse, ...]
    called: tuple[CalledInReadout, ...]
    days: tuple[Day, ...]
    year_pages: tuple[int, ...]
    event_count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicBranch:
    """A topic with the narrower ones below it, sorted by name."""

    topic: Topic
    count: int
    children: tuple[TopicBranch, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicsView:
    """All topics as a tree."""

    branches: tuple[TopicBranch, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One statement on a topic, with the readout and the event it belongs to."""

    event: LinkedEvent
    readout: LinkedReadout
    statement: Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class SideStatements:
    """What one side (or, for a joint text, several) said about a topic, in chronological order."""

    sides: tuple[Organisation, ...]
    said: tuple[Said, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicView:
    """One topic: definition, broader and narrower topics, what each side said over time, and the contacts."""

    topic: Topic
    broader: tuple[Topic, ...]
    narrower: tuple[TopicBranch, ...]
    statements: tuple[SideStatements, ...]
    days: tuple[Day, ...]
    year_pages: tuple[int, ...]
    event_count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixCell:
    """Contacts of two sides; ``pair`` is None on the diagonal and where there were none. ``level`` 0–5 for shading."""

    pair: Pair | None
    level: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixRow:
    """One side against all others, in the columns' order."""

    side: Organisation
    cells: tuple[MatrixCell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PairsView:
    """The matrix of sides × sides, and the pairs by number of contacts."""

    sides: tuple[Organisation, ...]
    rows: tuple[MatrixRow, ...]
    pairs: tuple[Pair, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PairView:
    """All contacts of two sides."""

    pair: Pair
    days: tuple[Day, ...]
    year_pages: tuple[int, ...]
    event_count: int
    years: tuple[YearCount, ...]
    comparisons: tuple[LinkedEvent, ...]
    last: LinkedEvent | None


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


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparisonsView:
    """Events with two or more accounts, newest first, by year.

    Where there are many, ``years`` holds only the newest and ``year_pages`` the years that have a page of their own;
    on such a page, ``year`` is that year.
    """

    years: tuple[tuple[int, tuple[LinkedEvent, ...]], ...]
    year_pages: tuple[int, ...]
    year: int | None
    event_count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NamesEntry:
    """A place or a term that is named differently: each name with its users, and what readouts call it."""

    record: Place | Term
    names: tuple[NameUse, ...]
    called: tuple[CalledInReadout, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NamesView:
    """Spellings and terms: places and terms that have several names, and people whose names are spelt variously."""

    terms: tuple[NamesEntry, ...]
    places: tuple[NamesEntry, ...]
    people: tuple[Person, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Download:
    """A file of the data: its name, its path from the site's root, its media type (RFC 6838)."""

    name: str
    path: str
    media_type: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WatchedPublisher:
    """A publisher that is watched, since when and how often."""

    publisher: Named
    watched: Watched


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageView:
    """Who is watched and when nobody was; how many contacts have how many accounts; what was looked for in vain."""

    watched: tuple[WatchedPublisher, ...]
    months: tuple[MonthCount, ...]
    complete_until: EdtfDate | None
    contact_count: int
    comparison_count: int
    single_count: int
    searches: tuple[LinkedEvent, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionsView:
    """All public corrections, newest first, by the year in which they were made; and what was taken back."""

    years: tuple[tuple[int, tuple[DatedCorrection, ...]], ...]
    retracted: tuple[LinkedEvent, ...]
    correction_count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterEntry:
    """A line of the register: a record under its own name (``other_name`` is None), or under another that it has."""

    record: Person | Organisation | Place | Topic | Term
    other_name: str | None
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterLetter:
    """The lines of the register that begin with one letter."""

    letter: str
    entries: tuple[RegisterEntry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterView:
    """Everything that has a name, A to Z, under all its names."""

    letters: tuple[RegisterLetter, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchView:
    """The search, and what it can be narrowed by."""

    years: tuple[int, ...]
    sides: tuple[Organisation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DataView:
    """What can be taken away: the whole in each form, its tables, a file a year, and frozen ``releases`` by name."""

    event_count: int
    years: tuple[int, ...]
    files: tuple[Download, ...]
    tables: tuple[Download, ...]
    year_files: tuple[Download, ...]
    releases: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SubscribeView:
    """What can be followed, besides the whole site and its corrections; people have it on their own pages."""

    sides: tuple[Counted, ...]
    topics: tuple[Counted, ...]
    pairs: tuple[Pair, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportView:
    """The mirror for editors: a page that no other leads to, and that asks search engines to stay away."""

    mirror: Mirror


@dataclass(frozen=True, slots=True, kw_only=True)
class ProsePage:
    """A page of prose that Pelican has read. ``html`` is its body; ``path`` where Pelican puts it.

    ``key`` is the same for the translations of one page; ``lang`` the language it is written in.
    """

    key: str
    lang: str
    path: str
    title: str
    summary: str
    html: str
    template: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProseView:
    """A page of prose."""

    prose: ProsePage


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
