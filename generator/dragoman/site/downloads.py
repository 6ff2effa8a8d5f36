"""Which files of data a site has, by name and type: what the page of downloads lists and `render` makes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dragoman.model.dates import EdtfDate
from dragoman.site.addresses import Addresses
from dragoman.site.catalog import Catalog, LinkedEvent
from dragoman.site.views import Download

ALL, DATABASE, DESCRIPTOR, README, PLOVER = (
    "all.json", "contacts.sqlite", "datapackage.json", "README.md", "plover.jsonl",
)  # fmt: skip
PLACES, CONTACTS = "places.geojson", "events.geojson"
#: Folders of the data; no release can have the name of one.
EVENTS, YEARS = "events", "years"
#: The tables, those first that others refer to; each is a CSV file and a table of the database.
TABLES = (
    "topics", "organisations", "people", "spellings", "offices", "places", "terms", "names", "events", "event_sides",
    "event_topics", "event_places", "participants", "called", "sources", "readouts", "searches", "points", "calls",
    "comparison", "judgements", "disputed", "relations", "corrections", "retractions",
)  # fmt: skip

_CSV, _JSON, _GEOJSON = "text/csv", "application/json", "application/geo+json"


def years_of(date: EdtfDate) -> range:
    """The years that a date may lie in; of an open span, those of the end that is known."""
    years = [year for part in date.parts if part for year in (part.lower.year, part.upper.year)]
    return range(min(years), max(years) + 1)


def find_years(events: Iterable[LinkedEvent]) -> tuple[int, ...]:
    """All years that have a file."""
    return tuple(sorted({year for event in events for year in years_of(event.record.date)}))


def list_tables(addresses: Addresses) -> tuple[Download, ...]:
    """The tables as CSV."""
    return tuple(Download(name=name, path=addresses.data(f"{name}.csv"), media_type=_CSV) for name in TABLES)


def list_years(addresses: Addresses, years: tuple[int, ...]) -> tuple[Download, ...]:
    """The records of each year."""
    return tuple(
        Download(name=f"{year:04}", path=addresses.data(f"{YEARS}/{year:04}.json"), media_type=_JSON) for year in years
    )


def list_files(catalog: Catalog, addresses: Addresses) -> tuple[Download, ...]:
    """The whole in each form, but for the tables one by one."""
    return tuple(
        Download(name=name, path=addresses.data(name), media_type=media_type)
        for name, media_type in _iter_files(catalog)
    )


def _iter_files(catalog: Catalog) -> Iterator[tuple[str, str]]:
    yield ALL, _JSON
    yield DATABASE, "application/vnd.sqlite3"
    yield DESCRIPTOR, _JSON
    yield README, "text/markdown"
    yield PLOVER, "application/jsonl"
    located = {place.id for place in catalog.places.values() if place.lat is not None and place.lon is not None}
    if located:
        yield PLACES, _GEOJSON
    if located & catalog.by_place.keys():
        yield CONTACTS, _GEOJSON
