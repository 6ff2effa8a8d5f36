"""The five kinds of cell, and who gets a column."""

from __future__ import annotations

from typing import Any

import pytest

from dragoman.site.catalog import CellKind, Comparison, LinkedReadout, Unread
from tests.unit.site.world import World, account, say


def compare(world: World, *readouts: dict[str, Any], **more: Any) -> Comparison | None:
    catalog = world({"2023-03-01-a": {"date": "2023-03-01", "readouts": list(readouts), **more}})
    return catalog.events["2023-03-01-a"].comparison


def test_a_cell_is_of_one_of_five_kinds(world: World) -> None:
    comparison = compare(
        world,
        account("no-mfa", say("weather")),
        account("no", say("fish"), extent="full"),
        {"by": "un", "none_found": "2023-10-02"},
    )
    assert comparison is not None
    rows = {row.topic.id: [cell.kind for cell in row.cells] for row in comparison.rows}
    assert rows == {
        "weather": [CellKind.SAID, CellKind.NOT_MENTIONED, CellKind.NONE_FOUND, CellKind.NOT_YET_READ],
        "fish": [CellKind.NOT_IN_PART_READ, CellKind.SAID, CellKind.NONE_FOUND, CellKind.NOT_YET_READ],
    }


def test_a_side_that_has_any_entry_is_not_called_unread(world: World) -> None:
    comparison = compare(
        world, account("no-mfa", say("weather")), account("at-mfa", say("weather"), id="x", rendering_of="no-mfa")
    )
    assert comparison is not None
    assert [type(column) for column in comparison.columns] == [LinkedReadout]


def test_an_announcement_and_a_translation_of_another_readout_have_no_column(world: World) -> None:
    comparison = compare(
        world,
        account("no-mfa", say("weather")),
        account("no", say("fish"), kind="announcement"),
        account("at", say("weather"), rendering_of="no-mfa"),
        account("at-mfa", say("weather"), id="own"),
    )
    assert comparison is not None
    assert [column.record.id for column in comparison.columns if isinstance(column, LinkedReadout)] == ["no-mfa", "own"]
    assert not any(isinstance(column, Unread) for column in comparison.columns)


def test_a_joint_text_speaks_for_all_its_sides(world: World) -> None:
    comparison = compare(world, account(["no-mfa", "at-mfa"], say("weather"), kind="joint-statement"))
    assert comparison is not None
    assert len(comparison.columns) == 1


def test_topics_stand_in_the_order_of_the_event_then_of_the_accounts(world: World) -> None:
    readout = account("no-mfa", say("nature"), say("fish"), say("weather"))
    comparison = compare(world, readout, topics=["weather", "fish"])
    assert comparison is not None
    assert [row.topic.id for row in comparison.rows] == ["weather", "fish", "nature"]


def test_a_judgement_is_shown_with_its_topic_and_the_readouts_it_is_between(world: World) -> None:
    judgement = {"topic": "fish", "relation": "differ", "between": ["no-mfa", "at-mfa"]}
    comparison = compare(
        world, account("no-mfa", say("weather")), account("at-mfa", say("weather")), comparison=[judgement]
    )
    assert comparison is not None
    [row] = [row for row in comparison.rows if row.topic.id == "fish"]
    assert [readout.record.id for readout in row.judgements[0].between] == ["no-mfa", "at-mfa"]


@pytest.mark.parametrize("readouts", [[], [account("no-mfa")], [{"by": "un", "none_found": "2023-10-02"}]])
def test_without_a_statement_there_is_nothing_to_compare(world: World, readouts: list[dict[str, Any]]) -> None:
    assert compare(world, *readouts) is None
