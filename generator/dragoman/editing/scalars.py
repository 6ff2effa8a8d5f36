"""How a text is notated in YAML: on the line, in quotes where it needs them, folded below its key, or line by line.

Knows characters and columns, no fields. Every result is read again by ``formatting`` before it is trusted.
"""

from __future__ import annotations

import json
import re

INDENT = 2
LONGEST_LINE = 130
"""A text whose line would be longer is folded."""
SHORTEST_FOLDED = 100
"""A folded text whose line would be no longer is put on it. What lies between stays as it is written."""
FOLDED_WIDTH = 102
"""Columns of a folded text, its indentation counted."""

#: How a text may begin that needs no quotes; what follows is looked at apart.
_SAFE_START = re.compile(r"[\w„“”«»‚‘’–—…¿¡(§€]")
#: What other readers of YAML take for a number, a time or a truth value.
_AMBIGUOUS = re.compile(
    r"[-+.\d][\d_.,exob:+a-f-]*|y|n|yes|no|on|off|true|false|null|0[xo][\da-f]+", re.IGNORECASE | re.ASCII
)
_DATE = re.compile(r"\d{4}-(?:\d\d|XX)(?:-(?:\d\d|XX))?[?~%]?", re.ASCII)
#: What means something inside brackets and braces; PyYAML takes a question mark there for that of a key.
_FLOW = re.compile(r"[,\[\]{}?]")
#: What cannot be seen, or is taken for the end of a line.
_ODD = re.compile("[^\\S ]|[\x00-\x1f\x7f-\x9f\xad\u2028\u2029\ufeff]")
_UNSAFE_IN_BLOCK = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff]")


def notate(text: str, *, in_flow: bool = False) -> str:
    """A text on one line: plain where that is safe with every reader of YAML, else in double quotes."""
    safe = (
        _SAFE_START.match(text)
        and not (_AMBIGUOUS.fullmatch(text) and not _DATE.fullmatch(text))
        and not _ODD.search(text)
        and ": " not in text
        and " #" not in text
        and not text.endswith((":", " "))
        and not (in_flow and _FLOW.search(text))
    )
    return text if safe else quote(text)


def quote(text: str) -> str:
    """In double quotes; what JSON escapes, YAML reads alike. Characters that cannot be seen are escaped as well."""
    return _ODD.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(text, ensure_ascii=False))


def notate_below(text: str, *, indent: int, column: int) -> tuple[str, ...]:
    """The lines of a text as the value of a key that stands ``indent`` columns in.

    The first goes behind the key, where it begins in ``column``; those after it bring their indentation. Both count
    from 0.
    """
    pad = " " * (indent + INDENT)
    if "\n" in text:
        return _notate_lines(text, pad)
    line = notate(text)
    folded = fold(text, len(pad)) if column + len(line) > LONGEST_LINE else None
    if folded is None or len(folded) == 1:
        return (line,)
    return (">-", *(pad + part for part in folded))


def _notate_lines(text: str, pad: str) -> tuple[str, ...]:
    """Line by line, if that can hold the text: it ends in one line end or in none, and all of it can be seen."""
    lines = text.removesuffix("\n").split("\n")
    if not can_be_literal("\n".join(lines)) or not lines[-1].strip() or any(_ODD.search(line) for line in lines):
        return (quote(text),)
    return ("|" if text.endswith("\n") else "|-", *(pad + line if line else "" for line in lines))


def fold(text: str, indent: int) -> tuple[str, ...] | None:
    """The lines of a text below its key, without indentation; None where folding would change it or not help."""
    words = text.split(" ")
    if len(words) < 2 or not all(words) or _UNSAFE_IN_BLOCK.search(text) or "\n" in text:
        return None
    lines, line = [], words[0]
    for word in words[1:]:
        if indent + len(line) + 1 + len(word) > FOLDED_WIDTH:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}"
    return (*lines, line)


def can_be_literal(text: str) -> bool:
    """Whether a text of several lines can stand below its key line by line (``|``)."""
    lines = text.rstrip("\n").split("\n")
    return bool(lines[0].strip()) and not lines[0].startswith(" ") and not _UNSAFE_IN_BLOCK.search(text)
