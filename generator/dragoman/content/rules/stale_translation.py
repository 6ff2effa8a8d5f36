"""stale-translation: a translation that was made from another text than the one that stands there now."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dragoman.content.files import Kind
from dragoman.content.rules.rule import Finding, Group, Rule, Scope
from dragoman.content.settings import Settings
from dragoman.diagnostics import Severity
from dragoman.model.records import Record
from dragoman.model.translations import find_stale


def _check(record: Any, settings: Settings) -> Iterator[Finding]:  # noqa: ARG001 - a record's check
    if not isinstance(record, Record):
        return
    for stale in find_stale(record):
        yield Finding(
            path=(*stale.text.path, stale.language),
            part="key",
            message=f'the text in "{stale.from_}" has changed since it was translated into "{stale.language}"',
            hint="look the translation through, then run dragoman translations accept",
        )


RULE = Rule(
    name="stale-translation",
    group=Group.LANGUAGES,
    severity=Severity.WARNING,
    scope=Scope.RECORD,
    sentence="A translation that was stamped was made from the text that is there now.",
    kinds=frozenset({Kind.EVENT, Kind.PERSON, Kind.ORGANISATION, Kind.PLACE, Kind.TOPIC, Kind.TERM}),
    check_record=_check,
)
