"""The pages outside the languages: the chooser, the page that is not there, old addresses."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.model.site import Site


@dataclass(frozen=True, slots=True, kw_only=True)
class ChooserView:
    """`/`: the site's title and description in each language, each with a link to its front page."""

    site: Site


@dataclass(frozen=True, slots=True, kw_only=True)
class NotFoundView:
    """`/404.html`: words in every language. Its links must be absolute, since it is shown at any address."""

    site: Site


@dataclass(frozen=True, slots=True, kw_only=True)
class RedirectView:
    """The page at an old address: where the thing is now (a path from the site's root)."""

    target: str
