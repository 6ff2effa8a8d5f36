"""The facts of one build that do not stand in the content: when it is, and which revision is built."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildFacts:
    """``now`` is aware; pages depend on its day at most. ``revision`` is git's, or empty."""

    now: dt.datetime
    revision: str
    drafts: bool = False

    @property
    def today(self) -> dt.date:
        """The day of the build, in the zone of ``now``."""
        return self.now.date()
