"""mixed-scripts: a word whose letters come from two alphabets, so that no search finds it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from dragoman.content.rules.rule import Group, Rule, Scope, TextFinding
from dragoman.diagnostics import Severity

_CYRILLIC = re.compile("[\u0400-\u052f]")
_WORD = re.compile(r"[^\W\d_]+")
_LATIN = re.compile("[A-Za-z\u00aa\u00ba\u00c0-\u024f\u1e00-\u1eff]")


def _check(text: str) -> Iterator[TextFinding]:
    if text.isascii() or not _CYRILLIC.search(text):
        return
    for word in _WORD.finditer(text):
        latin, cyrillic = _LATIN.findall(word.group()), _CYRILLIC.findall(word.group())
        if latin and cyrillic:
            few, name = (cyrillic, "Cyrillic") if len(cyrillic) <= len(latin) else (latin, "Latin")
            odd = ", ".join(f"“{letter}” (U+{ord(letter):04X})" for letter in dict.fromkeys(few))
            yield TextFinding(
                start=word.start(),
                end=word.end(),
                message=f"“{unicodedata.normalize('NFC', word.group())}” mixes Latin and Cyrillic letters",
                hint=f"type it again in one alphabet: {odd} {'is' if len(set(few)) == 1 else 'are'} {name}",
            )


RULE = Rule(
    name="mixed-scripts",
    group=Group.READING,
    severity=Severity.WARNING,
    scope=Scope.FILE,
    sentence="A word is written in one alphabet: a Cyrillic “а” in a Latin word looks right and is never found.",
    check_text=_check,
)
