"""A page before it is laid into the languages: where it lies, by which template, from what."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from dragoman.site.views import View


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """``locate`` gives the page's path in any of the site's languages.

    ``is_alone``: no other language has a page that would be the same, since letters and names differ.
    """

    locate: Callable[[str], str]
    template: str
    view: View
    is_alone: bool = False
