"""Adds ``archived:`` to sources in an event's file and leaves every other byte as it was.

The result is read again, and handed out only if the new line is all that it says besides what it said before.
"""

from __future__ import annotations

import copy
import json
from collections.abc import Mapping
from typing import Any

from dragoman.content.files import SourceFile
from dragoman.content.text import SourceText, decode
from dragoman.content.yamltree import Document, Positions, find_positions, parse

#: The fields of a source that stand before ``archived``, in the model's order.
_BEFORE = ("url", "ref", "publisher", "title", "lang", "published", "accessed")


def add_archived(source: SourceFile, copies: Mapping[str, str]) -> bytes | None:
    """The file with the addresses of copies by source handle; None where they cannot be added with certainty."""
    text = decode(source)
    if not isinstance(text, SourceText):
        return None
    document = parse(text)
    if not isinstance(document, Document):
        return None
    expected: Any = copy.deepcopy(document.data)
    positions = find_positions(text)
    edits = []
    for handle, url in copies.items():
        edit = _find_edit(text, positions, handle, url)
        if edit is None:
            return None
        edits.append(edit)
        expected["sources"][handle]["archived"] = url
    written = text.text
    for index, addition in sorted(edits, reverse=True):
        written = written[:index] + addition + written[index:]
    result = parse(SourceText(source.path, written))
    if not isinstance(result, Document) or result.data != expected:
        return None
    mark = b"\xef\xbb\xbf" if source.content.startswith(b"\xef\xbb\xbf") else b""
    return mark + written.encode()


def _find_edit(text: SourceText, positions: Positions, handle: str, url: str) -> tuple[int, str] | None:
    """Where in the text a new field belongs, and what to put there."""
    path = ("sources", handle)
    data: Any = positions.data
    fields = data["sources"][handle]
    last = next((name for name in reversed(_BEFORE) if name in fields), None)
    if last is None or "archived" in fields:
        return None
    place, key = positions.locate((*path, last)), positions.locate((*path, last), "key")
    value_end = text.find_index(place.end_line, place.end_column)
    whole = positions.locate(path)
    if text.text[text.find_index(whole.line, whole.column)] == "{":
        return value_end, f", archived: {json.dumps(url)}"
    line_end = text.text.find("\n", value_end)
    if text.text[value_end - 1] == "\n":  # a folded text ends with its last line
        line_end = value_end - 1
    newline = "\r\n" if "\r\n" in text.text else "\n"
    start = len(text.text) if line_end < 0 else line_end - (text.text[line_end - 1] == "\r")
    return start, f"{newline}{' ' * (key.column - 1)}archived: {_notate(url)}"


def _notate(url: str) -> str:
    """An address as it stands in a file: plain, unless a reader of YAML would take a part of it for something else."""
    is_plain = not any(mark in url for mark in (" #", ": ")) and not url.endswith(":")
    return url if is_plain else json.dumps(url)
