"""The wheel: what is in it, and that it makes a site in a clean environment, far from this checkout."""

from __future__ import annotations

import os
import sys
import zipfile
from pathlib import Path

import pytest

from tests.built_site import find_built_site, listed
from tests.packaging.checkout import copy_checkout, files_of_a_commit, run
from tests.tools.programs import CHECKOUT
from tests.validators.links import dead_references

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel as it is published: made from the source archive, which is made from a clean checkout."""
    checkout = copy_checkout(tmp_path_factory.mktemp("checkout"))
    run(sys.executable, "-m", "build", ".", folder=checkout)
    assert len(list(checkout.glob("dist/*.tar.gz"))) == 1
    (wheel,) = checkout.glob("dist/*.whl")
    return wheel


@pytest.fixture(scope="module")
def names(wheel: Path) -> frozenset[str]:
    with zipfile.ZipFile(wheel) as archive:
        return frozenset(archive.namelist())


def test_it_holds_the_package_the_plugin_and_nothing_else(names: frozenset[str]) -> None:
    top_level = {name.split("/")[0].split("-")[0] for name in names}
    assert top_level == {"dragoman", "pelican"}
    assert {name for name in names if name.startswith("pelican/")} == {"pelican/plugins/dragoman/__init__.py"}
    assert {"dragoman/__init__.py", "dragoman/py.typed", "dragoman/cli/__init__.py"} <= names


def test_it_is_the_same_byte_for_byte_whoever_builds_it(wheel: Path, tmp_path: Path) -> None:
    checkout = copy_checkout(tmp_path / "elsewhere")
    for path in checkout.rglob("*.py"):
        os.utime(path, (1, 1))
    run(sys.executable, "-m", "build", ".", folder=checkout)
    (again,) = checkout.glob("dist/*.whl")
    assert again.read_bytes() == wheel.read_bytes()


@pytest.mark.parametrize(("folder", "inside"), [("themes/dragoman", "dragoman/theme"), ("generator", "")])
def test_it_holds_every_file_of(names: frozenset[str], folder: str, inside: str) -> None:
    expected = {
        f"{inside}/{path.relative_to(folder).as_posix()}".removeprefix("/")
        for path in files_of_a_commit()
        if path.is_relative_to(folder)
    }
    assert expected
    assert expected - names == set()


def test_it_carries_its_licence_and_its_command(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        (information,) = {name.split("/")[0] for name in archive.namelist() if ".dist-info/" in name}
        assert archive.read(f"{information}/licenses/LICENSE") == (CHECKOUT / "LICENSE").read_bytes()
        assert "dragoman = dragoman.cli:main" in archive.read(f"{information}/entry_points.txt").decode()


def test_it_makes_a_new_site_in_a_clean_environment(wheel: Path, tmp_path: Path) -> None:
    run(sys.executable, "-m", "venv", "environment", folder=tmp_path)
    programs = tmp_path / "environment/bin"
    run(programs / "pip", "install", "--constraint", CHECKOUT / "constraints.txt", wheel, folder=tmp_path)
    run(programs / "dragoman", "init", "a new site", folder=tmp_path)
    site = tmp_path / "a new site"
    run(programs / "dragoman", "check", folder=site)
    run(programs / "dragoman", "build", folder=site)
    built = find_built_site(site)
    assert {f"{language}/index.html" for language in built.languages} <= built.files
    dead = dead_references(built)
    assert not dead, listed(dead)
