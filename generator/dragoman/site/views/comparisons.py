"""The events of which there are two accounts or more."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.site.catalog import LinkedEvent


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparisonsView:
    """Events with two or more accounts, newest first, by year.

    Where there are many, ``years`` holds only the newest and ``year_pages`` the years that have a page of their own;
    on such a page, ``year`` is that year, and ``part`` of ``parts`` where the year is long itself.
    """

    years: tuple[tuple[int, tuple[LinkedEvent, ...]], ...]
    year_pages: tuple[int, ...]
    year: int | None
    part: int
    parts: int
    event_count: int
