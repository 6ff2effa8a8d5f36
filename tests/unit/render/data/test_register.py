"""Ids that have been published: which are, and which have vanished."""

from __future__ import annotations

import pytest

from dragoman.errors import DragomanError
from dragoman.render.data.register import Register, find_vanished, merge_registers, parse_register
from tests.unit.render.outputs_world import make_catalog

RETRACTED = {"date": "2024-05-01", "text": {"en": "It never took place."}}


def register(*events: str, **more: object) -> Register:
    return Register.of(make_catalog({event: {"date": "2024-01-01", **more} for event in events}))


def test_what_is_written_can_be_read_again() -> None:
    found = register("2024-01-01-a", "2024-01-01-b")
    assert parse_register(found.to_bytes(), "ids.json") == found
    assert found.ids["events"] == {"2024-01-01-a", "2024-01-01-b"}
    assert "kari" in found.ids["people"]


def test_an_id_that_is_gone_is_found() -> None:
    assert find_vanished(register("2024-01-01-a", "2024-01-01-b"), register("2024-01-01-a")) == ("events/2024-01-01-b",)


def test_a_former_id_leads_on_and_a_retracted_contact_stays() -> None:
    before = register("2024-01-01-a")
    assert find_vanished(before, register("2024-01-01-b", former_ids=["2024-01-01-a"])) == ()
    assert find_vanished(before, register("2024-01-01-a", retracted=RETRACTED)) == ()


def test_a_redirect_must_not_vanish_either() -> None:
    before = register("2024-01-01-b", former_ids=["2024-01-01-a"])
    assert find_vanished(before, register("2024-01-01-b")) == ("events/2024-01-01-a",)


def test_a_state_that_nothing_refers_to_any_more_has_not_vanished() -> None:
    assert not any(len(name) == 2 for name in register().ids["organisations"])


def test_what_is_to_be_forgotten_is_not_missed() -> None:
    assert find_vanished(register("2024-01-01-a"), register(), ["events/2024-01-01-a"]) == ()


def test_registers_add_up() -> None:
    both = merge_registers([register("2024-01-01-a"), register("2024-01-01-b")])
    assert both.ids["events"] == {"2024-01-01-a", "2024-01-01-b"}


@pytest.mark.parametrize("content", [b"", b"[]", b'{"events": 1}', b"\xff"])
def test_a_register_that_cannot_be_read_is_an_error_that_names_the_file(content: bytes) -> None:
    with pytest.raises(DragomanError, match=r"ids\.json"):
        parse_register(content, "ids.json")
