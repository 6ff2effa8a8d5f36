"""What all kinds of test share: the checkout, a copy of it as a commit would hold it, and the real site, built once."""

from __future__ import annotations

import fcntl
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.built_site import BuiltSite, find_built_site
from tests.tools.programs import CHECKOUT

#: Nothing is remembered from one test to another, nor left with whoever runs the tests.
os.environ["DRAGOMAN_CACHE"] = ""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what starts a browser, so that ``-m 'not browser'`` leaves it out."""
    for item in items:
        if CHECKOUT / "tests/browser" in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def shared_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of this test run that all its worker processes share."""
    own = tmp_path_factory.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


@pytest.fixture(scope="session")
def real_site(shared_folder: Path) -> BuiltSite:
    """The site of this repository's ``content/``, built once a run with the command that a maintainer types."""
    folder = shared_folder / "real-site"
    with one_at_a_time(shared_folder / "real-site.lock"):
        if not folder.exists():
            folder.mkdir()
            (folder / "failure").write_text(build(folder / "output"), encoding="utf-8")
    failure = (folder / "failure").read_text(encoding="utf-8")
    assert not failure, failure
    return find_built_site(CHECKOUT, folder / "output")


def build(output: Path) -> str:
    """Build the checkout's content into a folder; empty, or what was said if that failed."""
    command = (str(Path(sys.executable).with_name("dragoman")), "build", "--output", str(output))
    done = subprocess.run(command, cwd=CHECKOUT, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
    return "" if done.returncode == 0 else f"dragoman build ended with {done.returncode}\n{done.stdout}\n{done.stderr}"


@contextmanager
def one_at_a_time(path: Path) -> Iterator[None]:
    """Let one process in; the others wait."""
    with path.open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
