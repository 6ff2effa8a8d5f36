"""Files and folders that are named to a command, as findings write them: relative to the site's folder."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from dragoman.errors import DragomanError


def find_in_site(path: Path, site: Path) -> str:
    """A path from the current folder or from the site's. Raises DragomanError where it is no part of the site."""
    root = site.resolve()
    present = [candidate.resolve() for candidate in (path, site / path) if candidate.exists()]
    inside = [candidate for candidate in present if candidate.is_relative_to(root)]
    if inside:
        return inside[0].relative_to(root).as_posix()
    raise DragomanError(f"{path} is not a part of the site in {root}" if present else f"there is no {path}")


def is_meant(path: str, named: Sequence[str]) -> bool:
    """Whether a file is one of those named, or below one of them; all are where none is named."""
    return not named or "." in named or any(f"{path}/".startswith(f"{name}/") for name in named)
