"""The latest contacts of a language as TimelineJS 3 reads them."""

from __future__ import annotations

import html
import json
from typing import Any

from dragoman.i18n.dates import format_date
from dragoman.i18n.formats import Style
from dragoman.i18n.messages import Messages
from dragoman.model.dates import DateKind, DatePart, EdtfDate, Precision
from dragoman.model.text import Localized
from dragoman.render.data.plain import known
from dragoman.render.markdown import to_html
from dragoman.rendered import RenderedFile
from dragoman.site.addresses import Addresses
from dragoman.site.catalog import Catalog, LinkedEvent

NAME = "timeline.json"
#: More than this no browser shows at once without strain.
LONGEST_TIMELINE = 500


def make_timeline(catalog: Catalog, addresses: Addresses, language: str, words: Messages) -> RenderedFile:
    """``timeline.json``: contacts whose year is known, with dates as exact as they are and their words beside them."""

    def resolve(text: Localized) -> str:
        return text.resolve((language, catalog.site.default_language)).text

    def make_slide(event: LinkedEvent) -> dict[str, Any]:
        record = event.record
        address = addresses.absolute(addresses.of(language, event))
        return known(
            unique_id=event.id,
            **dates(record.date),
            display_date=html.escape(format_date(record.date, language, words, Style.LONG)),
            group=html.escape(", ".join(resolve(side.short or side.name) for side in event.sides)),
            text={
                "headline": f'<a href="{html.escape(address)}">{html.escape(resolve(record.title))}</a>',
                "text": str(to_html(resolve(record.summary))),
            },
        )

    slides = [make_slide(event) for event in catalog.listed if dates(event.record.date)][-LONGEST_TIMELINE:]
    title = {
        "headline": html.escape(resolve(catalog.site.title)),
        "text": html.escape(resolve(catalog.site.description)),
    }
    timeline = {"title": {"text": title}, "events": slides}
    content = json.dumps(timeline, ensure_ascii=False, separators=(",", ":")) + "\n"
    return RenderedFile(path=addresses.beside_front(language, NAME), content=content.encode())


def dates(date: EdtfDate) -> dict[str, Any]:
    """``start_date`` and ``end_date`` with the parts that are known for certain; nothing where no year is."""
    if date.kind in {DateKind.SIMPLE, DateKind.INTERVAL}:
        start, end = date.parts[0], date.parts[-1]
        if start is None or end is None:
            return {}
        return known(start_date=_part(start), end_date=_part(end) if date.kind is DateKind.INTERVAL else None)
    fields = date.known_prefix.split("-")
    return {"start_date": dict(zip(("year", "month"), map(int, fields[:2]), strict=False))} if fields[0] else {}


def _part(part: DatePart) -> dict[str, int]:
    """A year, with the month and the day where they are known; of a day that is doubtful, not the day."""
    known_fields = [int(field) for field in part.known_text.split("-")]
    doubtful = part.uncertain or part.approximate
    if doubtful and part.precision in {Precision.DAY, Precision.MONTH}:
        known_fields.pop()
    return dict(zip(("year", "month", "day"), known_fields, strict=False))
