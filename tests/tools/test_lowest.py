"""Every dependency of the package has a lower bound, and an address stands nowhere."""

from __future__ import annotations

import tomllib

from tests.tools.lowest import read_lowest
from tests.tools.programs import CHECKOUT


def test_every_dependency_has_a_lower_bound_and_no_upper_one() -> None:
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    wanted = [*project["dependencies"], *(line for name in extras if name != "test" for line in extras[name])]
    assert len(read_lowest()) == len(wanted)


def test_the_constraints_name_versions_and_no_addresses() -> None:
    lines = (CHECKOUT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pins = [line for line in lines if line and not line.startswith("#")]
    assert pins
    assert all("==" in pin and "://" not in pin and "@" not in pin for pin in pins)
