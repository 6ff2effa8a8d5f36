"""bad-date: found by the model's dates and times while a record is read."""

from __future__ import annotations

import re
from dataclasses import replace

from dragoman.content.rules.rule import Finding, Group, Rule, Scope, ShapeError, explain_with_suggestion, named
from dragoman.content.settings import Settings
from dragoman.diagnostics import Severity

#: What people write for an end that has not come.
_STILL = re.compile(
    r"(?:bis )?(?:present|today|now|ongoing|current(?:ly)?|incumbent|open|heute|jetzt|derzeit|aktuell|laufend|gegenwart"
    r"|amtierend|offen|[–—…-])"
)
_UNKNOWN = re.compile(r"unknown|unclear|unbekannt|unklar|tbd|n/a|k\.\s?a\.|na|none|keine|[–—…-]|\?+")


def _explain(error: ShapeError, settings: Settings) -> Finding:
    finding = explain_with_suggestion(error, settings)
    written = str(error.value).strip().casefold()
    if error.name == "to" and _STILL.fullmatch(written):
        return replace(finding, hint="leave the line out: what has no “to” still goes on")
    if _UNKNOWN.fullmatch(written) and not (error.owner and error.name in error.owner.required):
        return replace(
            finding, hint="leave the line out if the date is not known, or write the year or the month alone"
        )
    return finding


RULE = Rule(
    name="bad-date",
    group=Group.DATES,
    severity=Severity.ERROR,
    scope=Scope.RECORD,
    sentence="A date is written as the notation says: 2023-09-26, 2023-09, 2023-09-26?, 2023-09-25/2023-09-28 …",
    claims=named("bad-date"),
    explain=_explain,
)
