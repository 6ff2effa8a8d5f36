"""The published folder compared with its manifest."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.output import Fault, Problem, publish, verify
from dragoman.output.manifest import MANIFEST_NAME
from tests.unit.output.sites import OLD, rendered, texts_in


@pytest.fixture
def output(tmp_path: Path) -> Path:
    publish(rendered(OLD), tmp_path / "output")
    return tmp_path / "output"


def test_every_difference_is_found_and_a_thorough_build_mends_it(output: Path) -> None:
    (output / "feed.xml").unlink()
    (output / "index.html").write_text("OLD FRONT")
    (output / "de/a/index.html").unlink()
    (output / "de/a/index.html").symlink_to("/etc/passwd")
    (output / "mine").write_text("no problem")

    problems = verify(output)

    assert problems == (
        Problem(path="de/a/index.html", fault=Fault.NOT_A_FILE),
        Problem(path="feed.xml", fault=Fault.MISSING),
        Problem(path="index.html", fault=Fault.CHANGED),
    )
    assert problems[1].message == "feed.xml is missing"
    publish(rendered(OLD), output, thorough=True)
    assert verify(output) == ()
    assert texts_in(output) == {**OLD, "mine": "no problem"}


def test_a_folder_without_manifest_is_one_problem(output: Path, tmp_path: Path) -> None:
    (output / MANIFEST_NAME).unlink()
    assert verify(output) == (Problem(path=MANIFEST_NAME, fault=Fault.NO_MANIFEST),)
    assert verify(tmp_path / "missing") == (Problem(path=MANIFEST_NAME, fault=Fault.NO_MANIFEST),)


def test_a_damaged_manifest_is_one_problem(output: Path) -> None:
    (output / MANIFEST_NAME).write_text("{")
    assert verify(output) == (Problem(path=MANIFEST_NAME, fault=Fault.DAMAGED_MANIFEST),)
