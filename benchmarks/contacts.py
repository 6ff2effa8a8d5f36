"""Make a site of N made-up contacts to measure with; the same number and seed make the same bytes.

``python -m benchmarks.contacts N FOLDER [--seed TEXT]`` writes ``content/`` and ``pelicanconf.py`` below FOLDER.
An event has about 5.5 kB: two accounts in two languages, quotes, a comparison, sources. For N events there are N/20
people and 40 organisations, over 25 years. Nothing in it is an error, and hardly anything a warning.
"""

from __future__ import annotations

import argparse
import datetime as dt
import random
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks import phrases
from benchmarks.phrases import Pair

FIRST_DAY = dt.date(2001, 1, 1)
LAST_DAY = dt.date(2025, 12, 31)
_DAYS = (LAST_DAY - FIRST_DAY).days
#: How many hold one office after another, within the years; fewer where there are few people.
_MOST_HOLDERS = 5
_FEWEST_PEOPLE = 30
MEDIA = ("herald", "tagesblatt", "courier", "wire-service", "observer", "rundschau")
INTERNATIONAL = ("un", "eu", "osce", "icrc")
_TYPES = ("call", "call", "call", "meeting", "meeting", "visit", "video-call", "consultation")
_WITH_PLACE = frozenset({"meeting", "visit"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Official:
    """A made-up person with the one office that he or she held."""

    id: str
    name: str
    organisation: str
    post: tuple[str, Pair]
    start: dt.date
    end: dt.date


@dataclass(frozen=True, slots=True, kw_only=True)
class Cast:
    """Who can meet: officials by their organisation."""

    officials: dict[str, tuple[Official, ...]]

    def find(self, organisation: str, day: dt.date, dice: random.Random) -> Official | None:
        """One of those who held an office there on that day."""
        present = [one for one in self.officials[organisation] if one.start <= day <= one.end]
        return dice.choice(present) if present else None


def make_site(count: int, folder: Path, seed: str = "1") -> None:
    """Write the whole site."""
    content = folder / "content"
    cast = make_cast(max(count // 20, _FEWEST_PEOPLE), seed)
    for path, text in (
        ("site.yaml", _SITE),
        *_iter_organisations(),
        *_iter_people(cast),
        *((f"places/{_slug(name)}.yaml", f"name: {{de: {name}, en: {name}}}\nkind: city\n") for name in phrases.PLACES),
        *((f"topics/{topic}.yaml", f"name: {_pair(names)}\n") for topic, names in phrases.TOPICS),
        *_iter_events(count, cast, seed),
    ):
        target = content / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    shutil.copy(Path(__file__).parent.parent / "pelicanconf.py", folder)


def make_cast(count: int, seed: str) -> Cast:
    """The officials: of each organisation some posts, each held by one after another."""
    dice = random.Random(f"{seed}-cast")  # noqa: S311 - repeatable on purpose
    organisations = [f"{state}-{organ}" for organ in ("mfa", "presidency") for state in phrases.STATES]
    holders = max(1, min(_MOST_HOLDERS, count // len(organisations)))
    term = dt.timedelta(days=_DAYS // holders + 1)
    officials: dict[str, list[Official]] = {organisation: [] for organisation in organisations}
    for number in range(count):
        organisation = organisations[number % len(organisations)]
        post, turn = divmod(number // len(organisations), holders)
        name = f"{dice.choice(phrases.GIVEN_NAMES)} {dice.choice(phrases.FAMILY_NAMES)}"
        identifier, title = phrases.POSTS[post % len(phrases.POSTS)]
        official = Official(
            id=f"{_slug(name)}-{number}",
            name=name,
            organisation=organisation,
            post=(identifier if post < len(phrases.POSTS) else f"{identifier}-{post}", title),
            start=FIRST_DAY + term * turn,
            end=FIRST_DAY + term * (turn + 1),
        )
        officials[organisation].append(official)
    return Cast(officials={organisation: tuple(own) for organisation, own in officials.items()})


def _iter_organisations() -> Iterator[tuple[str, str]]:
    organs = {"mfa": ("Außenministerium", "Foreign Ministry"), "presidency": ("Präsidialamt", "Presidency")}
    for organ, (german, english) in organs.items():
        for state in phrases.STATES:
            of_german, of_english = phrases.STATE_NAMES[state]
            names = (f"{german} {of_german}", f"{english} {of_english}")
            kind = "ministry" if organ == "mfa" else "presidency"
            yield f"organisations/{state}-{organ}.yaml", f"name: {_pair(names)}\nkind: {kind}\nparent: {state}\n"
    for name in INTERNATIONAL:
        yield f"organisations/{name}.yaml", f"name: {_pair((name.upper(),) * 2)}\nkind: international-organisation\n"
    for name in MEDIA:
        yield f"organisations/{name}.yaml", f"name: {_pair((name.title(),) * 2)}\nkind: media\n"


def _iter_people(cast: Cast) -> Iterator[tuple[str, str]]:
    for own in cast.officials.values():
        for one in own:
            (german, english), (of_german, of_english) = one.post[1], phrases.STATE_NAMES[one.organisation[:2]]
            office = [f"  - id: {one.post[0]}", f"    of: {one.organisation}", f"    from: {one.start}"]
            office += [
                f"    title: {_pair((f'{german} {of_german}', f'{english} {of_english}'))}",
                f"    to: {one.end}",
            ]
            yield f"people/{one.id}.yaml", "\n".join((f"name: {_pair((one.name,) * 2)}", "offices:", *office, ""))


def _iter_events(count: int, cast: Cast, seed: str) -> Iterator[tuple[str, str]]:
    """The events, spread evenly over all years."""
    for number in range(count):
        dice = random.Random(f"{seed}-{number}")  # noqa: S311 - repeatable on purpose
        day = FIRST_DAY + dt.timedelta(days=number * _DAYS // count)
        pair = _find_pair(cast, day, dice)
        event = f"{day}-{pair[0].id[:25].strip('-')}-{pair[1].id[:25].strip('-')}-{number}"
        yield f"events/{day.year}/{event}.yaml", _write_event(day, pair, dice)


def _find_pair(cast: Cast, day: dt.date, dice: random.Random) -> tuple[Official, Official]:
    """Two officials of two states who are in office on that day."""
    for organisations in (dice.sample(sorted(cast.officials), 2) for _ in range(50)):
        if organisations[0][:2] != organisations[1][:2]:
            found = [cast.find(organisation, day, dice) for organisation in organisations]
            if found[0] and found[1]:
                return found[0], found[1]
    raise ValueError(f"nobody is in office on {day}: make more events, and so more people")


def _write_event(day: dt.date, pair: Sequence[Official], dice: random.Random) -> str:
    kind = dice.choice(_TYPES)
    topics = dice.sample(phrases.TOPICS, dice.randint(4, 6))
    parts = ("host", "guest") if kind in _WITH_PLACE else ("caller", "callee")
    lines = [f"date: {day}", f"type: {kind}", f"published: {day + dt.timedelta(days=1)}"]
    lines += _text("title", (f"{pair[0].name} spricht mit {pair[1].name}", f"{pair[0].name} talks to {pair[1].name}"))
    named = (pair[0].name, pair[1].name)
    sentences = [
        _fill(sentence, *named, *(names for _, names in topics[:2]))
        for sentence in phrases.SUMMARY[: dice.choice((2, 2, 2, 3, 4))]
    ]
    lines += _text("summary", (" ".join(one[0] for one in sentences), " ".join(one[1] for one in sentences)))
    lines += [
        "participants:",
        *(f"  - {{person: {one.id}, part: {part}}}" for one, part in zip(pair, parts, strict=True)),
    ]
    if kind in _WITH_PLACE:
        lines.append(f"place: {_slug(dice.choice(phrases.PLACES))}")
    lines += [f"topics: [{', '.join(topic for topic, _ in topics)}]", "readouts:"]
    for one in pair:
        lines += _write_readout(one, day, [*topics[:2], *topics[3 - dice.randint(0, 1) :]], dice)
    lines.append("comparison:")
    for topic, _ in topics[:2]:
        relation = dice.choice(("same", "overlap", "differ"))
        lines += [
            f"  - topic: {topic}",
            f"    relation: {relation}",
            *_text("note", dice.choice(phrases.NOTES), "    "),
        ]
    if dice.random() < 0.05:
        lines += ["disputed:", "  date:", f"    - value: {day - dt.timedelta(days=1)}", "      sources: [press]"]
    return "\n".join((*lines, *_write_sources(pair, day, dice), ""))


def _write_readout(one: Official, day: dt.date, topics: Sequence[tuple[str, Pair]], dice: random.Random) -> list[str]:
    lines = [f"  - id: {one.organisation}", f"    by: {one.organisation}", "    kind: press-release"]
    lines += [f"    source: {one.organisation}", f"    published: {day}", "    points:"]
    for topic, names in topics:
        statement = _fill(dice.choice(phrases.STATEMENTS), names)
        lines += [f"      - topic: {topic}", f"        speaker: {one.id}", *_text("text", statement, "        ")]
        if dice.random() < 0.2:
            lines += ["        quote:", f"          text: {statement[1]}", "          lang: en"]
    return lines


def _write_sources(pair: Sequence[Official], day: dt.date, dice: random.Random) -> list[str]:
    lines = ["sources:"]
    publishers = [(one.organisation, one.organisation) for one in pair] + [("press", dice.choice(MEDIA))]
    for handle, publisher in publishers:
        number = dice.randrange(10**6)
        lines += [f"  {handle}:", f"    url: https://{publisher}.example.org/{day:%Y/%m}/{number}"]
        lines += [f"    publisher: {publisher}", f"    title: {pair[0].name} and {pair[1].name} discuss the agenda"]
        lines += ["    lang: en", f"    published: {day}"]
    return lines


def _fill(pair: Pair, *values: str | Pair) -> Pair:
    """Both languages of a sentence, each with its own words in the gaps."""
    german = pair[0].format(*(value if isinstance(value, str) else value[0] for value in values))
    english = pair[1].format(*(value if isinstance(value, str) else value[1].lower() for value in values))
    return german, english


def _text(field: str, pair: Pair, indent: str = "") -> list[str]:
    return [f"{indent}{field}:", f"{indent}  de: >-\n{indent}    {pair[0]}", f"{indent}  en: >-\n{indent}    {pair[1]}"]


def _pair(pair: Sequence[str]) -> str:
    return f"{{de: {pair[0]}, en: {pair[1]}}}"


def _slug(name: str) -> str:
    return name.lower().replace(" ", "-")


_SITE = """\
title: {de: Ausgedachte Kontakte, en: Made-up contacts}
description:
  de: Ausgedachte Kontakte, mit denen gemessen wird, wie lange ein Bau dauert.
  en: Made-up contacts that serve to measure how long a build takes.
url: https://example.org/benchmark/
languages: [de, en]
timezone: Europe/Berlin
licence: CC0-1.0
publisher: {name: A benchmark}
checks: {not-archived: off}
"""


def main() -> None:
    """Read the arguments and write the site."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.contacts", description="Make contacts to measure with.")
    parser.add_argument("count", type=int, help="how many events")
    parser.add_argument("folder", type=Path, help="the new site's folder")
    parser.add_argument("--seed", default="1", help="another seed makes other contacts")
    arguments = parser.parse_args()
    make_site(arguments.count, arguments.folder, arguments.seed)


if __name__ == "__main__":
    main()
