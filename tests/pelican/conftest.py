"""A small site, built or not, for the tests of this folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.small_site import SmallSite, make_site


@pytest.fixture
def site(tmp_path: Path) -> SmallSite:
    """A site in German and English that has not been built."""
    return make_site(tmp_path / "site")


@pytest.fixture
def built(site: SmallSite) -> SmallSite:
    """The same site, built."""
    site.build()
    return site
