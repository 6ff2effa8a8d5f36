"""The register A to Z of everything that has a name, under all its names; and the search, which it stands in for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from itertools import groupby

from dragoman.i18n.sorting import initial_letter, sort_key
from dragoman.model.organisations import Organisation
from dragoman.model.people import Person
from dragoman.model.places import Place, Term
from dragoman.site.addresses import Addresses
from dragoman.site.catalog import Catalog
from dragoman.site.other_names import NamedRecord, iter_other_names
from dragoman.site.plan.letters import plan_letters, split_letters, weigh_register
from dragoman.site.plan.names import Alphabet, count_events
from dragoman.site.plan.periods import get_year
from dragoman.site.plan.planned import Planned
from dragoman.site.views import RegisterEntry, RegisterLetter, RegisterView, SearchView

#: Quotation marks, brackets and the like, which do not decide where a name stands.
_OPENING = re.compile(r"^\W+(?=\w)")


def plan_register(catalog: Catalog, alphabet: Alphabet, addresses: Addresses) -> Iterator[Planned]:
    """The register and the search."""
    for pages, letters in split_letters(make_register(catalog, alphabet), weigh_register):
        yield plan_letters("register", pages, RegisterView(letters=letters, pages=pages), addresses)
    yield Planned(
        locate=partial(addresses.section, section="search"),
        template="search.html",
        view=SearchView(
            years=tuple(sorted({get_year(event) for event in catalog.listed}, reverse=True)),
            sides=alphabet.sort_records(catalog.organisations[side] for side in catalog.by_side),
        ),
    )


def make_register(catalog: Catalog, alphabet: Alphabet) -> tuple[RegisterLetter, ...]:
    """People, places, topics and terms, and the organisations that something leads to."""
    lines = [line for record in _iter_records(catalog) for line in _iter_lines(catalog, record, alphabet)]

    def key(line: tuple[str, RegisterEntry]) -> tuple[object, ...]:
        name, entry = line
        return (sort_key(name, alphabet.language), entry.other_name is not None, entry.record.id, name)

    lettered = groupby(sorted(lines, key=key), lambda line: initial_letter(line[0], alphabet.language))
    return tuple(
        RegisterLetter(letter=letter, entries=tuple(entry for _, entry in group)) for letter, group in lettered
    )


def _iter_records(catalog: Catalog) -> Iterator[NamedRecord]:
    yield from catalog.people.values()
    yield from catalog.organisations.values()
    yield from catalog.places.values()
    yield from catalog.topics.values()
    yield from catalog.terms.values()


def _iter_lines(catalog: Catalog, record: NamedRecord, alphabet: Alphabet) -> Iterator[tuple[str, RegisterEntry]]:
    """The record under its own name, then under each other; every name once."""
    count = _count(catalog, record)
    name = alphabet.text(record.sort or record.name) if isinstance(record, Person) else alphabet.text(record.name)
    yield _OPENING.sub("", name), RegisterEntry(record=record, other_name=None, count=count)
    for other in iter_other_names(record, (alphabet.language, alphabet.default)):
        if other != name:
            yield _OPENING.sub("", other), RegisterEntry(record=record, other_name=other, count=count)


def _count(catalog: Catalog, record: NamedRecord) -> int:
    match record:
        case Person():
            return count_events(catalog.by_person, record.id)
        case Organisation():
            return count_events(catalog.by_organisation, record.id)
        case Place():
            return count_events(catalog.by_place, record.id)
        case Term():
            return 0
        case _:
            return count_events(catalog.by_topic, record.id)
