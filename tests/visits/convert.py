"""Turn a table of visits (id, start, end, visitor, from, description) into the content of a site.

Run it by hand on a whole table: ``python tests/visits/convert.py TABLE.csv FOLDER``; FOLDER gets a ``content/``.
The table is English, so the site has English texts only, and German as a second language to fall back from.
"""

from __future__ import annotations

import csv
import re
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from babel import Locale

from dragoman.i18n.names import is_territory

RANKS = re.compile(
    r"(?:(?:Vice|Deputy|Prime|First|Foreign|Acting|Interim|Former|Crown|Grand|Governor|President-elect|President|"
    r"Minister|Premier|Chancellor|King|Queen|Prince|Princess|Emperor|Empress|Duke|Duchess|Sultan|Shah|Amir|Emir|"
    r"General|Chairman|Secretary|Pope|Taoiseach|Regent|Marshal|Lord|Sheikh|His|Her|Majesty|Highness)\s+)+"
)
TERRITORIES = {
    name.casefold(): code.lower() for code, name in Locale("en").territories.items() if is_territory(code.lower())
}
SITE = {
    "title": {"en": "Visits to the United States", "de": "Besuche in den Vereinigten Staaten"},
    "description": {"en": "Visits of foreign leaders to the United States, from a public list."},
    "url": "https://example.org/visits/",
    "languages": ["en", "de"],
    "timezone": "America/New_York",
    "licence": "CC0-1.0",
    "publisher": {"name": "A test"},
}
TOPIC = {"name": {"en": "State visits", "de": "Staatsbesuche"}}
PLACE = {"name": {"en": "United States", "de": "Vereinigte Staaten"}, "kind": "country", "in": "us"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """One line of the table."""

    number: str
    start: str
    end: str
    visitor: str
    country: str
    description: str

    @property
    def person(self) -> str:
        """The id of the visitor: one person a name and country."""
        return slug(f"{self.visitor} {self.country}")

    @property
    def organisation(self) -> str:
        """The id of the visitor's state: its ISO code where it has one, else its name."""
        return TERRITORIES.get(self.country.casefold()) or slug(self.country)

    @property
    def event(self) -> str:
        """The id of the event; the table's number keeps two visits of a day apart."""
        return f"{self.start}-{slug(self.visitor)[:50].strip('-')}-{self.number}"


def slug(text: str) -> str:
    """A text as an id."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain)[:80].strip("-")


def read_table(path: Path) -> list[Visit]:
    """All lines of the table."""
    with path.open(encoding="utf-8", newline="") as table:
        return [
            Visit(
                number=row["id"],
                start=row["start"],
                end=row["end"],
                visitor=row["visitor"].strip(),
                country=row["from"].strip(),
                description=row["description"].strip(),
            )
            for row in csv.DictReader(table)
        ]


def convert(visits: Iterable[Visit], folder: Path) -> None:
    """Write ``content/`` below the folder."""
    content = folder / "content"
    by_person: dict[str, list[Visit]] = defaultdict(list)
    for visit in visits:
        by_person[visit.person].append(visit)
        write(content / f"events/{visit.start[:4]}/{visit.event}.yaml", make_event(visit))
    for person, own in by_person.items():
        write(content / f"people/{person}.yaml", make_person(own))
    for visit in (own[0] for own in by_person.values()):
        if len(visit.organisation) > len("us"):
            state = {"name": {"en": visit.country}, "kind": "state"}
            write(content / f"organisations/{visit.organisation}.yaml", state)
    write(content / "site.yaml", SITE)
    write(content / "topics/visits.yaml", TOPIC)
    write(content / "places/united-states.yaml", PLACE)


def write(path: Path, record: Mapping[str, Any]) -> None:
    """Write one record."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(yaml.safe_dump(dict(record), allow_unicode=True, sort_keys=False, width=100), encoding="utf-8")


def make_event(visit: Visit) -> dict[str, Any]:
    """The event of a line."""
    summary = f"{visit.visitor} ({visit.country}) visited the United States. {visit.description}"
    return {
        "date": visit.start if visit.start == visit.end else f"{visit.start}/{visit.end}",
        "type": "visit",
        "title": {"en": f"{visit.visitor} visits the United States"[:110]},
        "summary": {"en": summary.strip()},
        "participants": [{"person": visit.person, "part": "guest"}, {"organisation": "us", "part": "host"}],
        "place": "united-states",
        "topics": ["visits"],
        "sources": {
            "list": {
                "url": "https://history.state.gov/departmenthistory/visits",
                "publisher": "Office of the Historian",
                "title": "Visits by Foreign Leaders",
                "lang": "en",
            }
        },
        "published": "2026-01-01",
    }


def make_person(visits: list[Visit]) -> dict[str, Any]:
    """A visitor; the office is attested by the visits and no further."""
    visitor = visits[0].visitor
    rank = RANKS.match(visitor)
    title = rank[0].strip() if rank else "Visitor"
    dates = sorted(date for visit in visits for date in (visit.start, visit.end))
    office = {
        "id": "attested",
        "of": visits[0].organisation,
        "title": {"en": f"{title} of {visits[0].country}"},
        "from": f"../{dates[0]}",
        "to": f"{dates[-1]}/..",
    }
    return {"name": {"en": visitor}, "offices": [office]}


if __name__ == "__main__":
    convert(read_table(Path(sys.argv[1])), Path(sys.argv[2]))
