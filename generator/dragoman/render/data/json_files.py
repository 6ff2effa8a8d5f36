"""Records as JSON: one file for each event, one for each year, one for all. An event is written once for all three."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dragoman.model.dates import EdtfDate
from dragoman.model.site import Site
from dragoman.render.data.descriptor import licence_address
from dragoman.render.data.plain import Plain, known, texts
from dragoman.render.data.records import DataSet
from dragoman.site.downloads import years_of

#: How much of a digest a version shows; enough for no two of a record's versions to share it.
VERSION_LENGTH = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenEvent:
    """An event's JSON. ``version`` is the beginning of the SHA-256 of its file, so that anybody can check it."""

    id: str
    content: bytes
    version: str
    years: tuple[int, ...]


def write_event(event: Plain) -> WrittenEvent:
    """One event as one line of JSON. ``years`` are those that its date may lie in."""
    content = to_line(event)
    return WrittenEvent(
        id=event["id"],
        content=content,
        version=hashlib.sha256(content).hexdigest()[:VERSION_LENGTH],
        years=tuple(years_of(EdtfDate.parse(event["date"]))),
    )


def to_line(record: Plain) -> bytes:
    """A record as one line in UTF-8, its names in the order of the record."""
    return (json.dumps(record, ensure_ascii=False, separators=(",", ":")) + "\n").encode()


def write_years(events: Iterable[WrittenEvent], site: Site) -> Mapping[int, bytes]:
    """A file for each year with the events that may belong to it, in order."""
    by_year: dict[int, list[bytes]] = defaultdict(list)
    for event in events:
        for year in event.years:
            by_year[year].append(event.content)
    return {year: _document(site, {"events": contents}) for year, contents in sorted(by_year.items())}


def write_all(events: Iterable[WrittenEvent], data: DataSet, site: Site) -> bytes:
    """All records of the site; of the retracted events only that they were."""
    others = {
        "retracted": [known(id=event["id"], **event["retracted"]) for event in data.retracted],
        "people": data.people,
        "organisations": data.organisations,
        "places": data.places,
        "topics": data.topics,
        "terms": data.terms,
    }
    lines = {name: [to_line(record) for record in records] for name, records in others.items()}
    return _document(site, {"events": [event.content for event in events], **lines})


def _document(site: Site, lists: Mapping[str, Sequence[bytes]]) -> bytes:
    head = known(
        title=texts(site.title),
        url=site.url,
        publisher=site.publisher.name,
        licence=site.licence,
        licence_url=licence_address(site.licence),
        languages=list(site.languages),
    )
    parts = [json.dumps(head, ensure_ascii=False)[:-1].encode()]
    for name, lines in lists.items():
        parts.append(b',\n"%s": [\n' % name.encode() + b",\n".join(line.rstrip(b"\n") for line in lines) + b"\n]")
    return b"".join(parts) + b"}\n"
