"""Installs what only the tests need and pip does not bring: Debian's Chromium and Java, npm's axe and vnu.

``make test`` runs this first. A second run finds everything in place and changes nothing. What the machine refuses
is named with the remedy, and its tests are skipped; on a continuous-integration server that is a failure.
"""

from __future__ import annotations

import functools
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.tools.programs import CHECKOUT, NPM, PROGRAMS, TOOLS, Program, in_ci

WANTED = CHECKOUT / "tests/tools/package.json"


def main() -> int:
    """Install what is missing; 1 where something still is and this is a continuous-integration server, else 0."""
    refused = [program for program in PROGRAMS if program.find() is None and not install_program(program)]
    for program in refused:
        print(f"SKIPPED without {program.name}: {program.leaves_out}. Remedy: {program.remedy}")
    npm_packages_here = not missing_npm_packages() or (NPM not in refused and install_npm_packages())
    if not npm_packages_here and NPM not in refused:
        print(f"SKIPPED without npm's packages: {NPM.leaves_out}. Remedy: mend what npm says above, then make tools")
    complete = npm_packages_here and not refused
    if not complete and in_ci():
        print("CI is set, so nothing may be left out", file=sys.stderr)
        return 1
    return 0


def install_program(program: Program) -> bool:
    """Install a program with apt where that is allowed without asking; whether it is here now."""
    command = apt_command()
    if command is None:
        return False
    print(f"Installing {program.name} ({' '.join(program.packages)}) …", flush=True)
    install = (*command, "install", "--yes", "--no-install-recommends", *program.packages)
    if not succeeds(install, report=False):
        refresh_package_lists()
        succeeds(install, report=True)
    return program.find() is not None


def apt_command() -> tuple[str, ...] | None:
    """How to call apt-get here: as root, with a sudo that asks for no password, or not at all."""
    if shutil.which("apt-get") is None:
        return None
    quiet = ("env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "--quiet=2")
    if os.geteuid() == 0:
        return quiet
    if shutil.which("sudo") and succeeds(("sudo", "--non-interactive", "true"), report=False):
        return ("sudo", "--non-interactive", *quiet)
    return None


@functools.cache
def refresh_package_lists() -> None:
    """Ask for new package lists, once a run: those of a fresh image are empty or name what is no longer there."""
    command = apt_command()
    if command is not None:
        succeeds((*command, "update"), report=True)


def missing_npm_packages() -> dict[str, str]:
    """The npm packages, by name, that are not here in the wanted version."""
    wanted: dict[str, str] = json.loads(WANTED.read_text(encoding="utf-8"))["dependencies"]
    return {name: version for name, version in wanted.items() if installed_version(name) != version}


def installed_version(name: str) -> str | None:
    """The version of an npm package in ``.tools``."""
    try:
        version: str = json.loads((TOOLS / "node_modules" / name / "package.json").read_bytes())["version"]
    except (OSError, ValueError, KeyError):
        return None
    return version


def install_npm_packages() -> bool:
    """Bring ``.tools`` to what ``package.json`` says, running no script of any package; whether that went well."""
    print(f"Installing {', '.join(missing_npm_packages())} from npm …", flush=True)
    TOOLS.mkdir(exist_ok=True)
    shutil.copyfile(WANTED, TOOLS / "package.json")
    options = ("--ignore-scripts", "--no-package-lock", "--no-audit", "--no-fund", "--loglevel=error")
    return succeeds(("npm", "install", *options), report=True, folder=TOOLS) and not missing_npm_packages()


def succeeds(command: tuple[str, ...], *, report: bool, folder: Path = CHECKOUT) -> bool:
    """Run a command without a terminal; whether it ended well. Its last words are shown on failure if ``report``."""
    done = subprocess.run(
        command, cwd=folder, stdin=subprocess.DEVNULL, capture_output=True, text=True, errors="replace", check=False
    )
    if done.returncode != 0 and report:
        print("\n".join((done.stdout + done.stderr).splitlines()[-15:]))
    return done.returncode == 0


if __name__ == "__main__":
    sys.exit(main())
