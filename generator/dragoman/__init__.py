"""Dragoman: YAML files about dated diplomatic contacts in, a static multilingual timeline out."""

from __future__ import annotations

import os

__version__ = "0.1.0"

# Not by pathlib, which takes longer to import than the help takes to show.
_PACKAGE = os.path.dirname(os.path.realpath(__file__))  # noqa: PTH120


def theme_path() -> str:
    """The folder of the theme, for ``THEME`` in pelicanconf.py.

    An installed package holds a copy of it; a checkout has it in ``themes/dragoman``.
    """
    inside = os.path.join(_PACKAGE, "theme")  # noqa: PTH118 - as above
    beside = os.path.join(os.path.dirname(os.path.dirname(_PACKAGE)), "themes", "dragoman")  # noqa: PTH118, PTH120
    return inside if os.path.isdir(inside) else beside  # noqa: PTH112
