"""All files of the data: which there are, under which names."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dragoman.model.site import Site
from dragoman.render.data.columns import Table
from dragoman.render.data.csv_files import write_csv
from dragoman.render.data.descriptor import write_descriptor
from dragoman.render.data.dictionary import write_readme
from dragoman.render.data.geojson import write_events, write_places
from dragoman.render.data.json_files import VERSION_LENGTH, WrittenEvent, write_all, write_event, write_years
from dragoman.render.data.plover import write_plover
from dragoman.render.data.records import DataSet, make_data_set
from dragoman.render.data.register import REGISTER, Register
from dragoman.render.data.sqlite_file import write_sqlite
from dragoman.render.data.tables import make_tables
from dragoman.rendered import RenderedFile
from dragoman.site.addresses import Addresses
from dragoman.site.catalog import Catalog
from dragoman.site.downloads import (
    ALL,
    CONTACTS,
    DATABASE,
    DESCRIPTOR,
    EVENTS,
    PLACES,
    PLOVER,
    README,
    YEARS,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """The data of one build: the plain records, and every event's JSON by id, retracted ones among them."""

    site: Site
    data: DataSet
    written: Mapping[str, WrittenEvent]
    register: Register

    @property
    def versions(self) -> Mapping[str, str]:
        """The version of each event's record."""
        return {event_id: event.version for event_id, event in self.written.items()}


def make_edition(catalog: Catalog, addresses: Addresses) -> Edition:
    """The data of a catalog."""
    data = make_data_set(catalog, addresses)
    return Edition(
        site=catalog.site,
        data=data,
        written={event["id"]: write_event(event) for event in (*data.events, *data.retracted)},
        register=Register.of(catalog),
    )


def make_data_files(edition: Edition, addresses: Addresses) -> Iterator[RenderedFile]:
    """Everything in the folder of the data: a file an event, and what is frozen with a release."""
    for event in edition.written.values():
        yield RenderedFile(path=addresses.data(f"{EVENTS}/{event.id}.json"), content=event.content)
    for name, content in iter_frozen(edition, addresses):
        yield RenderedFile(path=addresses.data(name), content=content)


def iter_frozen(edition: Edition, addresses: Addresses, *, release: str = "") -> Iterator[tuple[str, bytes]]:
    """Name and content of each file that a release keeps: all but the single events, which ``all.json`` holds as well.

    ``release`` is the version that these files give themselves; without it, it is the digest of ``all.json``.
    """
    listed = [edition.written[event["id"]] for event in edition.data.events]
    everything = write_all(listed, edition.data, edition.site)
    version = release or hashlib.sha256(everything).hexdigest()[:VERSION_LENGTH]
    tables = make_tables(edition.data)
    yield ALL, everything
    for year, content in write_years(listed, edition.site).items():
        yield f"{YEARS}/{year:04}.json", content
    yield from _iter_tables(edition.site, tables, version, addresses)
    yield DATABASE, write_sqlite(tables)
    yield README, write_readme(edition.site, tables, version)
    yield PLOVER, write_plover(edition.data)
    yield REGISTER, edition.register.to_bytes()
    for name, found in ((PLACES, write_places(edition.data)), (CONTACTS, write_events(edition.data))):
        if found is not None:
            yield name, found


def _iter_tables(
    site: Site, tables: tuple[Table, ...], version: str, addresses: Addresses
) -> Iterator[tuple[str, bytes]]:
    written = {table.name: (table, write_csv(table)) for table in tables}
    for name, (_, content) in written.items():
        yield f"{name}.csv", content
    homepage = addresses.absolute(addresses.section(site.default_language, "data"))
    yield DESCRIPTOR, write_descriptor(site, written, version=version, homepage=homepage)
