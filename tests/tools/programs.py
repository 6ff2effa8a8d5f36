"""Where the programs are that only the tests need, and what a test does where one is missing.

Knows names and places; installs nothing (``tests.tools.install`` does).
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import playwright
import pytest

CHECKOUT = Path(__file__).resolve().parents[2]
TOOLS = CHECKOUT / ".tools"
AXE = TOOLS / "node_modules/axe-core/axe.min.js"
YAML_LANGUAGE_SERVER = TOOLS / "node_modules/yaml-language-server/bin/yaml-language-server"
TIMELINEJS = TOOLS / "node_modules/@knight-lab/timelinejs/dist"
LIGHTHOUSE = TOOLS / "node_modules/lighthouse/cli/index.js"
VNU = TOOLS / "node_modules/vnu-jar/build/dist/vnu.jar"

CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome")


def find_chromium() -> Path | None:
    """The first browser of Chromium's family on the search path."""
    found = (shutil.which(name) for name in CHROMIUM_NAMES)
    return next((Path(path) for path in found if path), None)


def find_java() -> Path | None:
    """The Java runtime on the search path."""
    found = shutil.which("java")
    return Path(found) if found else None


def find_npm() -> Path | None:
    """Node's package installer on the search path."""
    found = shutil.which("npm")
    return Path(found) if found else None


def find_gettext() -> Path | None:
    """GNU gettext's tool for catalogs on the search path."""
    found = shutil.which("msgcat")
    return Path(found) if found else None


def find_driver() -> Path | None:
    """Playwright's driver, which its wheel brings; None where the system lacks a library that it is linked with."""
    driver = Path(playwright.__file__).with_name("driver") / "node"
    try:
        runs = subprocess.run((driver, "--version"), capture_output=True, check=False).returncode == 0
    except OSError:
        return None
    return driver if runs else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Program:
    """A program of the system: how to find it, the Debian packages that bring it, and what its lack leaves untested."""

    name: str
    find: Callable[[], Path | None]
    packages: tuple[str, ...]
    leaves_out: str

    @property
    def remedy(self) -> str:
        """What a developer types."""
        return f"sudo apt install --no-install-recommends {' '.join(self.packages)}"


CHROMIUM = Program(
    name="Chromium", find=find_chromium, packages=("chromium",), leaves_out="the tests in a browser (tests/browser)"
)
DRIVER = Program(
    name="the library for Playwright's driver",
    find=find_driver,
    packages=("libatomic1",),
    leaves_out="the tests in a browser (tests/browser)",
)
JAVA = Program(
    name="a Java runtime",
    find=find_java,
    packages=("default-jre-headless",),
    leaves_out="the HTML validator (tests/validators/test_html.py)",
)
NPM = Program(
    name="npm",
    find=find_npm,
    packages=("nodejs", "npm"),
    leaves_out="the HTML validator, the accessibility audit and the editors' language server, which come from npm",
)
GETTEXT = Program(
    name="GNU gettext",
    find=find_gettext,
    packages=("gettext",),
    leaves_out="the exchange with translators' tools (tests/unit/translating/test_po.py)",
)
PROGRAMS = (CHROMIUM, DRIVER, JAVA, NPM, GETTEXT)


def in_ci() -> bool:
    """Whether this runs on a continuous-integration server, where nothing may be left out."""
    return os.environ.get("CI", "").lower() not in {"", "0", "false"}


def leave_out(reason: str) -> None:
    """Skip the running test and say why; on a continuous-integration server fail it instead."""
    if in_ci():
        pytest.fail(f"{reason} (nothing is left out where CI is set)")
    pytest.skip(reason)


def need_program(program: Program) -> Path:
    """The program's path; without it the running test is left out."""
    path = program.find()
    if path is None:
        leave_out(f"{program.name} is missing: {program.remedy}")
        raise AssertionError("unreachable: leave_out() ends the test")
    return path


def need_file(path: Path) -> Path:
    """A file that ``make tools`` brings; without it the running test is left out."""
    if not path.is_file():
        leave_out(f"{path.relative_to(CHECKOUT)} is missing: make tools")
    return path
