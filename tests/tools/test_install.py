"""What happens where a machine refuses the tests' programs: said line by line, and never accepted in CI."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.tools.programs import CHECKOUT, PROGRAMS, in_ci, leave_out, need_file


def install_on_a_bare_machine(folder: Path, *, ci: str) -> subprocess.CompletedProcess[str]:
    """Run the installer where the search path leads nowhere: no program, no apt, no sudo."""
    return subprocess.run(
        (sys.executable, "-m", "tests.tools.install"),
        cwd=CHECKOUT,
        env={"PATH": str(folder), "CI": ci},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )


def test_each_missing_program_is_named_with_what_is_left_out_and_the_remedy(tmp_path: Path) -> None:
    done = install_on_a_bare_machine(tmp_path, ci="")
    lines = [line for line in done.stdout.splitlines() if line.startswith("SKIPPED")]
    expected = [program for program in PROGRAMS if program.name in {"Chromium", "a Java runtime", "npm"}]
    assert done.returncode == 0, done.stderr
    for program in expected:
        line = next(line for line in lines if line.startswith(f"SKIPPED without {program.name}:"))
        assert program.leaves_out in line
        assert " ".join(program.packages) in line


def test_in_ci_a_missing_program_is_a_failure(tmp_path: Path) -> None:
    assert install_on_a_bare_machine(tmp_path, ci="true").returncode == 1


@pytest.mark.parametrize(
    ("value", "expected"), [("", False), ("0", False), ("false", False), ("true", True), ("1", True)]
)
def test_ci_is_known_by_its_variable(monkeypatch: pytest.MonkeyPatch, value: str, expected: bool) -> None:
    monkeypatch.setenv("CI", value)
    assert in_ci() is expected


def test_a_test_that_lacks_something_is_skipped_but_fails_in_ci(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", "")
    with pytest.raises(pytest.skip.Exception, match="no browser here"):
        leave_out("no browser here")
    monkeypatch.setenv("CI", "true")
    with pytest.raises(pytest.fail.Exception, match="no browser here"):
        leave_out("no browser here")


def test_a_missing_file_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", "")
    with pytest.raises(pytest.skip.Exception, match=r"\.tools/nothing is missing: make tools"):
        need_file(CHECKOUT / ".tools/nothing")
