"""What feeds say of a record in one language: the same in every format and in every feed that it is in."""

from __future__ import annotations

import datetime as dt
import html
from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.i18n.dates import format_date
from dragoman.i18n.formats import Style
from dragoman.i18n.messages import Messages
from dragoman.model.event import Correction, Retraction
from dragoman.model.site import Site
from dragoman.model.text import Localized, Markdown, Phrase
from dragoman.render.changes import get_change
from dragoman.render.markdown import to_html, to_inline_html
from dragoman.render.tags import make_tag
from dragoman.site.addresses import Addresses
from dragoman.site.catalog import Catalog, LinkedEvent


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry. ``html`` is a safe fragment, ``date`` when the contact was (EDTF), ``lang`` that of the title."""

    id: str
    address: str
    title: str
    lang: str
    published: dt.datetime
    updated: dt.datetime
    html: str
    topics: tuple[str, ...]
    date: str
    status: str


class EntryWriter:
    """Writes the entries of one language."""

    def __init__(self, site: Site, addresses: Addresses, language: str, words: Messages) -> None:
        self._site = site
        self._addresses = addresses
        self._language = language
        self._words = words

    def write_corrections(self, catalog: Catalog) -> tuple[Entry, ...]:
        """An entry for each public correction and each retraction, newest first."""
        entries = [entry for event in catalog.events.values() for entry in self._iter_corrections(event)]
        return tuple(sorted(entries, key=lambda entry: (entry.updated, entry.id), reverse=True))

    def write_event(self, event: LinkedEvent) -> Entry:
        """The entry of an event."""
        record = event.record
        title = self._resolve(record.title)
        if record.retracted is None:
            parts = [self._date_line(event, title.lang), self._mark(record.summary, title.lang)]
            if record.corrections:
                parts.append(self._mark(record.corrections[0].text, title.lang))
        else:
            parts = [self._mark(record.retracted.text, title.lang)]
        return Entry(
            id=make_tag(self._site, "event", event.id, self._language),
            address=self._address(event),
            title=self._title(event, title.text),
            lang=title.lang,
            published=record.published.sort_key[0],
            updated=get_change(event),
            html="\n".join(parts),
            topics=tuple(self._resolve(topic.name).text for topic in event.topics),
            date=record.date.text,
            status="retracted" if record.retracted else record.status,
        )

    def _iter_corrections(self, event: LinkedEvent) -> Iterator[Entry]:
        """Numbered from the oldest, so that a new one leaves the others their ids."""
        record = event.record
        changes: list[tuple[str, str, Correction | Retraction]] = [
            ("correction", str(number), item) for number, item in enumerate(reversed(record.corrections), start=1)
        ]
        if record.retracted:
            changes.append(("retraction", "1", record.retracted))
        title = self._resolve(record.title)
        for kind, number, change in changes:
            moment = change.date.sort_key[0]
            yield Entry(
                id=make_tag(self._site, kind, event.id, number, self._language),
                address=self._address(event),
                title=self._title(event, title.text) if kind == "retraction" else title.text,
                lang=title.lang,
                published=moment,
                updated=moment,
                html=self._mark(change.text, title.lang),
                topics=(),
                date=record.date.text,
                status="retracted" if kind == "retraction" else record.status,
            )

    def _title(self, event: LinkedEvent, title: str) -> str:
        if event.is_listed:
            return title
        return f"{self._words.pgettext('feed', 'Retracted:')} {title}"

    def _date_line(self, event: LinkedEvent, entry_lang: str) -> str:
        """When the contact was, since the order of a feed does not say."""
        text = html.escape(format_date(event.record.date, self._language, self._words, Style.FULL), quote=False)
        mark = "" if entry_lang == self._language else f' lang="{html.escape(self._language)}"'
        return f"<p{mark}>{text}</p>"

    def _mark(self, text: Localized, entry_lang: str) -> str:
        """A text as HTML, marked with its language where that is not the entry's."""
        phrase = self._resolve(text)
        body = to_html(phrase.text) if isinstance(text, Markdown) else f"<p>{to_inline_html(phrase.text)}</p>"
        return body if phrase.lang == entry_lang else f'<div lang="{html.escape(phrase.lang)}">{body}</div>'

    def _address(self, event: LinkedEvent) -> str:
        return self._addresses.absolute(self._addresses.of(self._language, event))

    def _resolve(self, text: Localized) -> Phrase:
        return text.resolve((self._language, self._site.default_language))
