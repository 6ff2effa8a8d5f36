"""The mirror for editors."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.site.mirror import Mirror


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportView:
    """The mirror for editors: a page that no other leads to, and that asks search engines to stay away."""

    mirror: Mirror
