"""What the page of all contacts chooses from: each contact's place in every facet, in one compact JSON a language.

The facets lead to the same contacts as the pages of their values. Knows no script, only what it reads.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dragoman.i18n.sorting import sort_key
from dragoman.model.text import Localized
from dragoman.render.changes import get_change
from dragoman.render.data.plain import exact_span
from dragoman.render.tags import get_authority
from dragoman.rendered import RenderedFile
from dragoman.site.addresses import Addresses
from dragoman.site.catalog import Catalog, LinkedEvent
from dragoman.site.other_names import NamedRecord
from dragoman.site.plan.periods import find_month, get_year


@dataclass(frozen=True, slots=True, kw_only=True)
class _Facet:
    """The values of one facet by name, each as its id and name; ``numbers`` gives the positions by id."""

    values: tuple[tuple[str, str], ...]
    numbers: Mapping[str, int]


def make_choice(catalog: Catalog, addresses: Addresses, language: str) -> RenderedFile:
    """``contacts.json`` beside the page of all contacts.

    ``facets`` maps the name of a facet to its values, ``[id, name]`` each; types and statuses are their own names,
    since the page has the words for them. ``events`` holds, for each listed contact in chronological order: id, title,
    date (EDTF), the folder of the page with its card, the numbers of its type, status,
    sides, people, topics and places, the day of its last change, and, where its days are known, the first and the last.
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
    content = {
        "url": addresses.absolute(addresses.section(language, "events")),
        "authority": get_authority(catalog.site).replace(",", "."),
        "facets": {name: facet.values for name, facet in facets.items()},
        "events": [_row(event, facets, found, catalog, language) for event in events],
    }
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return RenderedFile(path=addresses.choice(language), content=f"{text}\n".encode())


def _row(
    event: LinkedEvent,
    facets: Mapping[str, _Facet],
    found: Mapping[str, Mapping[str, Sequence[int]]],
    catalog: Catalog,
    language: str,
) -> list[Any]:
    record, span, month = event.record, exact_span(event.record.date), find_month(event)
    return [
        event.id,
        _text(record.title, catalog, language),
        record.date.text,
        f"{month[0]:04}/{month[1]:02}" if month else f"{get_year(event):04}",
        facets["type"].numbers[record.type],
        facets["status"].numbers[record.status],
        *(found[name].get(event.id, ()) for name in ("side", "person", "topic", "place")),
        get_change(event).date().isoformat(),
        *((day.isoformat() for day in span) if span else ()),
    ]


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
