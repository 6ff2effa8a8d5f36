"""Stable ids of things, independent of addresses and their words (``tag:`` URIs, RFC 4151)."""

from __future__ import annotations

from urllib.parse import urlsplit

from dragoman.model.site import Site

#: RFC 4151 wants the year in which the authority owned its name; a site that gives none says it this way, for ever.
YEAR_OF_TAGS = "2026"


def get_authority(site: Site) -> str:
    """Who gives the ids: a name and the year from which it was the site's, such as ``example.org,2026``."""
    return site.id or f"{urlsplit(site.url).hostname},{YEAR_OF_TAGS}"


def make_tag(site: Site, *specific: str) -> str:
    """The id of a part of the site, such as ``tag:example.org,2026:event/ID``."""
    return f"tag:{get_authority(site)}:{'/'.join(specific)}"
