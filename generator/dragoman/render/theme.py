"""Where a theme's parts lie. Knows folders, not what is in them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemePaths:
    """The folders that a site's pages are made from.

    ``template_folders`` begins with the theme's own and ends with that of the theme it builds on (which may be the
    same); ``override_folders`` are the site's, and go before all of them. In ``locale_folders`` a later one goes
    before an earlier one. ``static_folder`` is published as it is.
    """

    template_folders: tuple[Path, ...]
    locale_folders: tuple[Path, ...]
    static_folder: Path
    override_folders: tuple[Path, ...] = ()
