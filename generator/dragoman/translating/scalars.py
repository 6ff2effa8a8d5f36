"""How a text stands behind its key: on the line, folded below it, line by line, or in quotes, just as `fmt` has it.

Whoever writes with this reads the result again (see ``writing``): a slip here could refuse a text, never change one.
"""

from __future__ import annotations

import json
import re

from dragoman.editing.scalars import can_be_literal, fold, notate

#: A text whose line would be longer is folded. (`fmt` leaves both ways alone from 100 to 130.)
LONGEST_LINE = 120
_INDENT = 2
_INVISIBLE = re.compile("[^\\S \n]|[\x7f-\x9f\u00ad\u2028\u2029\ufeff]")
_NUMBER_LIKE = re.compile(r"\d+(?:e\d+)?")


def write_plain(text: str, *, in_flow: bool = False) -> str:
    """The text on one line: as it is if nobody can misread it, else in double quotes."""
    written = notate(text, in_flow=in_flow)
    if written == text and in_flow and "?" in text:
        return _quote(text)  # PyYAML's own parser takes it for a key's mark
    return _quote(text) if _INVISIBLE.search(text) else written


def write_block(text: str, *, indent: int, column: int) -> str:
    """The text as the value of a key that stands ``indent`` columns in, beginning in ``column`` (both from 0).

    Lines after the first are indented by two more; the last has no line end.
    """
    pad = "\n" + " " * (indent + _INDENT)
    if "\n" in text:
        return _write_lines(text, pad)
    line = write_plain(text)
    folded = None if column + len(line) <= LONGEST_LINE else fold(text, indent + _INDENT)
    return line if folded is None else pad.join((">-", *folded))


def write_stamp(stamp: str) -> str:
    """A digest, in quotes where it looks like a number."""
    return stamp if stamp.isalnum() and not _NUMBER_LIKE.fullmatch(stamp) else f'"{stamp}"'


def _write_lines(text: str, pad: str) -> str:
    """A literal block, if one can hold the text: it ends in one line end or in none."""
    body = text.removesuffix("\n")
    if _INVISIBLE.search(text) or not can_be_literal(body) or not body.rpartition("\n")[2].strip():
        return _quote(text)
    lines = (f"{pad}{line}" if line else "\n" for line in body.split("\n"))
    return ("|" if text.endswith("\n") else "|-") + "".join(lines)


def _quote(text: str) -> str:
    """In double quotes; what JSON escapes, YAML reads alike. Characters that cannot be seen are escaped as well."""
    written = json.dumps(text, ensure_ascii=False)
    return _INVISIBLE.sub(lambda found: f"\\u{ord(found[0]):04x}", written)
