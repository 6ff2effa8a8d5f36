"""source-before-event: an account of a contact that was published before the contact took place."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from dragoman.content.files import Kind
from dragoman.content.rules.rule import Finding, Group, Rule, Scope
from dragoman.content.settings import Settings
from dragoman.content.yamltree import Path
from dragoman.diagnostics import Severity
from dragoman.model.dates import EdtfDate
from dragoman.model.event import Account, Event, NoneFound
from dragoman.model.times import Moment

_OVER_THE_DATE_LINE = dt.timedelta(days=1)


def _check(event: Event, settings: Settings) -> Iterator[Finding]:  # noqa: ARG001 - a record's check
    first = event.date.lower
    if first is None or event.status != "held":
        return
    excused = _find_announcements(event)
    for handle, source in event.sources.items():
        last = _find_last_day(source.published)
        if handle in excused or last is None or last + _OVER_THE_DATE_LINE >= first:
            continue
        yield Finding(
            path=("sources", handle, "published"),
            message=f"this was published on {source.published}, before the {event.type} on {event.date}",
            hint="correct one of the dates; if it announced the contact, give it a readout of kind: announcement",
        )
    yield from _check_accounts(event)


def _check_accounts(event: Event) -> Iterator[Finding]:
    """A readout tells of what has been; one that is older than its contact has a wrong date, or announced it."""
    first = event.date.lower
    of_another_day = {handle for value in event.disputed.date for handle in value.sources}
    for field, readouts in (("readouts", event.readouts), ("reactions", event.reactions)):
        for number, readout in enumerate(readouts):
            if isinstance(readout, NoneFound):
                yield from _check_search(readout, (field, number), event)
                continue
            if readout.kind == "announcement" or not readout.published:
                continue
            if (
                first is None
                or readout.published.day + _OVER_THE_DATE_LINE >= first
                or of_another_day & {*readout.source}
            ):
                continue
            yield Finding(
                path=(field, number, "published"),
                message=f"this was published on {readout.published}, before the {event.type} on {event.date}",
                hint="correct one of the dates; if it announced the contact, write kind: announcement",
            )


def _check_search(search: NoneFound, path: Path, event: Event) -> Iterator[Finding]:
    """Nobody can look for an account of what has not been yet."""
    first, last = event.date.lower, search.none_found.upper
    if first is not None and last is not None and last < first:
        yield Finding(
            path=(*path, "none_found"),
            message=f"nothing can have been found on {search.none_found}, before the {event.type} on {event.date}",
            hint="write the day on which you looked for an account",
        )


def _find_announcements(event: Event) -> frozenset[str]:
    """The sources that may well be older: announcements, what tells of another date, or who asked for the contact."""
    accounts = (readout for readout in (*event.readouts, *event.reactions) if isinstance(readout, Account))
    return frozenset(
        (
            *(handle for account in accounts if account.kind == "announcement" for handle in account.source),
            *(handle for value in event.disputed.date for handle in value.sources),
            *(event.outcome.sources if event.outcome else ()),
            *(event.initiative.according_to if event.initiative else ()),
        )
    )


def _find_last_day(published: Moment | EdtfDate | None) -> dt.date | None:
    return published.upper if isinstance(published, EdtfDate) else published.day if published else None


RULE = Rule(
    name="source-before-event",
    group=Group.DATES,
    severity=Severity.WARNING,
    scope=Scope.RECORD,
    sentence=(
        "A source or a readout of a contact that was held is not older than the contact, unless it announced it; "
        "nor was an account looked for before."
    ),
    kinds=frozenset({Kind.EVENT}),
    check_record=_check,
)
