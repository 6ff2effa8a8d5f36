"""How a text is written in YAML: which characters of a file stand for which of a value. Knows one scalar, no file."""

from __future__ import annotations

import re

_BLANKS = " \t\r\n"
_ESCAPE = re.compile(r"\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8})|(\r\n|[\r\n])[ \t]*|(.))")
_SHORT_ESCAPES = {"0": "\0", "t": "\t", "n": "\n", "r": "\r", '"': '"', "/": "/", "\\": "\\", " ": " ", "_": "\xa0"}
#: What cannot begin a text without quotation marks, or would end it.
_NEEDS_QUOTES = re.compile(r"^[\[\]{},&*#?|>!%@`'\"\s-]|: |:$| #|\s$")


def map_characters(written: str, value: str) -> tuple[tuple[int, int], ...] | None:
    """For every character of a value, the stretch of the scalar that stands for it; None where they do not match.

    Knows plain, quoted and block scalars. They do not match where the file is not in NFC, as values are.
    """
    style = written[:1]
    index = written.find("\n") + 1 if style in "|>" else int(style in "\"'")
    spans: list[tuple[int, int]] = []
    while len(spans) < len(value):
        if index >= len(written):
            return None
        wanted = value[len(spans)]
        if written[index] in _BLANKS:
            end = _skip_blanks(written, index)
            run = _count_blanks(value, len(spans))
            if run == end - index:
                spans += [(place, place + 1) for place in range(index, end)]
            elif run:
                spans += [(index, end), *[(end, end)] * (run - 1)]
            index = end
            continue
        end, character = _read_character(written, index, style)
        if character and character != wanted:
            return None
        if character:
            spans.append((index, end))
        index = end
    return tuple(spans)


def write_within(text: str, written: str) -> str:
    """A text as it is written inside this scalar."""
    match written[:1]:
        case '"':
            return text.replace("\\", "\\\\").replace('"', '\\"')
        case "'":
            return text.replace("'", "''")
        case _:
            return text


def write_whole(text: str, written: str) -> str:
    """A text on one line as it is written in place of the whole scalar, quoted if that one was, or if it must be."""
    quoted = written[:1] in "\"'"
    if not quoted and not _NEEDS_QUOTES.search(text):
        return text
    mark = written[:1] if quoted else '"'
    return f"{mark}{write_within(text, mark)}{mark}"


def _read_character(written: str, index: int, style: str) -> tuple[int, str]:
    """Where the next character ends, and what it is; empty for a line end that is escaped."""
    character = written[index]
    if style == "'" and written.startswith("''", index):
        return index + 2, "'"
    if style != '"' or character != "\\":
        return index + 1, character
    found = _ESCAPE.match(written, index)
    if found is None:
        return index + 1, character
    code = found[1] or found[2] or found[3]
    if code:
        return found.end(), chr(int(code, 16))
    return found.end(), "" if found[4] else _SHORT_ESCAPES.get(found[5], found[5])


def _skip_blanks(text: str, index: int) -> int:
    while index < len(text) and text[index] in _BLANKS:
        index += 1
    return index


def _count_blanks(text: str, index: int) -> int:
    return _skip_blanks(text, index) - index
