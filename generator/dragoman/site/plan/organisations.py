"""The tree of sides and their organisations, and a page for each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import partial

from dragoman.model.organisations import SIDE_KINDS, Organisation
from dragoman.model.sides import find_side, iter_parents
from dragoman.site.addresses import Addresses
from dragoman.site.catalog import Catalog
from dragoman.site.plan.facets import make_dossier, plan_years
from dragoman.site.plan.names import Alphabet, count_events
from dragoman.site.plan.pairs import list_pairs
from dragoman.site.plan.periods import count_by_year
from dragoman.site.plan.planned import Planned
from dragoman.site.views import (
    Holder,
    OrganisationBranch,
    OrganisationsView,
    OrganisationView,
    Pair,
    PublishedReadout,
)

Children = Mapping[str | None, tuple[Organisation, ...]]


def plan_organisations(catalog: Catalog, alphabet: Alphabet, addresses: Addresses) -> Iterator[Planned]:
    """The tree, and each organisation."""
    children = _collect_children(catalog, alphabet)
    issued = _collect_readouts(catalog)
    holders = _collect_holders(catalog, alphabet)
    pairs = list_pairs(catalog, alphabet)
    tops = [make_branch(catalog, organisation, children) for organisation in children.get(None, ())]
    yield Planned(
        locate=partial(addresses.section, section="organisations"),
        template="organisations.html",
        view=OrganisationsView(
            sides=tuple(top for top in tops if top.organisation.kind in SIDE_KINDS),
            others=tuple(top for top in tops if top.organisation.kind not in SIDE_KINDS),
        ),
    )
    for organisation in catalog.organisations.values():
        events = catalog.by_organisation.get(organisation.id, ())
        own = issued.get(organisation.id, ())
        dossier = make_dossier(events, issued=own)
        yield Planned(
            locate=partial(addresses.of, thing=organisation),
            template="organisation.html",
            view=OrganisationView(
                organisation=organisation,
                parents=tuple(iter_parents(organisation, catalog.organisations.get))[1:],
                children=make_branch(catalog, organisation, children).children,
                side=find_side(organisation, catalog.organisations.get),
                holders=holders.get(organisation.id, ()),
                days=dossier.days,
                year_pages=dossier.year_pages,
                event_count=len(events),
                years=count_by_year(events),
                pairs=_list_own_pairs(organisation, pairs),
                readouts=dossier.list_readouts(),
                readout_count=len(own),
            ),
        )
        yield from plan_years(organisation, dossier, addresses, alphabet)


def make_branch(catalog: Catalog, organisation: Organisation, children: Children) -> OrganisationBranch:
    """An organisation with everything below it."""
    return OrganisationBranch(
        organisation=organisation,
        count=count_events(catalog.by_organisation, organisation.id),
        children=tuple(make_branch(catalog, child, children) for child in children.get(organisation.id, ())),
    )


def _collect_children(catalog: Catalog, alphabet: Alphabet) -> Children:
    children: dict[str | None, list[Organisation]] = defaultdict(list)
    for organisation in catalog.organisations.values():
        children[organisation.parent].append(organisation)
    return {parent: alphabet.sort_records(group) for parent, group in children.items()}


def _collect_readouts(catalog: Catalog) -> dict[str, tuple[PublishedReadout, ...]]:
    """The readouts that each organisation, or one below it, issued, in chronological order."""
    issued: dict[str, list[PublishedReadout]] = defaultdict(list)
    for event in catalog.listed:
        for readout in event.readouts:
            above = (parent for issuer in readout.issuers for parent in iter_parents(issuer, catalog.organisations.get))
            for organisation_id in dict.fromkeys(parent.id for parent in above):
                issued[organisation_id].append(PublishedReadout(event=event, readout=readout))
    return {organisation_id: tuple(readouts) for organisation_id, readouts in issued.items()}


def _collect_holders(catalog: Catalog, alphabet: Alphabet) -> dict[str, tuple[Holder, ...]]:
    """The people who hold or held an office of each organisation, by name."""
    holders: dict[str, list[Holder]] = defaultdict(list)
    for person in alphabet.sort(catalog.people.values(), lambda person: person):
        for office in person.offices:
            holders[office.of].append(Holder(person=person, office=office))
    return {organisation_id: tuple(group) for organisation_id, group in holders.items()}


def _list_own_pairs(organisation: Organisation, pairs: tuple[Pair, ...]) -> tuple[Pair, ...]:
    return tuple(pair for pair in pairs if organisation.id in (pair.key.first, pair.key.second))
