"""Asks the machine for what a build may depend on besides the content: the day."""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path

from dragoman.content.checking import find_zone
from dragoman.content.files import CONTENT
from dragoman.errors import DragomanError
from dragoman.model.facts import BuildFacts

#: https://reproducible-builds.org/specs/source-date-epoch/
EPOCH = "SOURCE_DATE_EPOCH"


def read_facts(site: Path, *, drafts: bool = False) -> BuildFacts:
    """The facts of a build of the site in that folder, by the calendar of its own time zone.

    Raises DragomanError where SOURCE_DATE_EPOCH is no number.
    """
    now = _read_now().astimezone(find_zone(site / CONTENT))
    return BuildFacts(now=now, drafts=drafts)


def find_midnight(facts: BuildFacts) -> float | None:
    """When the day of the build ends, in seconds since 1970; None where SOURCE_DATE_EPOCH holds it still."""
    if os.environ.get(EPOCH):
        return None
    tomorrow = dt.datetime.combine(facts.today + dt.timedelta(days=1), dt.time(), facts.now.tzinfo)
    return tomorrow.timestamp()


def _read_now() -> dt.datetime:
    text = os.environ.get(EPOCH)
    if not text:
        return dt.datetime.now(dt.UTC)
    try:
        return dt.datetime.fromtimestamp(int(text), dt.UTC)
    except (ValueError, OverflowError, OSError) as error:
        raise DragomanError(f'{EPOCH} is "{text}", not a number of seconds since 1970') from error
