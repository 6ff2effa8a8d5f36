"""An event: one dated contact, who took part, and each side's own account of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import Discriminator, Field, Tag, model_validator
from pydantic_core import PydanticCustomError

from dragoman.model.dates import EdtfDate
from dragoman.model.publication import PublicationDate
from dragoman.model.records import Record
from dragoman.model.text import InlineMarkdown, Length, Localized, Markdown
from dragoman.model.times import Duration, LocalTime, Moment
from dragoman.model.values import (
    EventId,
    Flag,
    Language,
    Licence,
    OneOrMany,
    OrganisationId,
    OrganisationOrName,
    PersonId,
    PlaceId,
    PlaceOrTermId,
    ReadoutId,
    SourceHandle,
    Text,
    TopicId,
    Value,
    WebAddress,
)

EventType = Literal[
    "call", "video-call", "meeting", "encounter", "visit", "summit", "talks", "consultation", "letter", "statement",
    "signing", "summons", "offer", "exchange", "other",
]  # fmt: skip
Status = Literal["held", "announced", "postponed", "cancelled", "declined", "not-held", "denied", "unconfirmed"]
Part = Literal[
    "caller", "callee", "host", "guest", "chair", "mediator", "attendee", "delegate", "sender", "recipient",
    "messenger", "interpreter",
]  # fmt: skip
ReadoutKind = Literal[
    "press-release", "spokesperson-readout", "press-briefing", "social-post", "joint-statement", "document",
    "transcript", "interview", "announcement", "news-report",
]  # fmt: skip
Relation = Literal["same", "overlap", "differ", "contradict"]
RelatedType = Literal["follows", "same-day", "responds-to", "announces", "replaced-by"]
#: The fields of an event whose own sources can be named.
SourcedField = Literal[
    "date", "time", "duration", "type", "status", "place", "venue", "participants", "title", "summary", "outcome",
]  # fmt: skip

#: What `place` holds where nobody knows where the contact took place.
UNKNOWN_PLACE = "unknown"
#: Kinds of contact for which a place must be given (or `unknown`).
PLACED_TYPES = frozenset({"meeting", "visit", "summit", "signing"})


class Called(Value):
    """What a source called a person's office, where it differs from ours."""

    text: Text
    lang: Language
    source: SourceHandle


class PersonParticipant(Value):
    """A person who took part; the office is looked up by date, ``office`` only chooses between several."""

    person: PersonId
    part: Part | None = None
    office: Text | None = None
    side: OrganisationId | None = None
    called: tuple[Called, ...] = ()


class OrganisationParticipant(Value):
    """A delegation or an unnamed official; ``name`` says who where the organisation alone does not."""

    organisation: OrganisationId
    name: Annotated[Localized, Length(200)] | None = None
    part: Part | None = None
    side: OrganisationId | None = None


def _participant_kind(value: Any) -> str:
    return "organisation" if isinstance(value, dict) and "organisation" in value else "person"


Participant = Annotated[
    Annotated[PersonParticipant, Tag("person")] | Annotated[OrganisationParticipant, Tag("organisation")],
    Discriminator(_participant_kind),
]


class Initiative(Value):
    """Who asked for the contact, and by whose account."""

    sides: OneOrMany[OrganisationId]
    according_to: OneOrMany[SourceHandle] = ()


class Outcome(Value):
    """Who cancelled, declined or postponed a contact, when and why."""

    by: OneOrMany[OrganisationId] = ()
    on: EdtfDate | None = None
    reason: Annotated[InlineMarkdown, Length(400)] | None = None
    sources: OneOrMany[SourceHandle] = ()


class Quote(Value):
    """Words as published, in the language of publication; ``rendered_from`` if that is itself a translation."""

    text: Text
    lang: Language
    speaker: PersonId | None = None
    source: SourceHandle | None = None
    rendered_from: Language | None = None


class Point(Value):
    """One statement of a readout, in our words, with the published words beside it where they are known."""

    topic: TopicId
    speaker: PersonId | None = None
    text: Annotated[Localized, Length(200)]
    quote: Quote | None = None


class Account(Value):
    """A readout that exists: one issuer's (or several issuers' joint) account of the event."""

    id: Text
    by: OneOrMany[OrganisationId]
    attribution: Annotated[Localized, Length(200)] | None = None
    kind: ReadoutKind
    source: OneOrMany[SourceHandle] = ()
    second_hand: Flag = False
    extent: Literal["full", "excerpt"] = "excerpt"
    published: Moment | None = None
    rendering_of: ReadoutId | None = None
    calls: Mapping[PlaceOrTermId, Text] = {}
    points: tuple[Point, ...] = ()

    @model_validator(mode="after")
    def _was_read(self) -> Account:
        if self.second_hand and self.extent == "full":
            raise PydanticCustomError(
                "wrong-type",
                "a text that is known at second hand only was not read in full",
                {"hint": "remove this line, or second_hand: true if the text itself was read", "at": "extent"},
            )
        return self


class NoneFound(Value):
    """Somebody looked for a readout by this issuer on this day and found nothing."""

    by: OneOrMany[OrganisationId]
    none_found: EdtfDate

    @model_validator(mode="before")
    @classmethod
    def _without_points(cls, value: Any) -> Any:
        if isinstance(value, dict) and "points" in value:
            raise PydanticCustomError(
                "none-found-with-points",
                "a readout that was not found cannot have points",
                {
                    "hint": "remove none_found if a readout exists, or the points if it does not",
                    "at": "none_found",
                    "mend": {"points": None},
                },
            )
        return value


