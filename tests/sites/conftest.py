"""Sites that several tests look at, each built once."""

from __future__ import annotations

import pytest

from tests.small_site import EVENT, SmallSite, make_event, make_files, make_site


@pytest.fixture(scope="session")
def three_languages(tmp_path_factory: pytest.TempPathFactory) -> SmallSite:
    """English first; then Arabic, in which the event has no texts; then German."""
    files = make_files(("en", "ar", "de")) | {EVENT: make_event(("en", "de"))}
    files["content/site.yaml"] += "checks: {missing-translation: off}\n"
    site = make_site(tmp_path_factory.mktemp("three"), files)
    site.build()
    return site
