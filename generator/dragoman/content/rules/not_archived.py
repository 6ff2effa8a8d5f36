"""not-archived: sources that will be gone when their page is. One finding an event, since they are mostly all alike."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.content.files import Kind
from dragoman.content.rules.rule import Finding, Group, Rule, Scope
from dragoman.content.settings import Settings
from dragoman.diagnostics import Severity
from dragoman.model.event import Event


def _check(event: Event, settings: Settings) -> Iterator[Finding]:  # noqa: ARG001 - a record's check
    online = [handle for handle, source in event.sources.items() if source.url is not None]
    missing = [handle for handle in online if event.sources[handle].archived is None]
    if missing:
        what = f"{len(missing)} of {len(online)} sources ({', '.join(missing)})"
        message = f"{what} {'has' if len(missing) == 1 else 'have'} no archived copy"
        if len(missing) == len(online):
            message = f"none of the {len(online)} sources has an archived copy"
        if len(online) == 1:
            message = "this source has no archived copy"
        yield Finding(
            path=("sources", missing[0]),
            part="key",
            message=message,
            hint="add archived: with the address of a copy at web.archive.org or archive.today",
        )


RULE = Rule(
    name="not-archived",
    group=Group.SOURCES,
    severity=Severity.WARNING,
    scope=Scope.RECORD,
    sentence=(
        "Every page that is a source has an archived copy. A site that keeps none says `checks: {not-archived: off}`."
    ),
    kinds=frozenset({Kind.EVENT}),
    check_record=_check,
)
