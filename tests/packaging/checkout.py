"""A copy of this checkout as a commit would hold it, and an environment as a newcomer has it."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

from tests.tools.programs import CHECKOUT

# What the running tests, make and an activated environment set, and a newcomer's shell does not.
FOREIGN = ("MAKE", "MFLAGS", "PYTEST", "PYTHON", "VIRTUAL_ENV", "COVERAGE")


def files_of_a_commit() -> tuple[Path, ...]:
    """The checkout's files, relative to it, that git tracks or would add: nothing that is ignored."""
    command = ("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard")
    listed = subprocess.run(command, cwd=CHECKOUT, capture_output=True, text=True, check=True).stdout
    return tuple(path for name in listed.split("\0") if name and (CHECKOUT / (path := Path(name))).is_file())


def copy_checkout(destination: Path) -> Path:
    """Copy those files into a new git repository with one commit, which is what a fresh clone is."""
    for path in files_of_a_commit():
        target = destination / path
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(CHECKOUT / path, target)
    identity = ("-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false")
    run("git", "init", "--quiet", folder=destination)
    run("git", "add", "--all", folder=destination)
    run("git", *identity, "commit", "--quiet", "--message", "Everything", folder=destination)
    return destination


def newcomers_environment() -> Mapping[str, str]:
    """This process's environment without what the tests themselves run in."""
    return {name: value for name, value in os.environ.items() if not name.startswith(FOREIGN)}


def run(*command: str | Path, folder: Path, expected: int = 0) -> subprocess.CompletedProcess[str]:
    """Run a command as a newcomer would, without a terminal; all it said is shown if it does not end as expected."""
    words = [str(word) for word in command]
    done = subprocess.run(
        words,
        cwd=folder,
        env=newcomers_environment(),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == expected, f"{' '.join(words)} ended with {done.returncode}\n{done.stdout}\n{done.stderr}"
    return done
