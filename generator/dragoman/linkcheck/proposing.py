"""Finds archived copies for the sources that name none, and the places in files where each belongs."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.content.index import Index
from dragoman.linkcheck.answers import Ask, NoAnswerError
from dragoman.linkcheck.archives import look_up, save_page
from dragoman.linkcheck.spelling import spell
from dragoman.model.event import Event, Source


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchiveWish:
    """Where to look for copies; where to have those made that are lacking (None: nowhere)."""

    look_up: str
    save: str | None
    delay: float
    total: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A source without an archived copy. ``copy`` is the address of one; empty where there is none, as ``why`` says."""

    file: str
    handle: str
    copy: str
    why: str


def iter_proposals(index: Index, wish: ArchiveWish, ask: Ask) -> Iterator[Proposal]:
    """A proposal for each source with an address and no copy, as far as the time goes; a page is asked for once."""
    until = time.monotonic() + wish.total
    answered: dict[str, tuple[str, str]] = {}
    for file, event in index.iter_events():
        for handle, source in event.sources.items():
            if source.url is None or source.archived is not None:
                continue
            if source.url not in answered:
                if time.monotonic() + wish.delay > until:
                    return
                if answered:
                    time.sleep(wish.delay)
                answered[source.url] = _find_copy(source.url, _find_day(source, event), wish, ask)
            copy, why = answered[source.url]
            yield Proposal(file=file, handle=handle, copy=copy, why=why)


def _find_copy(url: str, day: str, wish: ArchiveWish, ask: Ask) -> tuple[str, str]:
    try:
        spelled = spell(url)
        copy = look_up(spelled, day, wish.look_up, ask)
        if copy is None and wish.save is not None:
            time.sleep(wish.delay)
            copy = save_page(spelled, wish.save, ask)
    except NoAnswerError as error:
        return "", error.detail
    except ValueError:
        return "", "this is not an address of the web"
    return (copy, "") if copy else ("", "the archive has no copy of it")


def _find_day(source: Source, event: Event) -> str:
    """The day on which the page was read, else the last possible day of the contact, as ``YYYYMMDD``."""
    for date in (source.accessed, event.date):
        day: dt.date | None = date.upper if date is not None else None
        if day is not None:
            return day.strftime("%Y%m%d")
    return ""
