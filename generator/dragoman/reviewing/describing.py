"""Says a value in a few words: a date with its uncertainty, a participant, a source. English, as all commands speak."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from functools import cache
from typing import Any

from dragoman.i18n.dates import format_date, format_term
from dragoman.i18n.formats import Style
from dragoman.i18n.messages import Messages, source_messages
from dragoman.i18n.times import format_duration
from dragoman.model.dates import EdtfDate
from dragoman.model.event import (
    Account,
    Called,
    DisputedValue,
    Event,
    Initiative,
    Judgement,
    Medium,
    NoneFound,
    OrganisationParticipant,
    Outcome,
    PersonParticipant,
    Point,
    Quote,
    Related,
    Source,
    Waiver,
)
from dragoman.model.people import Office
from dragoman.model.places import UsedName
from dragoman.model.site import Watched
from dragoman.model.text import Localized
from dragoman.model.times import Duration, LocalTime, Moment
from dragoman.model.values import Value

_LANGUAGE = "en"


def describe(value: Any, language: str) -> str:
    """One value on one line; a localised text in ``language`` if it has one."""
    match value:
        case None | ():
            return "nothing"
        case bool():
            return "yes" if value else "no"
        case EdtfDate():
            return format_date(value, _LANGUAGE, _words(), Style.LONG)
        case Moment() if value.instant is None:
            return format_date(EdtfDate.parse(value.day.isoformat()), _LANGUAGE, _words(), Style.LONG)
        case Duration():
            return format_duration(value, _LANGUAGE)
        case Moment() | LocalTime():
            return value.text
        case Localized():
            return " ".join(value.resolve((language,)).text.split())
        case Value():
            return _describe_part(value, language)
        case tuple():
            return ", ".join(describe(item, language) for item in value)
        case Mapping():
            return ", ".join(f"{key}: {describe(item, language)}" for key, item in value.items())
        case dt.date():
            return describe(EdtfDate.parse(value.isoformat()), language)
        case _:
            return str(value)


def describe_limit(date: EdtfDate, *, is_start: bool) -> str:
    """The start or the end of a term, where an open date means "or earlier", "or later"."""
    return format_term(date if is_start else None, None if is_start else date, _LANGUAGE, _words())


def describe_event(event: Event, language: str) -> tuple[tuple[str, str], ...]:
    """What a reviewer wants to know of a new event at once: field and words."""
    accounts = [readout for readout in event.readouts if isinstance(readout, Account)]
    facts = (
        ("date", describe(event.date, language)),
        ("type", event.type if event.status == "held" else f"{event.type}, {event.status}"),
        ("participants", describe(event.participants, language)),
        ("topics", ", ".join(event.topics)),
        ("readouts", "; ".join(describe(readout, language) for readout in event.readouts)),
        ("points", str(sum(len(readout.points) for readout in accounts) or "")),
        ("sources", ", ".join(event.sources)),
    )
    return tuple((label, text) for label, text in facts if text and text != "nothing")


@cache
def _words() -> Messages:
    return source_messages(_LANGUAGE)


def _describe_part(value: Value, language: str) -> str:
    match value:
        case PersonParticipant():
            return _with(value.person, value.part, value.office)
        case OrganisationParticipant():
            name = describe(value.name, language) if value.name else None
            return _with(value.organisation, name, value.part)
        case Account():
            return _with(", ".join(value.by), value.kind, "second hand" if value.second_hand else None)
        case NoneFound():
            return f"{', '.join(value.by)}: none found on {describe(value.none_found, language)}"
        case Point():
            return f"{value.topic}: {describe(value.text, language)}"
        case Source():
            title = f"“{value.title}”" if value.title else value.ref or value.url or ""
            published = describe(value.published, language) if value.published else None
            return _with(f"{title}, {value.publisher}", published)
        case Judgement():
            return _with(f"{value.topic}: {value.relation}", ", ".join(value.between) or None)
        case DisputedValue():
            return _with(describe(value.value, language), f"according to {', '.join(value.sources)}")
        case _:
            return _describe_smaller_part(value, language)


def _describe_smaller_part(value: Value, language: str) -> str:
    match value:
        case Initiative():
            return _with(", ".join(value.sides), f"according to {', '.join(value.according_to) or 'nobody'}")
        case Outcome():
            return ", ".join(value.by) or (describe(value.reason, language) if value.reason else "recorded")
        case Called() | Quote():
            return f"“{value.text}”"
        case Related():
            return f"{value.type} {value.event}"
        case Medium():
            return value.file
        case Waiver():
            return _with(value.rule, value.reason)
        case Office():
            term = format_term(value.from_, value.to, _LANGUAGE, _words())
            return _with(f"{describe(value.title, language)}, {value.of}", term or None)
        case UsedName():
            return _with(f"“{value.text}”", ", ".join(value.used_by) or None)
        case Watched():
            return _with(value.publisher, f"since {describe(value.since, language)}")
        case _:
            fields = (getattr(value, name) for name in type(value).model_fields)
            return ", ".join(describe(one, language) for one in fields if one)


def _with(head: str, *details: str | None) -> str:
    known = [detail for detail in details if detail]
    return f"{head} ({', '.join(known)})" if known else head
