"""The index of people, and a page for each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import partial
from itertools import islice

from dragoman.model.people import Person
from dragoman.model.sides import find_side
from dragoman.site.addresses import Addresses
from dragoman.site.catalog import Catalog, LinkedEvent, PresentPerson
from dragoman.site.plan.facets import make_dossier, plan_years
from dragoman.site.plan.letters import plan_letters, split_letters, weigh_index
from dragoman.site.plan.names import Alphabet, count_events
from dragoman.site.plan.periods import count_by_year
from dragoman.site.plan.planned import Planned
from dragoman.site.views import CalledThen, Counted, Counterpart, OfficeOf, PeopleView, PersonView

#: How many counterparts a person's page names.
COUNTERPARTS = 12
#: How many of the words that sources had for the office.
CALLED = 60


def plan_people(catalog: Catalog, alphabet: Alphabet, addresses: Addresses) -> Iterator[Planned]:
    """The index by letter, and each person."""
    entries = [
        Counted(record=person, count=count_events(catalog.by_person, person.id)) for person in catalog.people.values()
    ]
    for pages, letters in split_letters(alphabet.group(entries), weigh_index):
        yield plan_letters("people", pages, PeopleView(letters=letters, pages=pages), addresses)
    for person in catalog.people.values():
        yield Planned(
            locate=partial(addresses.of, thing=person),
            template="person.html",
            view=make_person(catalog, person, alphabet),
        )
        yield from plan_years(person, make_dossier(catalog.by_person.get(person.id, ())), addresses, alphabet)


def make_person(catalog: Catalog, person: Person, alphabet: Alphabet) -> PersonView:
    """One person: offices (newest first), contacts, counterparts, and what sources called their office."""
    events = catalog.by_person.get(person.id, ())
    dossier = make_dossier(events)
    return PersonView(
        person=person,
        offices=_list_offices(catalog, person),
        days=dossier.days,
        year_pages=dossier.year_pages,
        event_count=len(events),
        years=count_by_year(events),
        counterparts=_list_counterparts(events, person, alphabet),
        called=tuple(islice(_iter_called(events, person), CALLED)),
    )


def _list_offices(catalog: Catalog, person: Person) -> tuple[OfficeOf, ...]:
    def begins(entry: OfficeOf) -> tuple[object, ...]:
        return entry.office.from_.sort_key if entry.office.from_ else ()

    offices = [
        OfficeOf(
            office=office,
            organisation=catalog.organisations[office.of],
            side=find_side(catalog.organisations[office.of], catalog.organisations.get),
        )
        for office in person.offices
    ]
    return tuple(sorted(offices, key=begins, reverse=True))


def _list_counterparts(events: tuple[LinkedEvent, ...], person: Person, alphabet: Alphabet) -> tuple[Counterpart, ...]:
    """Those on other sides with whom contacts took place, the most frequent first."""
    met: Counter[str] = Counter()
    people: dict[str, Person] = {}
    for event in (event for event in events if event.counts):
        present = [item for item in event.participants if isinstance(item, PresentPerson)]
        own = {item.side.id for item in present if item.side and item.then.person.id == person.id}
        for item in present:
            if item.side is None or item.side.id not in own:
                people[item.then.person.id] = item.then.person
                met[item.then.person.id] += 1
    by_name = alphabet.sort(
        (Counterpart(person=people[other], count=count) for other, count in met.items() if other != person.id),
        lambda counterpart: counterpart.person,
    )
    return tuple(sorted(by_name, key=lambda counterpart: -counterpart.count))[:COUNTERPARTS]


def _iter_called(events: tuple[LinkedEvent, ...], person: Person) -> Iterator[CalledThen]:
    for event in reversed(events):
        for item in event.participants:
            if isinstance(item, PresentPerson) and item.then.person.id == person.id:
                for called, source in item.called:
                    yield CalledThen(event=event, called=called, source=source)
