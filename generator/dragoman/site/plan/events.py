"""A page for each event, whether it is listed or retracted."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from dragoman.i18n.sorting import sort_key
from dragoman.model.facts import BuildFacts
from dragoman.model.organisations import Organisation
from dragoman.model.translations import find_stale
from dragoman.site.accounts import find_delay_between
from dragoman.site.addresses import Addresses
from dragoman.site.catalog import Catalog, Column, Comparison, LinkedEvent, PairKey, Row
from dragoman.site.plan.disputes import iter_disputed
from dragoman.site.plan.local_times import find_local_times
from dragoman.site.plan.names import Alphabet
from dragoman.site.plan.pairs import make_pair
from dragoman.site.plan.planned import Planned
from dragoman.site.views import EmbedView, EventView, Neighbours, RelatedEvent, StaleText

#: With more sides than this, the contacts before and after are not named for every pair of them.
MOST_SIDES_WITH_NEIGHBOURS = 3


def plan_events(catalog: Catalog, alphabet: Alphabet, addresses: Addresses, facts: BuildFacts) -> Iterator[Planned]:
    """Each event's page, and the small one by which others show it."""
    positions = {
        key: {event.id: index for index, event in enumerate(events)} for key, events in catalog.by_pair.items()
    }
    for event in catalog.events.values():
        yield Planned(
            locate=partial(addresses.of, thing=event),
            template="event.html",
            view=EventView(
                event=event,
                sides=alphabet.sort_records(event.sides),
                comparison=order_columns(event.comparison, alphabet) if event.comparison else None,
                local_times=find_local_times(event),
                initiators=_list_initiators(catalog, event, alphabet),
                disputed=tuple(iter_disputed(catalog, event)),
                outcome_by=_list_outcome_by(catalog, event),
                delay_between=find_delay_between(event.readouts),
                part_of=catalog.events[event.part_of] if event.part_of else None,
                parts=tuple(catalog.events[part] for part in event.parts),
                related=tuple(
                    RelatedEvent(relation=relation, event=catalog.events[relation.event_id])
                    for relation in event.relations
                ),
                neighbours=tuple(_iter_neighbours(catalog, event, alphabet, positions)),
                missing_texts=alphabet.language not in event.record.title.languages
                or alphabet.language not in event.record.summary.languages,
                stale_texts=tuple(_iter_stale(event, alphabet.language)),
                outcome_unrecorded=is_outcome_unrecorded(event, facts),
            ),
        )
        yield Planned(
            locate=partial(addresses.embed, event=event),
            template="embed.html",
            view=EmbedView(event=event, sides=alphabet.sort_records(event.sides)),
        )


def is_outcome_unrecorded(event: LinkedEvent, facts: BuildFacts) -> bool:
    """Whether the contact was announced for a day that has passed, and nobody has recorded what became of it."""
    upper = event.record.date.upper
    return event.record.status == "announced" and upper is not None and upper < facts.today


def _iter_stale(event: LinkedEvent, language: str) -> Iterator[StaleText]:
    """What the page shows in a translation that is older than its original."""
    for stale in find_stale(event.record) if event.record.translations else ():
        if stale.language == language and (original := stale.text.value.find(stale.from_)) is not None:
            yield StaleText(field=str(stale.text.path[0]), original=type(stale.text.value).of({stale.from_: original}))


def _list_initiators(catalog: Catalog, event: LinkedEvent, alphabet: Alphabet) -> tuple[Organisation, ...]:
    initiative = event.record.initiative
    return alphabet.sort_records(catalog.organisations[side] for side in initiative.sides) if initiative else ()


def _list_outcome_by(catalog: Catalog, event: LinkedEvent) -> tuple[Organisation, ...]:
    outcome = event.record.outcome
    return tuple(catalog.organisations[organisation] for organisation in outcome.by) if outcome else ()


def _iter_neighbours(
    catalog: Catalog, event: LinkedEvent, alphabet: Alphabet, positions: dict[PairKey, dict[str, int]]
) -> Iterator[Neighbours]:
    """For each pair of the event's sides the contacts before and after; for none where there are many sides."""
    if len(event.sides) > MOST_SIDES_WITH_NEIGHBOURS or not event.is_listed:
        return
    for key in event.pairs:
        events = catalog.by_pair[key]
        position = positions[key][event.id]
        previous = events[position - 1] if position else None
        following = events[position + 1] if position + 1 < len(events) else None
        if previous or following:
            yield Neighbours(pair=make_pair(catalog, key, alphabet), previous=previous, next=following)


def order_columns(comparison: Comparison, alphabet: Alphabet) -> Comparison:
    """The comparison with its columns by the names of their sides: one side's first, then joint texts, then others.

    Within a side the order of the file holds.
    """

    def rank(column: Column) -> tuple[int, object]:
        if not column.sides:
            return (2, ())
        names = alphabet.sort_records(column.sides)
        return (int(len(names) > 1), sort_key(alphabet.sorting_name(names[0]), alphabet.language))

    order = sorted(range(len(comparison.columns)), key=lambda index: rank(comparison.columns[index]))
    return Comparison(
        columns=tuple(comparison.columns[index] for index in order),
        rows=tuple(
            Row(topic=row.topic, cells=tuple(row.cells[index] for index in order), judgements=row.judgements)
            for row in comparison.rows
        ),
    )
