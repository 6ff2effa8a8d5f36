"""The index of places, a page for each, and the page of spellings and terms."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import partial

from dragoman.model.places import Place, Term, UsedName
from dragoman.site.addresses import Addresses
from dragoman.site.catalog import Catalog
from dragoman.site.plan.facets import make_listing, plan_years
from dragoman.site.plan.names import Alphabet, count_events
from dragoman.site.plan.planned import Planned
from dragoman.site.views import CalledInReadout, Counted, NamesEntry, NamesView, NameUse, PlacesView, PlaceView

Called = dict[str, list[CalledInReadout]]


def plan_places(catalog: Catalog, alphabet: Alphabet, addresses: Addresses) -> Iterator[Planned]:
    """The index by letter, each place, and the page of names."""
    called = _collect_called(catalog)
    entries = [
        Counted(record=place, count=count_events(catalog.by_place, place.id)) for place in catalog.places.values()
    ]
    yield Planned(
        locate=partial(addresses.section, section="places"),
        template="places.html",
        view=PlacesView(letters=alphabet.group(entries)),
    )
    for place in catalog.places.values():
        events = catalog.by_place.get(place.id, ())
        listing = make_listing(events)
        yield Planned(
            locate=partial(addresses.of, thing=place),
            template="place.html",
            view=PlaceView(
                place=place,
                within=tuple(catalog.organisations[organisation] for organisation in place.in_),
                names=list_uses(catalog, place.names),
                called=tuple(called.get(place.id, ())),
                days=listing.days,
                year_pages=listing.year_pages,
                event_count=len(events),
            ),
        )
        yield from plan_years(place, events, addresses)
    yield Planned(
        locate=partial(addresses.section, section="names"),
        template="names.html",
        view=make_names(catalog, alphabet, called),
    )


def list_uses(catalog: Catalog, names: tuple[UsedName, ...]) -> tuple[NameUse, ...]:
    """Each name with those who use it; an organisation where the name is one's id, else the name as written."""
    return tuple(
        NameUse(name=name, users=tuple(catalog.organisations.get(user, user) for user in name.used_by))
        for name in names
    )


def make_names(catalog: Catalog, alphabet: Alphabet, called: Called) -> NamesView:
    """Everything that is named differently by different people."""

    def list_entries(records: list[Place] | list[Term]) -> tuple[NamesEntry, ...]:
        entries = [
            NamesEntry(record=record, names=list_uses(catalog, record.names), called=tuple(called.get(record.id, ())))
            for record in records
            if record.names or record.id in called
        ]
        return alphabet.sort(entries, lambda entry: entry.record)

    spelt_variously = [person for person in catalog.people.values() if person.aliases or person.native]
    return NamesView(
        terms=list_entries(list(catalog.terms.values())),
        places=list_entries(list(catalog.places.values())),
        people=alphabet.sort(spelt_variously, lambda person: person),
    )


def _collect_called(catalog: Catalog) -> Called:
    """What readouts call each place and term, in chronological order."""
    called: Called = defaultdict(list)
    for event in catalog.listed:
        for readout in (*event.readouts, *event.reactions):
            for thing, text in readout.calls:
                called[thing.id].append(CalledInReadout(event=event, readout=readout, text=text))
    return called
