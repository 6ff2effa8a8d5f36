"""A site that has every text field there is, many times over, each time with another text.

``⟦field⟧`` stands in the files' patterns for a text; each is on a line of its own, so that a finding's line names it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from tests.hostile.strings import quote
from tests.small_site import SETTINGS

COPIES = 16
_SLOT = re.compile(r"⟦([a-z._]+)⟧")

#: What stands in a field whose hostile text has been refused.
HARMLESS = {
    "source.url": "https://gazette.example/harmless",
    "source.archived": "https://archive.today/AbCdE",
    "office.sources": "https://gazette.example/office",
    "organisation.website": "https://ports.example/",
    "watched.url": "https://gazette.example/",
    "name.source": "https://gazette.example/name",
    "publisher.url": "https://watch.example/",
    "publisher.email": "watch@harbours.example",
    "corrections_url": "mailto:watch@harbours.example",
    "wikidata": "Q1",
    "site.id": "harbours.example,2024",
    "site.timezone": "UTC",
    "site.licence": "CC-BY-4.0",
    "medium.licence": "CC-BY-4.0",
    "medium.file": "dock.png",
    "waive.reason": "Harmless.",
    "prose.slug": "",
}
#: What must follow a text so that it is long enough for its field.
_AFTER = {"summary": " Two ministers telephoned: harbour dues, berths, cranes."}

_EVENT = """\
date: {date}
time: "10:00 Pacific/Auckland"
type: meeting
place: place-{n}
venue:
  de: ⟦venue⟧
  en: ⟦venue⟧
published: 2024-06-01
title:
  de: ⟦title⟧
  en: ⟦title⟧
summary:
  de: ⟦summary⟧
  en: ⟦summary⟧
outcome:
  by: nz
  reason:
    de: ⟦outcome.reason⟧
    en: ⟦outcome.reason⟧
participants:
  - person: person-{n}
    part: host
    called:
      - lang: en
        source: gazette
        text: ⟦called.text⟧
  - organisation: fj
    part: guest
    name:
      de: ⟦participant.name⟧
      en: ⟦participant.name⟧
topics: [topic-{n}]
readouts:
  - id: one
    by: office-{n}
    kind: press-release
    source: gazette
    attribution:
      de: ⟦attribution⟧
      en: ⟦attribution⟧
    calls:
      place-{n}: ⟦calls⟧
      term-{n}: ⟦calls⟧
    points:
      - topic: topic-{n}
        text:
          de: ⟦point.text⟧
          en: ⟦point.text⟧
        quote:
          lang: en
          text: ⟦quote.text⟧
  - id: two
    by: fj
    kind: press-release
    source: herald
    points:
      - topic: topic-{n}
        text: {{de: Anders., en: Otherwise.}}
comparison:
  - topic: topic-{n}
    relation: differ
    note:
      de: ⟦judgement.note⟧
      en: ⟦judgement.note⟧
disputed:
  participants:
    - sources: gazette
      value:
        de: ⟦disputed.participants⟧
        en: ⟦disputed.participants⟧
      note:
        de: ⟦disputed.note⟧
        en: ⟦disputed.note⟧
sources:
  gazette:
    lang: en
    url: ⟦source.url⟧
    publisher: ⟦source.publisher⟧
    title: ⟦source.title⟧
    via: ⟦source.via⟧
  herald:
    lang: en
    url: https://gazette.example/2
    publisher: The Herald
    archived: ⟦source.archived⟧
  book:
    lang: en
    publisher: The Press
    ref: ⟦source.ref⟧
media:
  - file: dock.png
    credit: ⟦medium.credit⟧
    licence: ⟦medium.licence⟧
    alt:
      de: ⟦medium.alt⟧
      en: ⟦medium.alt⟧
waive:
  - rule: not-archived
    reason: ⟦waive.reason⟧
corrections:
  - date: 2024-06-02
    text:
      de: ⟦correction.text⟧
      en: ⟦correction.text⟧
"""
_RETRACTED = """\
date: {date}
type: call
published: 2024-06-01
title: {{de: Zurückgezogen, en: Withdrawn}}
summary:
  de: Zwei Minister telefonierten über Gebühren, Liegeplätze und Kräne.
  en: Two ministers telephoned about harbour dues, berths and cranes.
participants:
  - {{person: person-{n}, part: caller}}
  - {{organisation: fj, part: callee}}
topics: [topic-{n}]
sources:
  gazette: {{lang: en, url: "https://gazette.example/3", publisher: The Gazette, archived: "https://archive.today/AbCdE"}}
retracted:
  date: 2024-06-02
  text:
    de: ⟦retraction.text⟧
    en: ⟦retraction.text⟧
"""
_PERSON = """\
name:
  de: ⟦person.name⟧
  en: ⟦person.name⟧
sort:
  de: ⟦person.sort⟧
  en: ⟦person.sort⟧
native:
  mi: ⟦person.native⟧
aliases:
  - ⟦person.aliases⟧
wikidata: ⟦wikidata⟧
offices:
  - id: minister
    of: office-{n}
    from: 2020-01-01
    sources: ⟦office.sources⟧
    title:
      de: ⟦office.title⟧
      en: ⟦office.title⟧
"""
_ORGANISATION = """\
name:
  de: ⟦organisation.name⟧
  en: ⟦organisation.name⟧
short:
  de: ⟦organisation.short⟧
  en: ⟦organisation.short⟧
