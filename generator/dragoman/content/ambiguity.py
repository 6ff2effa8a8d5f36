"""What other programs make of a text without quotation marks. Knows YAML 1.1's implicit types, no file.

https://yaml.org/type/
"""

from __future__ import annotations

import re

# Those that change what is written. Plain numbers, dates, true and false are what they look like; "on" is a field of
# ours, and "off" a word in site.yaml, that no program reads.
_WORDS = {
    **dict.fromkeys(("yes", "Yes", "YES", "On", "ON"), "true"),
    **dict.fromkeys(("no", "No", "NO", "Off", "OFF"), "false"),
    **dict.fromkeys(("~", "null", "Null", "NULL"), "nothing at all"),
    **dict.fromkeys((".inf", ".Inf", ".INF", ".nan", ".NaN", ".NAN"), "a number"),
}
_LONGEST_WORD = max(map(len, _WORDS))
_BEGINNINGS = frozenset("0123456789+-")
_HARMLESS = re.compile(r"\d{4}-\d\d(?:-\d\d)?|[1-9]\d*(?:\.\d+)?", re.ASCII)
_NUMBERS = (
    (re.compile(r"[-+]?\d{1,2}(?::[0-5]?\d)+", re.ASCII), "a number of minutes or seconds"),
    (re.compile(r"[-+]?0[0-7_]+", re.ASCII), "another number"),
    (re.compile(r"[-+]?0[\d_]+", re.ASCII), "a number without its zero"),
    (re.compile(r"[-+]?0[xob][\da-fA-F_]+", re.ASCII), "a number in another notation"),
    (re.compile(r"[-+]?\d[\d_]*(?:\.\d*)?[eE][-+]?\d+", re.ASCII), "a number with an exponent"),
    (re.compile(r"\d[\d,]*_[\d_]*", re.ASCII), "a number without its underscores"),
)


def find_other_meaning(written: str) -> str | None:
    """What other programs read in place of this plain text, which is not empty; None where they read the text."""
    if len(written) <= _LONGEST_WORD and written in _WORDS:
        return _WORDS[written]
    if written[0] not in _BEGINNINGS or _HARMLESS.fullmatch(written):
        return None
    return next((meaning for pattern, meaning in _NUMBERS if pattern.fullmatch(written)), None)
