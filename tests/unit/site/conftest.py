"""The fixture by which the tests of this folder make their world."""

from __future__ import annotations

import pytest

from tests.unit.site.world import World, make_world


@pytest.fixture
def world() -> World:
    """Link a small world; see ``make_world``."""
    return make_world
