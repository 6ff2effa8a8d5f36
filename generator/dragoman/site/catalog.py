"""The linked site: every reference resolved, every office looked up, every back-reference at hand.

Types only; `linking` makes them. Nothing here depends on a page or on the language it is read in.
"""

from __future__ import annotations

import enum
from collections.abc import Mapping
from dataclasses import dataclass

from dragoman.model.dates import EdtfDate
from dragoman.model.event import (
    Account,
    Called,
    Event,
    Judgement,
    OrganisationParticipant,
    Part,
    PersonParticipant,
    Point,
    RelatedType,
    Source,
)
from dragoman.model.organisations import Organisation
from dragoman.model.people import Office, Person
from dragoman.model.places import Place, Term
from dragoman.model.site import Site, Watched
from dragoman.model.topics import Topic


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonThen:
    """A person with the office held at the time. ``certain``: the term surely covers that time."""

    person: Person
    office: Office | None
    organisation: Organisation | None
    side: Organisation | None
    certain: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PresentPerson:
    """A participant who is a person."""

    record: PersonParticipant
    then: PersonThen
    side: Organisation | None
    called: tuple[tuple[Called, LinkedSource], ...]

    @property
    def part(self) -> Part | None:
        """The part played in the contact."""
        return self.record.part

    @property
    def organisation(self) -> Organisation | None:
        """The organisation of the office then held."""
        return self.then.organisation


@dataclass(frozen=True, slots=True, kw_only=True)
class PresentOrganisation:
    """A participant who is a delegation or an unnamed official of an organisation."""

    record: OrganisationParticipant
    organisation: Organisation
    side: Organisation | None

    @property
    def part(self) -> Part | None:
        """The part played in the contact."""
        return self.record.part


Present = PresentPerson | PresentOrganisation


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A publisher: an organisation of ours, or just a name."""

    name: str
    organisation: Organisation | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkedSource:
    """A source of an event, under its handle. ``number`` counts from 1 in the order of the file."""

    handle: str
    number: int
    record: Source
    publisher: Named
    via: Named | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Delay:
    """How long after the contact a readout appeared: whole calendar days, and hours where both moments are known."""

    days: int
    hours: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One point of a readout; the speakers' offices are those of the day of publication."""

    record: Point
    topic: Topic
    speaker: PersonThen | None
    quote_speaker: PersonThen | None
    quote_source: LinkedSource | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkedReadout:
    """An account of the event, by one issuer or jointly by several."""

    record: Account
    issuers: tuple[Organisation, ...]
    sides: tuple[Organisation, ...]
    sources: tuple[LinkedSource, ...]
    statements: tuple[Statement, ...]
    calls: tuple[tuple[Place | Term, str], ...]
    delay: Delay | None

    @property
    def is_account(self) -> bool:
        """Whether this is an account of the contact, and not an announcement issued before it."""
        return self.record.kind != "announcement"

    @property
    def is_compared(self) -> bool:
        """Whether it has a column of its own: an account that is not the translation of another one."""
        return self.is_account and self.record.rendering_of is None

    @property
    def is_joint(self) -> bool:
        """Whether several sides issued it together."""
        return len(self.sides) > 1


@dataclass(frozen=True, slots=True, kw_only=True)
class FruitlessSearch:
    """Somebody looked for an account by these issuers on that day, and found none."""

    issuers: tuple[Organisation, ...]
    sides: tuple[Organisation, ...]
    on: EdtfDate


@dataclass(frozen=True, slots=True, kw_only=True)
class Unread:
    """A side of the event for which nobody has recorded a readout, nor a search for one."""

    sides: tuple[Organisation, ...]


#: What stands at the top of a column of the comparison.
Column = LinkedReadout | FruitlessSearch | Unread


class CellKind(enum.Enum):
    """What a readout does with a topic."""

    SAID = "said"
    NOT_MENTIONED = "not-mentioned"
    NOT_IN_PART_READ = "not-in-part-read"
    NONE_FOUND = "none-found"
    NOT_YET_READ = "not-yet-read"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One topic in one column; ``statements`` is empty unless the kind is SAID."""

    kind: CellKind
    column: Column
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkedJudgement:
    """An editor's judgement on a topic; ``between`` is empty where it holds for all readouts."""

    record: Judgement
    between: tuple[LinkedReadout, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One topic of the comparison: a cell for each column, in the columns' order, and the editor's judgements."""

    topic: Topic
    cells: tuple[Cell, ...]
    judgements: tuple[LinkedJudgement, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """The accounts of one event, topic by topic."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """Another event and how it relates; ``inverse``: it is the other event that says so of this one."""

    type: RelatedType
    event_id: str
    inverse: bool


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class PairKey:
    """Two sides, by id, in the order of their ids."""

    first: str
    second: str

    @property
    def id(self) -> str:
        """The pair's name in addresses, such as ``az-us``."""
        return f"{self.first}-{self.second}"


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkedEvent:
    """An event with everything it refers to, and what refers to it."""

    record: Event
    participants: tuple[Present, ...]
    sides: tuple[Organisation, ...]
    places: tuple[Place, ...]
    place_unknown: bool
    topics: tuple[Topic, ...]
    sources: tuple[LinkedSource, ...]
    readouts: tuple[LinkedReadout, ...]
    searches: tuple[FruitlessSearch, ...]
    reactions: tuple[LinkedReadout, ...]
    comparison: Comparison | None
    relations: tuple[Relation, ...]
    part_of: str | None
    parts: tuple[str, ...]
    pairs: tuple[PairKey, ...]

    @property
    def id(self) -> str:
        """The event's id."""
        return self.record.id

    @property
    def accounts(self) -> tuple[LinkedReadout, ...]:
        """The readouts that are accounts of the contact, in the order of the file."""
        return tuple(readout for readout in self.readouts if readout.is_account)

    @property
    def has_comparison(self) -> bool:
        """Whether two or more accounts can be laid side by side."""
        return sum(1 for readout in self.readouts if readout.is_compared) > 1

    @property
    def is_listed(self) -> bool:
        """Whether the event appears in lists; a retracted one keeps its page only."""
        return self.record.retracted is None

    @property
    def counts(self) -> bool:
        """Whether the event counts in statistics: it took place and is not retracted."""
        return self.record.status == "held" and self.is_listed


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalog:
    """The whole site, linked. Events are in chronological order; mappings of events hold listed ones only."""

    site: Site
    coverage: tuple[Watched, ...]
    events: Mapping[str, LinkedEvent]
    people: Mapping[str, Person]
    organisations: Mapping[str, Organisation]
    places: Mapping[str, Place]
    topics: Mapping[str, Topic]
    terms: Mapping[str, Term]
    by_person: Mapping[str, tuple[LinkedEvent, ...]]
    by_organisation: Mapping[str, tuple[LinkedEvent, ...]]
    by_side: Mapping[str, tuple[LinkedEvent, ...]]
    by_place: Mapping[str, tuple[LinkedEvent, ...]]
    by_topic: Mapping[str, tuple[LinkedEvent, ...]]
    by_pair: Mapping[PairKey, tuple[LinkedEvent, ...]]

    @property
    def listed(self) -> tuple[LinkedEvent, ...]:
        """The events that appear in lists, in chronological order."""
        return tuple(event for event in self.events.values() if event.is_listed)
