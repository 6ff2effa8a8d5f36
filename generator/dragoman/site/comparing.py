"""The comparison: accounts of one event laid side by side, topic by topic.

What a readout does with a topic is read off it; whether two accounts agree is an editor's judgement, never computed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dragoman.model.event import Event
from dragoman.model.organisations import Organisation
from dragoman.model.topics import Topic
from dragoman.site.catalog import (
    Cell,
    CellKind,
    Column,
    Comparison,
    FruitlessSearch,
    LinkedJudgement,
    LinkedReadout,
    Row,
    Unread,
)


def find_comparison(
    event: Event,
    sides: Iterable[Organisation],
    readouts: tuple[LinkedReadout, ...],
    searches: tuple[FruitlessSearch, ...],
    topics: dict[str, Topic],
) -> Comparison | None:
    """Topics × readouts, with a column too for each search in vain and each side not yet read.

    None where no account has a statement, so that there is nothing to lay side by side.
    """
    compared = tuple(readout for readout in readouts if readout.is_compared)
    said = [statement.topic.id for readout in compared for statement in readout.statements]
    if not said:
        return None
    columns: tuple[Column, ...] = (*compared, *searches, *_iter_unread(sides, readouts, searches))
    judged = [judgement.topic for judgement in event.comparison]
    spoken_of = {*said, *judged}
    in_order = dict.fromkeys([*(topic for topic in event.topics if topic in spoken_of), *said, *judged])
    return Comparison(
        columns=columns,
        rows=tuple(_make_row(topics[topic], columns, event, compared) for topic in in_order),
    )


def _iter_unread(
    sides: Iterable[Organisation], readouts: tuple[LinkedReadout, ...], searches: tuple[FruitlessSearch, ...]
) -> Iterator[Unread]:
    covered = {side.id for readout in readouts if readout.is_account for side in readout.sides}
    covered |= {side.id for search in searches for side in search.sides}
    return (Unread(sides=(side,)) for side in sides if side.id not in covered)


def _make_row(topic: Topic, columns: tuple[Column, ...], event: Event, compared: tuple[LinkedReadout, ...]) -> Row:
    by_id = {readout.record.id: readout for readout in compared}
    return Row(
        topic=topic,
        cells=tuple(make_cell(topic, column) for column in columns),
        judgements=tuple(
            LinkedJudgement(record=judgement, between=tuple(by_id[name] for name in judgement.between if name in by_id))
            for judgement in event.comparison
            if judgement.topic == topic.id
        ),
    )


def make_cell(topic: Topic, column: Column) -> Cell:
    """What stands in one column about one topic. Silence counts only where the whole text was read."""
    match column:
        case LinkedReadout():
            statements = tuple(item for item in column.statements if item.topic.id == topic.id)
            silence = CellKind.NOT_MENTIONED if column.record.extent == "full" else CellKind.NOT_IN_PART_READ
            return Cell(kind=CellKind.SAID if statements else silence, column=column, statements=statements)
        case FruitlessSearch():
            return Cell(kind=CellKind.NONE_FOUND, column=column, statements=())
        case Unread():
            return Cell(kind=CellKind.NOT_YET_READ, column=column, statements=())