def _readout_kind(value: Any) -> str:
    return "none-found" if isinstance(value, dict) and "none_found" in value else "account"


Readout = Annotated[
    Annotated[Account, Tag("account")] | Annotated[NoneFound, Tag("none-found")],
    Discriminator(_readout_kind),
]


class Judgement(Value):
    """An editor's judgement on what the accounts say about one topic; ``between`` names readouts, else all."""

    topic: TopicId
    relation: Relation
    between: OneOrMany[ReadoutId] = ()
    note: Annotated[InlineMarkdown, Length(600)] | None = None


class DisputedValue(Value):
    """What every value other than ours has: the value, the sources that give it, and a note."""

    value: Any
    sources: OneOrMany[SourceHandle]
    note: Annotated[InlineMarkdown, Length(600)] | None = None


class DisputedDate(DisputedValue):
    value: EdtfDate


class DisputedTime(DisputedValue):
    value: LocalTime


class DisputedDuration(DisputedValue):
    value: Duration


class DisputedPlace(DisputedValue):
    value: OneOrMany[PlaceId]


class DisputedType(DisputedValue):
    value: EventType


class DisputedInitiative(DisputedValue):
    value: OneOrMany[OrganisationId]


class DisputedStatus(DisputedValue):
    value: Status


class DisputedParticipants(DisputedValue):
    value: Annotated[Localized, Length(400)]


class Disputed(Value):
    """Values other than ours which a source gives, by field."""

    date: tuple[DisputedDate, ...] = ()
    time: tuple[DisputedTime, ...] = ()
    duration: tuple[DisputedDuration, ...] = ()
    place: tuple[DisputedPlace, ...] = ()
    type: tuple[DisputedType, ...] = ()
    initiative: tuple[DisputedInitiative, ...] = ()
    status: tuple[DisputedStatus, ...] = ()
    participants: tuple[DisputedParticipants, ...] = ()


class Source(Value):
    """Where something is known from: a page with an address (``url``) or print and broadcast (``ref``)."""

    url: WebAddress | None = None
    ref: Text | None = None
    publisher: OrganisationOrName
    title: Text | None = None
    lang: Language
    published: PublicationDate | None = None
    accessed: EdtfDate | None = None
    archived: WebAddress | None = None
    via: OrganisationOrName | None = None

    @model_validator(mode="after")
    def _has_address(self) -> Source:
        if self.url is None and self.ref is None:
            raise PydanticCustomError(
                "missing-field",
                "a source needs an address",
                {
                    "hint": "add `url:` with the page's address, or `ref:` for print and broadcast",
                    "mend": {"ref": "x"},
                },
            )
        return self


class Related(Value):
    """Another event, and how this one relates to it."""

    event: EventId
    type: RelatedType


class Medium(Value):
    """A picture or document below content/media."""

    file: Text
    alt: Annotated[Localized, Length(400)]
    credit: Text
    licence: Licence | None = None


class Correction(Value):
    """A public correction."""

    date: Moment
    text: Annotated[InlineMarkdown, Length(1000)]


class Retraction(Value):
    """The record was wrong as a whole; its page stays, with the reason."""

    date: Moment
    text: Annotated[InlineMarkdown, Length(1000)]


_UNDISPUTED = Disputed()


class Waiver(Value):
    """A warning accepted, with a reason, until a day where one is given."""

    rule: Text
    reason: Text
    until: EdtfDate | None = None


class Event(Record):
    """One contact. Its page, feeds and data are all made from this."""

    date: EdtfDate
    time: LocalTime | None = None
    type: EventType
    published: Moment
    updated: Moment | None = None
    status: Status = "held"
    outcome: Outcome | None = None
    draft: Flag = False
    title: Annotated[Localized, Length(110)]
    summary: Annotated[Markdown, Length(900, shortest=40)]
    participants: Annotated[tuple[Participant, ...], Field(min_length=1)]
    initiative: Initiative | None = None
    place: OneOrMany[PlaceId] = ()
    venue: Annotated[Localized, Length(200)] | None = None
    duration: Duration | None = None
    according_to: Mapping[SourcedField, OneOrMany[SourceHandle]] = {}
    topics: OneOrMany[TopicId]
    readouts: tuple[Readout, ...] = ()
    reactions: tuple[Readout, ...] = ()
    comparison: tuple[Judgement, ...] = ()
    disputed: Disputed = Field(default_factory=lambda: _UNDISPUTED)  # a plain default would be copied for each event
    sources: Annotated[Mapping[str, Source], Field(min_length=1)]
    related: tuple[Related, ...] = ()
    part_of: EventId | None = None
    media: tuple[Medium, ...] = ()
    corrections: tuple[Correction, ...] = ()
    retracted: Retraction | None = None
    waive: tuple[Waiver, ...] = ()

    @model_validator(mode="after")
    def _has_place(self) -> Event:
        if self.type in PLACED_TYPES and not self.place:
            raise PydanticCustomError(
                "missing-field",
                f"a {self.type} needs a place",
                {"hint": "add `place:` with the id of a place, or `place: unknown`", "mend": {"place": UNKNOWN_PLACE}},
            )
        return self
