"""Pages of prose, which Pelican has read."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ProsePage:
    """A page of prose that Pelican has read. ``html`` is its body; ``path`` where Pelican puts it.

    ``key`` is the same for the translations of one page; ``lang`` the language it is written in. ``is_trusted`` is set
    where the site's owner has said that its HTML is to be published as it is.
    """

    key: str
    lang: str
    path: str
    title: str
    summary: str
    html: str
    template: str
    is_trusted: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ProseView:
    """A page of prose."""

    prose: ProsePage
