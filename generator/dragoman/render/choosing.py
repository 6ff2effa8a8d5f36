"""What the page of all contacts chooses from: each contact's place in every facet, in compact JSON for each language.

The facets lead to the same contacts as the pages of their values. Knows no script, only what it reads.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dragoman.i18n.sorting import sort_key
from dragoman.model.event import Event
from dragoman.model.text import Localized
from dragoman.render.changes import get_change
from dragoman.render.data.plain import exact_span
from dragoman.render.tags import get_authority
from dragoman.rendered import RenderedFile
from dragoman.site.addresses import Addresses
from dragoman.site.catalog import Catalog, LinkedEvent
from dragoman.site.other_names import NamedRecord
from dragoman.site.plan.calendar import list_months
from dragoman.site.plan.periods import get_year


@dataclass(frozen=True, slots=True, kw_only=True)
class _Facet:
    """The values of one facet by name, each as its id and name; ``numbers`` gives the positions by id."""

    values: tuple[tuple[str, str], ...]
    numbers: Mapping[str, int]


def make_choice(catalog: Catalog, addresses: Addresses, language: str) -> tuple[RenderedFile, RenderedFile]:
    """``contacts.json`` beside the page of all contacts, and ``details.json``, which only downloads need.

    ``facets`` maps the name of a facet to its values, ``[id, name]`` each; types and statuses are their own names,
    since the page has the words for them. ``events`` holds, for each listed contact in chronological order: id, the
    folder of the page with its card, the numbers of its type, status, sides, people, topics and places. The details
    of each, in the same order: title, date (EDTF), the moment of its last change, and, where its days are known, the
    first day and the day after the last, or else the moments in UTC at which it began and, if that is known, ended.
    """
    events = catalog.listed
    facets = {
        "side": _facet(catalog.by_side, catalog.organisations, catalog, language),
        "person": _facet(catalog.by_person, catalog.people, catalog, language),
        "topic": _facet(catalog.by_topic, catalog.topics, catalog, language),
        "place": _facet(catalog.by_place, catalog.places, catalog, language),
        "type": _facet_of_words(event.record.type for event in events),
        "status": _facet_of_words(event.record.status for event in events),
    }
    found = {
        "side": _invert(catalog.by_side, facets["side"]),
        "person": _invert(catalog.by_person, facets["person"]),
        "topic": _invert(catalog.by_topic, facets["topic"]),
        "place": _invert(catalog.by_place, facets["place"]),
    }
    folders = _find_folders(catalog)
    choice = {
        "facets": {name: facet.values for name, facet in facets.items()},
        "events": [_row(event, folders[event.id], facets, found) for event in events],
    }
    details = {
        "url": addresses.absolute(addresses.section(language, "events")),
        "authority": get_authority(catalog.site).replace(",", "."),
        "events": [_details(event, catalog, language) for event in events],
    }
    return _write(addresses.choice(language, "contacts.json"), choice), _write(
        addresses.choice(language, "details.json"), details
    )


def _write(path: str, content: Mapping[str, Any]) -> RenderedFile:
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return RenderedFile(path=path, content=f"{text}\n".encode())


def _find_folders(catalog: Catalog) -> Mapping[str, str]:
    """For each event, the folder of the page that has its card: a month, a part of one, or a year."""
    folders = {event.id: f"{get_year(event):04}" for event in catalog.listed}
    for (year, month), parts in list_months(catalog).items():
        for number, events in enumerate(parts, start=1):
            folder = f"{year:04}/{month:02}" + (f"/{number}" if number > 1 else "")
            folders |= {event.id: folder for event in events}
    return folders


def _row(
    event: LinkedEvent, folder: str, facets: Mapping[str, _Facet], found: Mapping[str, Mapping[str, Sequence[int]]]
) -> list[Any]:
    return [
        event.id,
        folder,
        facets["type"].numbers[event.record.type],
        facets["status"].numbers[event.record.status],
        *(found[name].get(event.id, ()) for name in ("side", "person", "topic", "place")),
    ]


def _details(event: LinkedEvent, catalog: Catalog, language: str) -> list[str]:
    record, span = event.record, exact_span(event.record.date)
    return [
        _text(record.title, catalog, language),
        record.date.text,
        _moment(get_change(event)),
        *(_times(record, *span) if span else ()),
    ]


def _times(record: Event, first: dt.date, last: dt.date) -> tuple[str, ...]:
    if record.time is None or first != last:
        return first.isoformat(), (last + dt.timedelta(days=1)).isoformat()
    begins = record.time.on(first)
    return (_moment(begins), *([_moment(begins + record.duration.length)] if record.duration else ()))


def _moment(moment: dt.datetime) -> str:
    return f"{moment.astimezone(dt.UTC):%Y-%m-%dT%H:%M:%S}Z"


def _facet(
    by_id: Mapping[str, Sequence[LinkedEvent]], records: Mapping[str, NamedRecord], catalog: Catalog, language: str
) -> _Facet:
    return _order(((record_id, _name(records[record_id], catalog, language)) for record_id in by_id), language)


def _facet_of_words(values: Iterable[str]) -> _Facet:
    return _order(((value, value) for value in set(values)), "en")


def _order(values: Iterable[tuple[str, str]], language: str) -> _Facet:
    in_order = tuple(sorted(values, key=lambda value: (sort_key(value[1], language), value[0])))
    return _Facet(values=in_order, numbers={value: number for number, (value, _) in enumerate(in_order)})


def _invert(by_id: Mapping[str, Sequence[LinkedEvent]], facet: _Facet) -> Mapping[str, Sequence[int]]:
    numbers: dict[str, list[int]] = {}
    for record_id, event in _iter_pairs(by_id):
        numbers.setdefault(event.id, []).append(facet.numbers[record_id])
    return numbers


def _iter_pairs(by_id: Mapping[str, Sequence[LinkedEvent]]) -> Iterator[tuple[str, LinkedEvent]]:
    return ((record_id, event) for record_id, events in by_id.items() for event in events)


def _name(record: NamedRecord, catalog: Catalog, language: str) -> str:
    return _text(getattr(record, "sort", None) or getattr(record, "short", None) or record.name, catalog, language)


def _text(text: Localized, catalog: Catalog, language: str) -> str:
    return text.resolve((language, catalog.site.default_language)).text
