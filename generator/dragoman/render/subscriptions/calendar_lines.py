"""The lines of iCalendar (RFC 5545): values as its types are written, escaped, folded. Knows no contact.

Written here because it is little and every contact needs some fifteen lines: the library icalendar, which the tests
read all of it back with, took a third of the time of all that is made for programs.
"""

from __future__ import annotations

import datetime as dt

#: Bytes of a line without its end (RFC 5545, section 3.1); what goes on begins with a blank that counts.
_LONGEST = 75


def write_text(name: str, text: str, lang: str = "") -> bytes:
    """A text, with its language if given."""
    return _fold(f"{name};LANGUAGE={lang}:{escape(text)}" if lang else f"{name}:{escape(text)}")


def write_value(name: str, value: str | int) -> bytes:
    """A word, number or address, which needs no escaping; ``name`` may have parameters behind it."""
    return _fold(f"{name}:{value}")


def write_day(name: str, day: dt.date) -> bytes:
    """A whole day."""
    return _fold(f"{name};VALUE=DATE:{_digits(day)}")


def write_instant(name: str, instant: dt.datetime) -> bytes:
    """A moment, in universal time."""
    utc = instant.astimezone(dt.UTC)
    return _fold(f"{name}:{_digits(utc)}T{utc.hour:02}{utc.minute:02}{utc.second:02}Z")


def escape(text: str) -> str:
    """A text as the type TEXT is written (section 3.3.11)."""
    text = text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return text.replace("\r\n", "\\n").replace("\n", "\\n").replace("\r", "\\n")


def _digits(day: dt.date) -> str:
    return f"{day.year:04}{day.month:02}{day.day:02}"


def _fold(line: str) -> bytes:
    content = line.encode()
    if len(content) <= _LONGEST:
        return content + b"\r\n"
    pieces, start, room = [], 0, _LONGEST
    while len(content) - start > room:
        end = start + room
        while content[end] & 0xC0 == 0x80:  # never within a letter
            end -= 1
        pieces.append(content[start:end])
        start, room = end, _LONGEST - 1
    pieces.append(content[start:])
    return b"\r\n ".join(pieces) + b"\r\n"