kind: ministry
parent: nz
website: ⟦organisation.website⟧
wikidata: ⟦wikidata⟧
note:
  de: ⟦organisation.note⟧
  en: ⟦organisation.note⟧
"""
_NAMES = """\
names:
  - lang: en
    used_by: ⟦name.used_by⟧
    source: ⟦name.source⟧
    text: ⟦name.text⟧
"""
_PLACE = (
    """\
name:
  de: ⟦place.name⟧
  en: ⟦place.name⟧
kind: city
in: nz
lat: -36.8
lon: 174.7
note:
  de: ⟦place.note⟧
  en: ⟦place.note⟧
"""
    + _NAMES
)
_TERM = (
    """\
name:
  de: ⟦term.name⟧
  en: ⟦term.name⟧
definition:
  de: ⟦term.definition⟧
  en: ⟦term.definition⟧
"""
    + _NAMES
)
_TOPIC = """\
name:
  de: ⟦topic.name⟧
  en: ⟦topic.name⟧
definition:
  de: ⟦topic.definition⟧
  en: ⟦topic.definition⟧
also:
  de:
    - ⟦topic.also⟧
  en:
    - ⟦topic.also⟧
"""
_WATCHED = """\
- publisher: ⟦watched.publisher⟧
  url: ⟦watched.url⟧
  since: 2024-01-01
  pauses:
    - from: 2024-03-01
      to: 2024-03-31
      reason:
        de: ⟦pause.reason⟧
        en: ⟦pause.reason⟧
"""
_SITE = """\
title:
  de: ⟦site.title⟧
  en: ⟦site.title⟧
description:
  de: ⟦site.description⟧
  en: ⟦site.description⟧
url: https://harbours.example/talks/
id: ⟦site.id⟧
languages: [de, en]
timezone: ⟦site.timezone⟧
licence: ⟦site.licence⟧
publisher:
  name: ⟦publisher.name⟧
  url: ⟦publisher.url⟧
  email: ⟦publisher.email⟧
corrections_url: ⟦corrections_url⟧
wording:
  en:
    - ⟦site.wording⟧
"""
_PROSE = """\
Title: ⟦prose.title⟧
Slug: page-{n}
Summary: ⟦prose.summary⟧

Words ⟦prose.words⟧

⟦prose.line⟧
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """A text in a file: which field it is in, in which copy, and the text."""

    field: str
    copy: int
    text: str


@dataclass(slots=True)
class Carrier:
    """``choose`` tells the text for a field and a copy; ``slots`` remembers what stands in which line of which file."""

    choose: Callable[[str, int], str]
    slots: dict[tuple[str, int], Slot] = field(default_factory=dict)

    def make_files(self) -> Mapping[str, str]:
        """All files of the site, by path."""
        self.slots.clear()
        return {"pelicanconf.py": SETTINGS, **dict(self._iter_files())}

    def _iter_files(self) -> Iterator[tuple[str, str]]:
        yield self._fill("content/site.yaml", _SITE, 0)
        watched = [
            self._fill_text("content/coverage.yaml", _WATCHED, n, n * _WATCHED.count("\n")) for n in range(COPIES)
        ]
        yield "content/coverage.yaml", "".join(watched)
        for n in range(COPIES):
            date = f"2024-{n // 28 + 1:02}-{n % 28 + 1:02}"
            yield self._fill(f"content/events/2024/{date}-contact.yaml", _EVENT, n, date)
            yield self._fill(f"content/events/2024/{date}-withdrawn.yaml", _RETRACTED, n, date)
            yield self._fill(f"content/people/person-{n}.yaml", _PERSON, n)
            yield self._fill(f"content/organisations/office-{n}.yaml", _ORGANISATION, n)
            yield self._fill(f"content/places/place-{n}.yaml", _PLACE, n)
            yield self._fill(f"content/terms/term-{n}.yaml", _TERM, n)
            yield self._fill(f"content/topics/topic-{n}.yaml", _TOPIC, n)
            yield self._fill(f"content/pages/page-{n}.en.md", _PROSE, n)

    def _fill(self, path: str, pattern: str, n: int, date: str = "") -> tuple[str, str]:
        braces = pattern if path.endswith(("site.yaml", ".md")) else pattern.format(n=n, date=date)
        return path, self._fill_text(path, braces.replace("{n}", str(n)), n, 0)

    def _fill_text(self, path: str, pattern: str, n: int, lines_before: int) -> str:
        lines = []
        number = lines_before
        for line in pattern.splitlines():
            number += 1
            found = _SLOT.search(line)
            if found:
                text = self.choose(found[1], n)
                self.slots[path, number] = Slot(field=found[1], copy=n, text=text)
                written = text if path.endswith(".md") else quote(text + _AFTER.get(found[1], ""))
                line = line.replace(found[0], written)  # noqa: PLW2901 - the line as it is to be
                if path.endswith(".md"):
                    for more in range(len(re.findall(r"\r\n|\r|\n", written))):
                        self.slots[path, number + more + 1] = self.slots[path, number]
                    number += len(re.findall(r"\r\n|\r|\n", written))
            lines.append(line)
        return "".join(f"{line}\n" for line in lines)


def iter_fields() -> tuple[str, ...]:
    """The fields of a carrier, in the order of their patterns."""
    carrier = Carrier(lambda name, _: name)
    carrier.make_files()
    return tuple(dict.fromkeys(slot.field for slot in carrier.slots.values()))
