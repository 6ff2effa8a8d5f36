"""Asks the machine for what a build may depend on besides the content: the day, and the revision in git."""

from __future__ import annotations

import datetime as dt
import os
import subprocess
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
    return BuildFacts(now=now, revision=_read_revision(site), drafts=drafts)


def _read_now() -> dt.datetime:
    text = os.environ.get(EPOCH)
    if not text:
        return dt.datetime.now(dt.UTC)
    try:
        return dt.datetime.fromtimestamp(int(text), dt.UTC)
    except (ValueError, OverflowError, OSError) as error:
        raise DragomanError(f'{EPOCH} is "{text}", not a number of seconds since 1970') from error


def _read_revision(site: Path) -> str:
    """The commit that is checked out, shortened; empty outside of git, and where git is missing or refuses."""
    # A stranger's repository may name a program in this setting; git would start it.
    command = ["git", "-c", "core.fsmonitor=false", "-C", os.fspath(site), "rev-parse", "--short=12", "HEAD"]
    try:
        answer = subprocess.run(command, capture_output=True, check=False, text=True, timeout=10)  # noqa: S603 - fixed words
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return answer.stdout.strip() if answer.returncode == 0 else ""
