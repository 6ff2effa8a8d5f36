"""The misbehaving server, and what the tests ask it with."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from dragoman.linkcheck.network import Network
from tests.unit.linkcheck.misbehaving import Misbehaving, serving


@pytest.fixture
def web() -> Iterator[Misbehaving]:
    with serving() as server:
        yield server


@pytest.fixture
def network() -> Network:
    """Allowed to ask this machine, and not patient."""
    return Network(user_agent="dragoman-test", patience=1, allow_private=True)
