"""too-few-sides: a contact needs two who are in contact."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.content.index import Index
from dragoman.content.parties import PARTIES_REST_ON, find_parties
from dragoman.content.rules.rule import Finding, Group, Rule, Scope
from dragoman.diagnostics import Severity


def _check(index: Index) -> Iterator[tuple[str, Finding]]:
    for path, event in index.iter_events():
        if event.type == "statement" or any(participant.part == "mediator" for participant in event.participants):
            continue
        parties = find_parties(event, index)
        if parties is not None and len(parties) < 2:
            yield (
                path,
                Finding(
                    path=("participants",),
                    part="key",
                    message=f'all participants are of one side, "{"".join(parties)}"',
                    hint="add the other side (an organisation, where no person is known), or a mediator",
                    rests_on=("type", *PARTIES_REST_ON),
                ),
            )


RULE = Rule(
    name="too-few-sides",
    group=Group.CONTACT,
    severity=Severity.ERROR,
    scope=Scope.SITE,
    sentence="A contact has two sides, or a mediator; only a statement may have one.",
    check_site=_check,
)
