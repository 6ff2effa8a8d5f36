"""iCalendar (RFC 5545, RFC 7986). A contact is written once a language and goes into every calendar that it is in.

The one module that knows the library for calendars.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

import icalendar

from dragoman.i18n.messages import Messages
from dragoman.model.site import Site
from dragoman.model.text import InlineMarkdown, Localized, Markdown
from dragoman.render.changes import get_change
from dragoman.render.data.plain import exact_span
from dragoman.render.markdown import to_plain
from dragoman.render.subscriptions.channels import Channel
from dragoman.render.tags import get_authority
from dragoman.rendered import RenderedFile
from dragoman.site.addresses import Addresses
from dragoman.site.catalog import LinkedEvent

NAME = "calendar.ics"
_PRODUCT = "-//Dragoman//Diplomatic contacts//EN"
_BEGIN, _END = b"BEGIN:VCALENDAR\r\n", b"END:VCALENDAR\r\n"
_EVENT_BEGIN, _EVENT_END = b"BEGIN:VEVENT\r\n", b"END:VEVENT\r\n"
_DAY = dt.timedelta(days=1)
#: What a calendar makes of a contact's status; held ones and all others are confirmed.
_STATUSES = {
    "announced": "TENTATIVE", "unconfirmed": "TENTATIVE", "postponed": "CANCELLED", "cancelled": "CANCELLED",
    "declined": "CANCELLED", "not-held": "CANCELLED", "denied": "CANCELLED",
}  # fmt: skip


class Schedule:
    """When contacts were and what became of them, which calendars of all languages say alike."""

    def __init__(self, site: Site, events: Iterable[LinkedEvent]) -> None:
        self._authority = get_authority(site).replace(",", ".")
        self._lines = {event.id: self._write(event) for event in events if exact_span(event.record.date) is not None}

    def has(self, event: LinkedEvent) -> bool:
        """Whether the contact's days are known, so that a calendar can show it without inventing any."""
        return event.id in self._lines

    def get_lines(self, event: LinkedEvent) -> bytes:
        """The lines of a contact that ``has`` is true of."""
        return self._lines[event.id]

    def _write(self, event: LinkedEvent) -> bytes:
        record, made = event.record, icalendar.Event()
        changed, published = get_change(event), record.published.sort_key[0]
        made.add("uid", f"{event.id}@{self._authority}")
        made.add("dtstamp", changed)
        made.add("created", published)
        made.add("last-modified", changed)
        # Grows with every change, and with nothing else.
        made.add("sequence", int((changed - published).total_seconds() // 60))
        _add_time(made, event)
        made.add("status", "CANCELLED" if record.retracted else _STATUSES.get(record.status, "CONFIRMED"))
        made.add("transp", "TRANSPARENT")
        lines: bytes = made.to_ical().removesuffix(_EVENT_END)
        return lines


class CalendarWriter:
    """Writes the calendars of one language, and remembers the contacts by id."""

    def __init__(self, site: Site, addresses: Addresses, language: str, words: Messages, schedule: Schedule) -> None:
        self._site = site
        self._addresses = addresses
        self._language = language
        self._words = words
        self._schedule = schedule
        self._written: dict[str, bytes] = {}
        self._head = self._write_head()

    def write(self, channel: Channel, events: Iterable[LinkedEvent]) -> RenderedFile:
        """The calendar of a channel with events whose days are known."""
        path = f"{channel.path.rpartition('/')[0]}/{NAME}"
        own = icalendar.Calendar()
        own.add("name", channel.title, parameters={"LANGUAGE": self._language})
        own.add("x-wr-calname", channel.title)
        own.add("url", channel.page)
        own.add("source", self._addresses.absolute(path), parameters={"VALUE": "URI"})
        body = b"".join(map(self._write_event, events))
        return RenderedFile(path=path, content=self._head + _inside(own.to_ical(), _BEGIN, _END) + body + _END)

    def _write_head(self) -> bytes:
        """What all calendars of the language begin with."""
        calendar = icalendar.Calendar()
        calendar.add("prodid", _PRODUCT)
        calendar.add("version", "2.0")
        calendar.add("refresh-interval", _DAY, parameters={"VALUE": "DURATION"})
        self._add_text(calendar, "description", self._site.description)
        head: bytes = calendar.to_ical().removesuffix(_END)
        return head

    def _write_event(self, event: LinkedEvent) -> bytes:
        if event.id not in self._written:
            own = _inside(self._make_event(event).to_ical(), _EVENT_BEGIN, _EVENT_END)
            self._written[event.id] = self._schedule.get_lines(event) + own + _EVENT_END
        return self._written[event.id]

    def _make_event(self, event: LinkedEvent) -> icalendar.Event:
        record, made = event.record, icalendar.Event()
        self._add_text(made, "summary", record.title, retracted=not event.is_listed)
        self._add_text(made, "description", record.retracted.text if record.retracted else record.summary)
        made.add("url", self._addresses.absolute(self._addresses.of(self._language, event)))
        self._add_place(made, event)
        if event.topics:
            made.add("categories", [self._resolve(topic.name)[0] for topic in event.topics])
        return made

    def _add_place(self, made: icalendar.Event, event: LinkedEvent) -> None:
        if not event.places:
            return
        names = [self._resolve(place.name) for place in event.places]
        made.add("location", ", ".join(name for name, _ in names), parameters={"LANGUAGE": names[0][1]})
        place = event.places[0]
        if len(event.places) == 1 and place.lat is not None and place.lon is not None:
            made.add("geo", (place.lat, place.lon))

    def _add_text(self, made: icalendar.Component, name: str, text: Localized, *, retracted: bool = False) -> None:
        words, lang = self._resolve(text)
        if retracted:
            words = f"{self._words.pgettext('feed', 'Retracted:')} {words}"
        made.add(name, words, parameters={"LANGUAGE": lang})

    def _resolve(self, text: Localized) -> tuple[str, str]:
        """The text without markup, and its language."""
        phrase = text.resolve((self._language, self._site.default_language))
        return (to_plain(phrase.text) if isinstance(text, Markdown | InlineMarkdown) else phrase.text), phrase.lang


def _add_time(made: icalendar.Event, event: LinkedEvent) -> None:
    """The instant where the clock is known, else whole days, of which DTEND is the first no more."""
    record = event.record
    span = exact_span(record.date)
    if span is None:
        raise ValueError(f"the days of {event.id} are not known")
    first, last = span
    if record.time is not None and first == last:
        begins = record.time.on(first).astimezone(dt.UTC)
        made.add("dtstart", begins)
        if record.duration is not None:
            made.add("dtend", begins + record.duration.length)
    else:
        made.add("dtstart", first)
        made.add("dtend", last + _DAY)


def _inside(component: bytes, begin: bytes, end: bytes) -> bytes:
    return component.removeprefix(begin).removesuffix(end)
