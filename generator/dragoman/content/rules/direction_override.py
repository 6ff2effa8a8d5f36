"""direction-override: invisible characters that make a text look other than it is.

Two kinds are allowed where a script needs them: the joiners (U+200C, U+200D) between letters of Arabic, Indic and
other joining scripts and inside emoji, and the marks of direction (U+200E, U+200F, U+061C) in a line that has
letters written from right to left.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from dragoman.content.rules.rule import Group, Rule, Scope, TextFinding
from dragoman.diagnostics import Severity

_INVISIBLE = re.compile("[\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\U000e0000-\U000e007f]")
_JOINERS = "\u200c\u200d"
_MARKS = "\u200e\u200f\u061c"
_JOINING_SCRIPTS = re.compile("[\u0600-\u08ff\u0900-\u0dff\u1000-\u109f\u1780-\u18af\ufb50-\ufdff\ufe70-\ufefc]")
_EMOJI = re.compile("[\u2190-\u2bff\ufe0f\U0001f000-\U0001faff]")


def _check(text: str) -> Iterator[TextFinding]:
    if text.isascii() or text.replace("\n", "").isprintable():  # what is invisible is not printable either
        return
    for match in _INVISIBLE.finditer(text):
        if not _is_needed(text, match.start()):
            character = match.group()
            name = unicodedata.name(character, "an invisible character")
            yield TextFinding(
                start=match.start(),
                end=match.end(),
                message=f"an invisible character stands here: U+{ord(character):04X} ({name})",
                hint="delete it; it can make a text look other than it is",
            )


def _is_needed(text: str, index: int) -> bool:
    character = text[index]
    if character in _JOINERS:
        around = (text[index - 1 : index], text[index + 1 : index + 2])
        return any(all(script.match(neighbour) for neighbour in around) for script in (_JOINING_SCRIPTS, _EMOJI))
    if character in _MARKS:
        start = text.rfind("\n", 0, index) + 1
        line = text[start:].partition("\n")[0]
        return any(unicodedata.bidirectional(other) in {"R", "AL"} for other in line if other not in _MARKS)
    return False


RULE = Rule(
    name="direction-override",
    group=Group.READING,
    severity=Severity.ERROR,
    scope=Scope.FILE,
    sentence=(
        "A text has no invisible characters: no overrides of direction, no zero-width characters and no tag "
        "characters. Joiners are allowed where a script or an emoji needs them, marks of direction beside letters "
        "written from right to left."
    ),
    check_text=_check,
)
