"""Which program this is: its own files, the libraries beside it, the interpreter, the environment."""

from __future__ import annotations

import os
import sys

from dragoman import __version__, theme_path
from dragoman.cache.stamps import Stamps

_PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))  # noqa: PTH100, PTH120 - lighter than pathlib
#: What a shell, a terminal or a window says of itself, on which nothing depends that is written.
_IDLE = frozenset({"_", "OLDPWD", "SHLVL", "COLUMNS", "LINES", "WINDOWID", "MAKELEVEL", "MAKEFLAGS", "MFLAGS"})


def add_program(stamps: Stamps) -> None:
    """The stamps of the package and its theme."""
    stamps.add_trees((_PACKAGE, theme_path()))


def describe_program() -> list[str]:
    """The program and the interpreter alone, for what depends on neither the environment nor what is not read."""
    stamps = Stamps()
    stamps.add_trees((_PACKAGE,))
    return [__version__, sys.version, *_list_all_installed(), stamps.digest]


def list_circumstances() -> list[str]:
    """The interpreter, what is installed for it, and the environment, but for what changes with each window.

    To be asked at the beginning: Pelican changes some of it.
    """
    environment = [f"{name}={value}" for name, value in sorted(os.environ.items()) if name not in _IDLE]
    return [__version__, sys.version, sys.executable, *sys.path, *_list_all_installed(), *environment]


def _list_all_installed() -> list[str]:
    return [line for folder in sys.path if folder.endswith("-packages") for line in _list_installed(folder)]


def _list_installed(folder: str) -> list[str]:
    """The distributions in a folder; their names hold their versions, and they are made anew when installed again."""
    try:
        with os.scandir(folder) as entries:
            return sorted(
                f"{entry.name} {entry.stat().st_mtime_ns}"
                for entry in entries
                if entry.name.endswith((".dist-info", ".egg-info", ".pth"))
            )
    except OSError:
        return []
