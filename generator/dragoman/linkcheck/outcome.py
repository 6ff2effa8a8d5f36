"""What can become of one address, as values. Knows no network and no files."""

from __future__ import annotations

import enum
from dataclasses import dataclass


class Status(enum.Enum):
    """The word is what people write in the list of exceptions and programs read in the report."""

    OK = "ok"
    MOVED = "moved"  # a permanent redirect: there is a new address
    CHANGED = "changed"  # something else stands there than at the last time
    DEAD = "dead"  # there is no such page, or no such site
    REFUSED = "refused"  # the site answers, but not to programs
    UNREACHABLE = "unreachable"  # no answer, or none that could be trusted

    @property
    def is_settled(self) -> bool:
        """Whether asking again on the next day would hardly give another answer."""
        return self in {Status.OK, Status.MOVED, Status.CHANGED, Status.DEAD}


@dataclass(frozen=True, slots=True, kw_only=True)
class Traces:
    """What a page is known by again without keeping it: its validators (RFC 9110, 8.8), type, length and title."""

    etag: str = ""
    modified: str = ""
    type: str = ""
    length: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """``detail`` is a few words for people. ``target`` is the new address of what has moved, else empty.

    ``wait`` is the number of seconds that the site asked not to be asked again for; 0 where it did not.
    """

    status: Status
    detail: str = ""
    target: str = ""
    traces: Traces = Traces()
    wait: float = 0
