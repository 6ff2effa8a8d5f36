"""The index of places, a page for each, and the page of spellings and terms."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from dragoman.model.places import Place, Term, UsedName
from dragoman.site.addresses import Addresses
from dragoman.site.catalog import Catalog
from dragoman.site.plan.facets import make_dossier, plan_years
from dragoman.site.plan.letters import plan_letters, split_letters, weigh_index
from dragoman.site.plan.names import Alphabet, count_events
from dragoman.site.plan.planned import Planned
from dragoman.site.views import CalledInReadouts, Counted, NamesEntry, NamesView, NameUse, PlacesView, PlaceView

Called = dict[str, tuple[CalledInReadouts, ...]]

#: How many people the page of names lists; beyond, it leaves them to the register.
MOST_PEOPLE = 300


def plan_places(catalog: Catalog, alphabet: Alphabet, addresses: Addresses) -> Iterator[Planned]:
    """The index by letter, each place, and the page of names."""
    called = _collect_called(catalog)
    entries = [
        Counted(record=place, count=count_events(catalog.by_place, place.id)) for place in catalog.places.values()
    ]
    for pages, letters in split_letters(alphabet.group(entries), weigh_index):
        yield plan_letters("places", pages, PlacesView(letters=letters, pages=pages), addresses)
    for place in catalog.places.values():
        events = catalog.by_place.get(place.id, ())
        dossier = make_dossier(events)
        yield Planned(
            locate=partial(addresses.of, thing=place),
            template="place.html",
            view=PlaceView(
                place=place,
                within=tuple(catalog.organisations[organisation] for organisation in place.in_),
                names=list_uses(catalog, place.names),
                called=called.get(place.id, ()),
                days=dossier.days,
                year_pages=dossier.year_pages,
                event_count=len(events),
            ),
        )
        yield from plan_years(place, dossier, addresses, alphabet)
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
            NamesEntry(record=record, names=list_uses(catalog, record.names), called=called.get(record.id, ()))
            for record in records
            if record.names or record.id in called
        ]
        return alphabet.sort(entries, lambda entry: entry.record)

    spelt_variously = [person for person in catalog.people.values() if person.aliases or person.native]
    return NamesView(
        terms=list_entries(list(catalog.terms.values())),
        places=list_entries(list(catalog.places.values())),
        people=alphabet.sort(spelt_variously, lambda person: person) if len(spelt_variously) <= MOST_PEOPLE else (),
        people_count=len(spelt_variously),
    )


def _collect_called(catalog: Catalog) -> Called:
    """What readouts call each place and term: a line for each wording and issuer, the newest use first."""
    called: dict[str, dict[tuple[str, ...], CalledInReadouts]] = defaultdict(dict)
    for event in reversed(catalog.listed):
        for readout in (*event.readouts, *event.reactions):
            for thing, text in readout.calls:
                key = (text, *(issuer.id for issuer in readout.issuers))
                found = called[thing.id].get(key)
                called[thing.id][key] = (
                    replace(found, count=found.count + 1)
                    if found
                    else CalledInReadouts(event=event, readout=readout, text=text, count=1)
                )
    return {thing: tuple(uses.values()) for thing, uses in called.items()}
