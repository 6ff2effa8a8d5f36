"""Prints the lowest versions that pyproject.toml allows, as constraints: ``make lowest`` tests with these."""

from __future__ import annotations

import re
import tomllib

from tests.tools.programs import CHECKOUT

_BOUND = re.compile(r"([A-Za-z0-9._-]+)(?:\[[^\]]*\])?>=([0-9][A-Za-z0-9.]*)")


def read_lowest() -> tuple[str, ...]:
    """``name==version`` for each of the package's own dependencies, those of its extras for users included."""
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    wanted = [*project["dependencies"], *(line for name in extras if name != "test" for line in extras[name])]
    bounds = (_BOUND.fullmatch(line) for line in wanted)
    return tuple(f"{bound[1]}=={bound[2]}" for bound in bounds if bound)


if __name__ == "__main__":
    print("\n".join(read_lowest()))
