"""same-source-twice: one page that stands under two handles, and so looks like two witnesses."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.content.files import Kind
from dragoman.content.rules.rule import Finding, Group, Rule, Scope
from dragoman.content.settings import Settings
from dragoman.content.web_addresses import simplify
from dragoman.diagnostics import Severity
from dragoman.model.event import Event, Source


def _check(event: Event, settings: Settings) -> Iterator[Finding]:  # noqa: ARG001 - a record's check
    seen: dict[tuple[str, ...], str] = {}
    for handle, source in event.sources.items():
        first = seen.setdefault(_identify(source), handle)
        if first != handle:
            yield Finding(
                path=("sources", handle),
                part="key",
                message=f'this is the same page as the source "{first}"',
                hint=f'keep one of the two, and write "{first}" where "{handle}" is named',
            )


def _identify(source: Source) -> tuple[str, ...]:
    if source.url is not None:
        return (*simplify(source.url), source.ref or "")
    return (source.publisher, source.ref or "", str(source.published or ""))


RULE = Rule(
    name="same-source-twice",
    group=Group.SOURCES,
    severity=Severity.WARNING,
    scope=Scope.RECORD,
    sentence="A page is one source only, however its address is written.",
    kinds=frozenset({Kind.EVENT}),
    check_record=_check,
)
