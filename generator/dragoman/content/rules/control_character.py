"""control-character: characters that no editor shows and that other programs act on."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from dragoman.content.rules.rule import Group, Rule, Scope, TextFinding
from dragoman.diagnostics import Severity

# C0 without tab and line ends, DEL, C1, the Unicode line ends (which programs count differently), non-characters.
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufdd0-\ufdef\ufffe\uffff]")
# Spaces of other kinds before the first word of a line, where YAML counts ordinary ones.
_INDENTATION = re.compile("^ *([\xa0\u2000-\u200a\u202f\u3000]+)", re.MULTILINE)
_NAMES = {"\x00": "NUL", "\x07": "BELL", "\x08": "BACKSPACE", "\x1b": "ESCAPE", "\x7f": "DELETE", "\x85": "NEXT LINE"}


def _check(text: str) -> Iterator[TextFinding]:
    if text.replace("\n", "").isprintable():  # told much faster, and true of nearly every file
        return
    for match in _CONTROL.finditer(text):
        character = match.group()
        name = _NAMES.get(character) or unicodedata.name(character, "a control character")
        yield TextFinding(
            start=match.start(),
            end=match.end(),
            message=f"an invisible character stands here: U+{ord(character):04X} ({name})",
            hint="delete it; it mostly comes along when text is copied from a PDF or a web page",
        )
    for match in _INDENTATION.finditer(text):
        character = match.group(1)[0]
        name = unicodedata.name(character).lower()
        yield TextFinding(
            start=match.start(1),
            end=match.end(1),
            message=f"this line is indented with a {name} (U+{ord(character):04X}), which only looks like a space",
            hint="delete it, and type ordinary spaces",
        )


RULE = Rule(
    name="control-character",
    group=Group.READING,
    severity=Severity.ERROR,
    scope=Scope.FILE,
    sentence="A text has no control characters besides the ends of lines, and is indented with ordinary spaces only.",
    check_text=_check,
)
