"""Contacts as event data in the terms of PLOVER, one JSON object a line, for those who study conflict and cooperation.

PLOVER codes who did what to whom, one source, one target. What of ours has no counterpart there is left out, and the
mapping below says all that is assumed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations

from dragoman.render.data.json_files import to_line
from dragoman.render.data.plain import Plain, known
from dragoman.render.data.records import DataSet

#: Our kind of contact → PLOVER's event type and mode. Two-sided talk is CONSULT; what only one side does, or whose
#: meaning depends on what was said (a statement, a summons), is nothing that the kind alone could code.
MAPPING: Mapping[str, tuple[str, str | None]] = {
    "call": ("CONSULT", "phone"),
    "video-call": ("CONSULT", "phone"),
    "meeting": ("CONSULT", None),
    "encounter": ("CONSULT", None),
    "visit": ("CONSULT", "visit"),
    "summit": ("CONSULT", None),
    "talks": ("CONSULT", None),
    "consultation": ("CONSULT", None),
    "letter": ("CONSULT", None),
    "signing": ("AGREE", None),
}
#: With a mediator, or with three sides and more, PLOVER has modes of its own, which go before those of the kind.
_MEDIATED, _MULTILATERAL = "third-party", "multilateral"


def write_plover(data: DataSet) -> bytes:
    """A line for each contact that took place and each pair of its sides, mediators left out."""
    return b"".join(to_line(row) for event in data.events for row in _iter_rows(event))


def _iter_rows(event: Plain) -> Iterator[Plain]:
    if event["status"] != "held" or event["type"] not in MAPPING or not event.get("day"):
        return
    event_type, mode = MAPPING[event["type"]]
    mediators = {item.get("side") for item in event["participants"] if item.get("part") == "mediator"}
    sides = [side for side in event.get("sides", ()) if side not in mediators]
    if event_type == "CONSULT" and mediators - {None}:
        mode = _MEDIATED
    elif event_type == "CONSULT" and len(sides) > 2:
        mode = _MULTILATERAL
    for first, second in combinations(sorted(sides, key=lambda side: _rank(event, side)), 2):
        yield known(
            event_id=f"{event['id']}/{first}/{second}",
            event_type=event_type,
            event_mode=mode,
            event_date=event["day"],
            source=first,
            target=second,
            places=event.get("places"),
            contexts=event["topics"],
            record=event["id"],
        )


def _rank(event: Plain, side: str) -> tuple[bool, str]:
    """Who called, wrote or came goes first, as the one who acted; else by id."""
    acting = {item.get("side") for item in event["participants"] if item.get("part") in {"caller", "sender", "guest"}}
    return (side not in acting, side)
