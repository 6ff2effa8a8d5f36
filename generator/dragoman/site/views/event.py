"""The page of one contact, and the frame that shows it on other pages."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.model.dates import EdtfDate
from dragoman.model.organisations import Organisation
from dragoman.model.places import Place
from dragoman.model.text import InlineMarkdown, Localized
from dragoman.model.times import Duration, LocalTime
from dragoman.site.catalog import Comparison, Delay, LinkedEvent, LinkedSource, Relation
from dragoman.site.views.listings import Pair


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
