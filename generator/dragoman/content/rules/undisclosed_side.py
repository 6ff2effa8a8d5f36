"""undisclosed-side: a side of which the record has neither an account nor a search for one."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.content.index import Index
from dragoman.content.parties import find_participant_parties, find_party
from dragoman.content.rules.rule import Finding, Group, Rule, Scope
from dragoman.diagnostics import Severity
from dragoman.model.event import Event
from dragoman.model.organisations import SIDE_KINDS

#: Those whose account belongs beside the others' only if they gave one.
_ON_THE_MARGIN = frozenset({"interpreter", "messenger"})


def _check(index: Index) -> Iterator[tuple[str, Finding]]:
    for path, event in index.iter_events():
        if event.status != "held" or not event.readouts:
            continue  # nobody has begun to compare yet, so there is nothing to complete
        silent = _find_silent(event, index)
        if silent:
            sides = " and ".join(silent)
            searched = f"{{by: {silent[0]}, none_found: {index.today}}}"
            finding = Finding(
                path=("readouts",),
                part="key",
                message=f"there is no account by {sides}, and it is not said whether anybody looked for one",
                hint=f"add what they published; if you looked and found nothing, write - {searched} with the day",
            )
            yield path, finding


def _find_silent(event: Event, index: Index) -> tuple[str, ...]:
    """The sides without a readout, by id; empty where it is not sure who is on which side."""
    sides: set[str] = set()
    for participant in event.participants:
        parties = find_participant_parties(participant, event, index)
        if parties is None or len(parties) > 1:
            return ()
        if participant.part not in _ON_THE_MARGIN:
            sides |= parties
    heard = {find_party(issuer, index) for readout in event.readouts for issuer in readout.by}
    if None in heard:
        return ()
    return tuple(sorted(side for side in sides - heard if _is_side(side, index)))


def _is_side(identifier: str, index: Index) -> bool:
    organisation = index.find_organisation(identifier)
    return organisation is not None and organisation.kind in SIDE_KINDS


RULE = Rule(
    name="undisclosed-side",
    group=Group.CONTACT,
    severity=Severity.WARNING,
    scope=Scope.SITE,
    sentence="In a contact of which some side’s account is there, every side has one, or `none_found` with its day.",
    check_site=_check,
)
