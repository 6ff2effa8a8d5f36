"""Long dossiers: the newest on the thing's own page, everything on a page a year, cut into parts where it must be."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from dragoman.model.organisations import Organisation
from dragoman.model.people import Person
from dragoman.model.places import Place
from dragoman.model.topics import Topic
from dragoman.site.addresses import Addresses
from dragoman.site.catalog import LinkedEvent
from dragoman.site.linking import chronological
from dragoman.site.plan.lengths import LINE, LONGEST_DOSSIER, LONGEST_PAGE, STATEMENT, cut, weigh_card
from dragoman.site.plan.names import Alphabet
from dragoman.site.plan.periods import get_year, group_by_day, newest_first, take_newest
from dragoman.site.plan.planned import Planned
from dragoman.site.views import Day, FacetYearView, Pair, PublishedReadout, Said, SideStatements

#: How many contacts the page of a thing still shows where its dossier is long, and how many statements or accounts.
NEWEST = 20
NEWEST_STATEMENTS = 60
NEWEST_READOUTS = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """One event in a dossier: whether it is one of the thing's contacts, and what was said or issued then."""

    event: LinkedEvent
    is_contact: bool
    said: tuple[Said, ...]
    issued: tuple[PublishedReadout, ...]

    @property
    def weight(self) -> int:
        """What it adds to a page."""
        card = weigh_card(self.event) if self.is_contact else 0
        return card + STATEMENT * len(self.said) + LINE * len(self.issued)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """All that belongs to one thing, in chronological order."""

    leaves: tuple[Leaf, ...]

    @property
    def is_long(self) -> bool:
        """Whether it is too much for one page."""
        return sum(leaf.weight for leaf in self.leaves) > LONGEST_DOSSIER

    @property
    def contacts(self) -> tuple[LinkedEvent, ...]:
        """The thing's own contacts."""
        return _list_contacts(self.leaves)

    @property
    def days(self) -> tuple[Day, ...]:
        """The contacts that the thing's own page shows, newest first."""
        return take_newest(self.contacts, NEWEST) if self.is_long else newest_first(self.contacts)

    @property
    def year_pages(self) -> tuple[int, ...]:
        """The years that have a page of their own, newest first."""
        return tuple(sorted({get_year(leaf.event) for leaf in self.leaves}, reverse=True)) if self.is_long else ()

    def list_readouts(self) -> tuple[PublishedReadout, ...]:
        """The accounts that the thing's own page shows, newest first."""
        issued = _list_newest_readouts(self.leaves)
        return issued[:NEWEST_READOUTS] if self.is_long else issued

    def list_statements(self, alphabet: Alphabet) -> tuple[SideStatements, ...]:
        """What the thing's own page shows of the statements: of each side the newest, in chronological order."""
        groups = group_by_sides((said for leaf in self.leaves for said in leaf.said), alphabet)
        if not self.is_long:
            return groups
        most = max(1, NEWEST_STATEMENTS // max(1, len(groups)))
        return tuple(SideStatements(sides=group.sides, said=group.said[-most:]) for group in groups)


def make_dossier(
    events: Sequence[LinkedEvent], said: Iterable[Said] = (), issued: Iterable[PublishedReadout] = ()
) -> Dossier:
    """The contacts of a thing, what was said about it and what it issued, each in chronological order."""
    own = {event.id: event for event in events}
    everything = dict(own)
    said_then: dict[str, list[Said]] = defaultdict(list)
    issued_then: dict[str, list[PublishedReadout]] = defaultdict(list)
    for entry in said:
        said_then[entry.event.id].append(entry)
        everything.setdefault(entry.event.id, entry.event)
    for published in issued:
        issued_then[published.event.id].append(published)
        everything.setdefault(published.event.id, published.event)
    in_order = sorted(everything.values(), key=lambda event: chronological(event.record))
    return Dossier(
        leaves=tuple(
            Leaf(
                event=event,
                is_contact=event.id in own,
                said=tuple(said_then.get(event.id, ())),
                issued=tuple(issued_then.get(event.id, ())),
            )
            for event in in_order
        )
    )


def plan_years(
    subject: Person | Organisation | Place | Topic | Pair, dossier: Dossier, addresses: Addresses, alphabet: Alphabet
) -> Iterator[Planned]:
    """The pages for each year of a dossier that is long."""
    years = dossier.year_pages
    for year, of_year in groupby(dossier.leaves, lambda leaf: get_year(leaf.event)) if years else ():
        parts = cut(of_year, lambda leaf: leaf.weight, LONGEST_PAGE)
        count = sum(leaf.is_contact for leaves in parts for leaf in leaves)
        for number, leaves in enumerate(parts, start=1):
            yield Planned(
                locate=partial(addresses.of_year, thing=subject, year=year, part=number),
                template="facet-year.html",
                view=FacetYearView(
                    subject=subject,
                    year=year,
                    years=years,
                    part=number,
                    parts=len(parts),
                    statements=group_by_sides((said for leaf in leaves for said in leaf.said), alphabet),
                    readouts=_list_newest_readouts(leaves),
                    days=group_by_day(_list_contacts(leaves)),
                    event_count=count,
                ),
            )


def group_by_sides(said: Iterable[Said], alphabet: Alphabet) -> tuple[SideStatements, ...]:
    """The statements of each side together, sides by name; a joint text under all its sides together."""
    groups: dict[tuple[str, ...], list[Said]] = defaultdict(list)
    sides_of = {}
    for item in said:
        sides = alphabet.sort_records(item.readout.sides or item.readout.issuers)
        key = tuple(side.id for side in sides)
        groups[key].append(item)
        sides_of[key] = sides
    statements = [SideStatements(sides=sides_of[key], said=tuple(group)) for key, group in groups.items()]
    by_name = alphabet.sort(statements, lambda entry: entry.sides[0])
    return tuple(sorted(by_name, key=lambda entry: len(entry.sides) > 1))


def _list_contacts(leaves: Iterable[Leaf]) -> tuple[LinkedEvent, ...]:
    return tuple(leaf.event for leaf in leaves if leaf.is_contact)


def _list_newest_readouts(leaves: Sequence[Leaf]) -> tuple[PublishedReadout, ...]:
    return tuple(published for leaf in reversed(leaves) for published in leaf.issued)
