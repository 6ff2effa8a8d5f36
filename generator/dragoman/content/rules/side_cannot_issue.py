"""side-cannot-issue: an account by somebody who was not part of the contact."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.content.index import Index
from dragoman.content.parties import PARTIES_REST_ON, find_parties, find_party
from dragoman.content.rules.rule import Finding, Group, Rule, Scope
from dragoman.diagnostics import Severity
from dragoman.model.event import Account, Event, NoneFound


def _check(index: Index) -> Iterator[tuple[str, Finding]]:
    for path, event in index.iter_events():
        parties = find_parties(event, index)
        if parties is None:
            continue
        for number, readout in enumerate(event.readouts):
            if isinstance(readout, Account) and readout.kind == "news-report":
                continue
            for finding in _judge(readout, number, parties, event, index):
                yield path, finding


def _judge(
    readout: Account | NoneFound, number: int, parties: frozenset[str], event: Event, index: Index
) -> Iterator[Finding]:
    for position, issuer in enumerate(readout.by):
        side = find_party(issuer, index)
        if side is not None and side not in parties:
            yield Finding(
                path=("readouts", number, "by", position),
                message=f'"{issuer}" is on no side of this {event.type} ({", ".join(sorted(parties))})',
                hint="an account by others belongs in reactions; a report by a medium has kind: news-report",
                rests_on=("readouts.kind", *PARTIES_REST_ON),
            )


RULE = Rule(
    name="side-cannot-issue",
    group=Group.READOUTS,
    severity=Severity.ERROR,
    scope=Scope.SITE,
    sentence="A readout is issued by a side of the event, unless it is a news report; what others said is a reaction.",
    check_site=_check,
)
