"""What can be taken away or followed."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.site.views.listings import Counted, Pair


@dataclass(frozen=True, slots=True, kw_only=True)
class Download:
    """A file of the data: its name, its path from the site's root, its media type (RFC 6838)."""

    name: str
    path: str
    media_type: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DataView:
    """What can be taken away: the whole in each form, its tables, a file a year, and frozen ``releases`` by name."""

    event_count: int
    years: tuple[int, ...]
    files: tuple[Download, ...]
    tables: tuple[Download, ...]
    year_files: tuple[Download, ...]
    releases: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SubscribeView:
    """What can be followed, besides the whole site and its corrections; people have it on their own pages."""

    sides: tuple[Counted, ...]
    topics: tuple[Counted, ...]
    pairs: tuple[Pair, ...]
