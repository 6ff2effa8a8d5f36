"""iCalendar (RFC 5545, RFC 7986). A contact is written once a language and goes into every calendar that it is in."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from dragoman.i18n.messages import Messages
from dragoman.model.site import Site
from dragoman.model.text import InlineMarkdown, Localized, Markdown
from dragoman.render.changes import get_change
from dragoman.render.data.plain import exact_span
from dragoman.render.markdown import to_plain
from dragoman.render.subscriptions.calendar_lines import escape, write_day, write_instant, write_text, write_value
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
        record = event.record
        changed, published = get_change(event), record.published.sort_key[0]
        return b"".join(
            (
                _EVENT_BEGIN,
                write_text("UID", f"{event.id}@{self._authority}"),
                write_instant("DTSTAMP", changed),
                write_instant("CREATED", published),
                write_instant("LAST-MODIFIED", changed),
                # Grows with every change, and with nothing else.
                write_value("SEQUENCE", int((changed - published).total_seconds() // 60)),
                _write_time(event),
                write_value("STATUS", "CANCELLED" if record.retracted else _STATUSES.get(record.status, "CONFIRMED")),
                write_value("TRANSP", "TRANSPARENT"),
            )
        )


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
        own = (
            write_text("NAME", channel.title, self._language),
            write_text("X-WR-CALNAME", channel.title),
            write_value("URL", channel.page),
            write_value("SOURCE;VALUE=URI", self._addresses.absolute(path)),
        )
        return RenderedFile(path=path, content=b"".join((self._head, *own, *map(self._write_event, events), _END)))

    def _write_head(self) -> bytes:
        """What all calendars of the language begin with."""
        return b"".join(
            (
                _BEGIN,
                write_value("VERSION", "2.0"),
                write_value("PRODID", _PRODUCT),
                self._write_text("DESCRIPTION", self._site.description),
                write_value("REFRESH-INTERVAL;VALUE=DURATION", "P1D"),
            )
        )

    def _write_event(self, event: LinkedEvent) -> bytes:
        if event.id not in self._written:
            self._written[event.id] = b"".join((self._schedule.get_lines(event), *self._iter_lines(event), _EVENT_END))
        return self._written[event.id]

    def _iter_lines(self, event: LinkedEvent) -> Iterator[bytes]:
        record = event.record
        before = "" if event.is_listed else f"{self._words.pgettext('feed', 'Retracted:')} "
        yield self._write_text("SUMMARY", record.title, before=before)
        yield self._write_text("DESCRIPTION", record.retracted.text if record.retracted else record.summary)
        yield write_value("URL", self._addresses.absolute(self._addresses.of(self._language, event)))
        if event.places:
            names = [self._resolve(place.name) for place in event.places]
            yield write_text("LOCATION", ", ".join(name for name, _ in names), names[0][1])
            place = event.places[0]
            if len(event.places) == 1 and place.lat is not None and place.lon is not None:
                yield write_value("GEO", f"{place.lat};{place.lon}")
        if event.topics:
            yield write_value("CATEGORIES", ",".join(escape(self._resolve(topic.name)[0]) for topic in event.topics))

    def _write_text(self, name: str, text: Localized, *, before: str = "") -> bytes:
        words, lang = self._resolve(text)
        return write_text(name, before + words, lang)

    def _resolve(self, text: Localized) -> tuple[str, str]:
        """The text without markup, and its language."""
        phrase = text.resolve((self._language, self._site.default_language))
        return (to_plain(phrase.text) if isinstance(text, Markdown | InlineMarkdown) else phrase.text), phrase.lang


def _write_time(event: LinkedEvent) -> bytes:
    """The instant where the clock is known, else whole days, of which DTEND is the first no more."""
    record = event.record
    span = exact_span(record.date)
    if span is None:
        raise ValueError(f"the days of {event.id} are not known")
    first, last = span
    if record.time is None or first != last:
        return write_day("DTSTART", first) + write_day("DTEND", last + _DAY)
    begins = record.time.on(first)
    ends = write_instant("DTEND", begins + record.duration.length) if record.duration else b""
    return write_instant("DTSTART", begins) + ends
