"""A contact in the words of schema.org: an Event, with each account as a CreativeWork about it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from dragoman.model.times import Moment
from dragoman.render.data.plain import exact_span, known
from dragoman.render.linked_data.things import Node, Speaker, iso_date, iso_span
from dragoman.site.catalog import LinkedEvent, LinkedReadout, LinkedSource, Present, PresentPerson
from dragoman.site.views import EventView

_NAMESPACE = "https://schema.org/"
#: Only what schema.org has a word for; it has none for a contact that is over.
_STATUSES: Mapping[str, str] = {
    "announced": "EventScheduled", "postponed": "EventPostponed", "cancelled": "EventCancelled",
    "declined": "EventCancelled",
}  # fmt: skip
_KINDS: Mapping[str, str] = {
    "press-release": "NewsArticle", "social-post": "SocialMediaPosting", "news-report": "NewsArticle",
    "announcement": "NewsArticle",
}  # fmt: skip
_HOSTS = {"host", "chair"}


def describe_contact(view: EventView, speaker: Speaker) -> list[Node]:
    """The contact, and every account and reaction; nothing but that it was withdrawn if it was retracted."""
    event = view.event
    if not event.is_listed:
        return []
    accounts = [*event.readouts, *event.reactions]
    return [_event(view, speaker), *(_account(event, account, speaker) for account in accounts)]


def contact_id(event_id: str, speaker: Speaker) -> Node:
    """A reference to a contact."""
    return {"@id": speaker.id("event", event_id)}


def _event(view: EventView, speaker: Speaker) -> Node:
    event, record = view.event, view.event.record
    start, end = iso_span(record.date)
    span = exact_span(record.date)
    if record.time is not None and span is not None and span[0] == span[1]:
        start, end = _instants(record.time.on(span[0]), record.duration.length if record.duration else None)
    status = _STATUSES.get(record.status)
    return known(
        **{"@type": "Event", "@id": speaker.id("event", event.id)},
        name=speaker.say(record.title),
        description=speaker.say(record.summary),
        url=speaker.url(event),
        inLanguage=speaker.language,
        startDate=start,
        endDate=end,
        duration=str(record.duration) if record.duration else None,
        eventStatus=_NAMESPACE + status if status else None,
        location=[speaker.place(place) for place in event.places],
        organizer=[_present(item, speaker) for item in event.participants if item.part in _HOSTS],
        attendee=[_present(item, speaker) for item in event.participants if item.part not in _HOSTS],
        about=[speaker.topic(topic) for topic in event.topics],
        superEvent=contact_id(event.part_of, speaker) if event.part_of else None,
        subEvent=[contact_id(part, speaker) for part in event.parts],
        subjectOf=[{"@id": _account_id(event, account, speaker)} for account in (*event.readouts, *event.reactions)],
    )


def _instants(start: dt.datetime, length: dt.timedelta | None) -> tuple[str, str | None]:
    end = (start.astimezone(dt.UTC) + length).astimezone(start.tzinfo) if length is not None else None
    return start.isoformat(timespec="minutes"), end.isoformat(timespec="minutes") if end else None


def _present(present: Present, speaker: Speaker) -> Node:
    if isinstance(present, PresentPerson):
        return speaker.person(present.then.person, present.then.office, present.organisation)
    return speaker.organisation(present.organisation)


def _account(event: LinkedEvent, account: LinkedReadout, speaker: Speaker) -> Node:
    record = account.record
    quoted = [statement.record.quote.text for statement in account.statements if statement.record.quote is not None]
    topics = {statement.topic.id: statement.topic for statement in account.statements}
    return known(
        **{"@type": _KINDS.get(record.kind, "CreativeWork"), "@id": _account_id(event, account, speaker)},
        about=contact_id(event.id, speaker),
        author=[speaker.organisation(issuer) for issuer in account.issuers],
        creditText=speaker.say(record.attribution),
        datePublished=_published(record.published),
        mentions=[speaker.topic(topic) for topic in topics.values()],
        text=quoted,
        # What we have read of it: the texts themselves, or reports of them.
        subjectOf=[_source(source, speaker) for source in account.sources],
    )


def _source(source: LinkedSource, speaker: Speaker) -> Node:
    record, publisher = source.record, source.publisher
    return known(
        **{"@type": "CreativeWork"},
        name=record.title,
        url=record.url,
        citation=record.ref,
        archivedAt=record.archived,
        inLanguage=record.lang,
        datePublished=_published(record.published)
        if isinstance(record.published, Moment)
        else iso_date(record.published),
        publisher=speaker.organisation(publisher.organisation)
        if publisher.organisation
        else {"@type": "Organization", "name": publisher.name},
    )


def _published(moment: Moment | None) -> str | None:
    return moment.text if moment else None


def _account_id(event: LinkedEvent, account: LinkedReadout, speaker: Speaker) -> str:
    part = "reaction" if account in event.reactions else "readout"
    return speaker.id("event", event.id, part, account.record.id)
