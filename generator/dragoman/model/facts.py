"""The facts of one build that do not stand in the content: when it is, and whether drafts count."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildFacts:
    """``now`` is aware; pages depend on its day at most."""

    now: dt.datetime
    drafts: bool = False

    @property
    def today(self) -> dt.date:
        """The day of the build, in the zone of ``now``."""
        return self.now.date()
