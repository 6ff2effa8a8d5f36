"""Contacts as event data in the terms of PLOVER, one JSON object a line, for those who study conflict and cooperation.

By the manual of the Open Event Data Alliance, draft 0.8 (github.com/openeventdata/PLOVER, PLOVER_MANUAL): its chapter
"Event Categories" for categories and modes, "Actor codes" and "Compound and Reciprocal Actors" for who stands where,
"Data Fields" for names. What of ours has no counterpart there is left out; the mapping below says all that is assumed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from dragoman.i18n.names import find_three_letters
from dragoman.render.data.json_files import to_line
from dragoman.render.data.plain import Plain, known
from dragoman.render.data.records import DataSet

CONSULT, SUPPORT = "CONSULT", "SUPPORT"
#: Our kind of contact → PLOVER's category. Meetings, visits, talks by any medium are CONSULT, signing an agreement is
#: SUPPORT. What a statement, summons, offer or exchange would be depends on what was said or done, not on its kind.
MAPPING: Mapping[str, str] = {
    **dict.fromkeys(("call", "video-call", "meeting", "encounter", "visit", "summit"), CONSULT),
    **dict.fromkeys(("talks", "consultation", "letter"), CONSULT),
    "signing": SUPPORT,
}
#: PLOVER: "via phone or some other remote medium".
_REMOTE = frozenset({"call", "video-call"})
#: Our part of a participant → whether it makes the side the source of a one-way contact, or the recipient.
_SOURCES, _RECIPIENTS = frozenset({"guest", "sender"}), frozenset({"host", "recipient"})
_INTERNATIONAL = "international-organisation"


def write_plover(data: DataSet) -> bytes:
    """A line for each contact of a kind above that took place on a known day between two sides or more."""
    organisations = {organisation["id"]: organisation for organisation in data.organisations}
    rows = (_make_row(event, organisations) for event in data.events if _is_coded(event))
    return b"".join(to_line(row) for row in rows if row)


def _is_coded(event: Plain) -> bool:
    return event["status"] == "held" and event["type"] in MAPPING and bool(event.get("day"))


def _make_row(event: Plain, organisations: Mapping[str, Plain]) -> Plain | None:
    mediators = _sides_with(event, {"mediator"})
    sides = [side for side in event.get("sides", ()) if side not in mediators]
    if len(sides) < 2:
        return None
    sources, recipients = _tell_apart(event, sides)
    return known(
        id=event["id"],
        date=event["day"],
        source=[_make_actor(side, organisations) for side in sources],
        recipient=[_make_actor(side, organisations) for side in recipients],
        event=[MAPPING[event["type"]]],
        mode=_find_modes(event, sides, recipients),
        # PLOVER's contexts are a list of its own, so what ours is about has another name.
        topics=event["topics"],
        places=event.get("places"),
        pages=event["pages"],
    )


def _tell_apart(event: Plain, sides: Iterable[str]) -> tuple[list[str], list[str]]:
    """Who comes or writes is the source, who receives the recipient; where that is not recorded, all are sources."""
    sources, recipients = _sides_with(event, _SOURCES), _sides_with(event, _RECIPIENTS)
    if not sources and recipients:
        sources = set(sides) - recipients
    if sources and not recipients:
        recipients = set(sides) - sources
    told_apart = sources and recipients and sources | recipients == set(sides) and not sources & recipients
    in_order = sorted(sides)
    if not told_apart or MAPPING[event["type"]] != CONSULT or event["type"] in _REMOTE:
        return in_order, []
    return [side for side in in_order if side in sources], [side for side in in_order if side in recipients]


def _find_modes(event: Plain, sides: list[str], recipients: list[str]) -> list[str]:
    if MAPPING[event["type"]] != CONSULT or event["type"] == "letter":
        return []
    if event["type"] in _REMOTE:
        return ["phone"]
    if recipients:
        return ["visit"]
    return ["multilateral"] if len(sides) > 2 else []


def _make_actor(side: str, organisations: Mapping[str, Plain]) -> Plain:
    """``code`` is of ISO 3166-1 alpha-3, or IGO; a side that has neither, such as a de facto authority, has its id."""
    organisation = organisations[side]
    international = "IGO" if organisation["kind"] == _INTERNATIONAL else None
    return known(
        code=find_three_letters(side) or international,
        wikidata_id=organisation.get("wikidata"),
        organisation=side,
    )


def _sides_with(event: Plain, parts: Iterable[str]) -> set[str]:
    return {item["side"] for item in event["participants"] if item.get("part") in parts and item.get("side")}
