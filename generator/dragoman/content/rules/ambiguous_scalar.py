"""ambiguous-scalar: a text without quotation marks that other programs read as something else."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.content.rules.rule import Group, Rule, Scope, TextFinding
from dragoman.content.yamltree import find_plain_scalars
from dragoman.diagnostics import Edit, Severity

# The implicit types of YAML 1.1 (https://yaml.org/type/) that change what is written. Plain numbers, dates, true
# and false are what they look like; "on" is a field of ours, and "off" a word in site.yaml, that no program reads.
_WORDS = {
    **dict.fromkeys(("yes", "Yes", "YES", "On", "ON"), "true"),
    **dict.fromkeys(("no", "No", "NO", "Off", "OFF"), "false"),
    **dict.fromkeys(("~", "null", "Null", "NULL"), "nothing at all"),
    **dict.fromkeys((".inf", ".Inf", ".INF", ".nan", ".NaN", ".NAN"), "a number"),
}
_NUMBERS = (
    (re.compile(r"[-+]?\d{1,2}(?::[0-5]?\d)+", re.ASCII), "a number of minutes or seconds"),
    (re.compile(r"[-+]?0[0-7_]+", re.ASCII), "an octal number"),
    (re.compile(r"[-+]?0[\d_]+", re.ASCII), "a number without its zero"),
    (re.compile(r"[-+]?0[xob][\da-fA-F_]+", re.ASCII), "a number in another notation"),
    (re.compile(r"[-+]?\d[\d_]*(?:\.\d*)?[eE][-+]?\d+", re.ASCII), "a number with an exponent"),
    (re.compile(r"\d[\d,]*_[\d_]*", re.ASCII), "a number without its underscores"),
)
#: Somewhere in the file there may be one: the quick look that spares most files the slow one.
_PERHAPS = re.compile(
    r"(?:^[ ]*|[:,-][ ]+|[\[{,])"
    r"(~|yes|Yes|YES|no|No|NO|On|ON|Off|OFF|null|Null|NULL|\.(?:inf|Inf|INF|nan|NaN|NAN)|[-+]?\d[\w.:,+-]*)"
    r"(?=[ ]*(?:$|[,\]}:#]))",
    re.ASCII | re.MULTILINE,
)


def _check(text: str) -> Iterator[TextFinding]:
    if not any(_find_meaning(match[1]) for match in _PERHAPS.finditer(text)):
        return
    for scalar in find_plain_scalars(text):
        meaning = _find_meaning(text[scalar.start : scalar.end])
        if meaning:
            edits = tuple(Edit(start=place, end=place, text='"') for place in (scalar.start, scalar.end))
            yield TextFinding(
                start=scalar.start,
                end=scalar.end,
                message=f"other programs read {scalar.value} as {meaning}",
                hint=f'write "{scalar.value}" in quotation marks',
                edits=edits,
            )


def _find_meaning(written: str) -> str | None:
    if written in _WORDS:
        return _WORDS[written]
    return next((meaning for pattern, meaning in _NUMBERS if pattern.fullmatch(written)), None)


RULE = Rule(
    name="ambiguous-scalar",
    group=Group.READING,
    severity=Severity.WARNING,
    scope=Scope.FILE,
    sentence=(
        "What other programs read as something else (`no`, `10:30`, `012`) is in quotation marks. `--fix` adds them."
    ),
    check_yaml=_check,
)
