"""Dragoman: YAML files about dated diplomatic contacts in, a static multilingual timeline out."""

from __future__ import annotations

from pathlib import Path

__version__ = "0.1.0"

_PACKAGE = Path(__file__).resolve().parent


def theme_path() -> str:
    """The folder of the theme, for ``THEME`` in pelicanconf.py.

    An installed package holds a copy of it; a checkout has it in ``themes/dragoman``.
    """
    inside, beside = _PACKAGE / "theme", _PACKAGE.parents[1] / "themes" / "dragoman"
    return str(inside if inside.is_dir() else beside)
