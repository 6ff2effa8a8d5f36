"""Writes a record as YAML the way `dragoman fmt` lays it out. Knows notation, no meaning."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from dragoman.content.files import Kind, SourceFile
from dragoman.content.settings import Settings
from dragoman.editing.formatting import format_text
from dragoman.editing.scalars import LONGEST_LINE, can_be_literal, fold, notate

_INDENT = "  "


def write_record(kind: Kind, data: Mapping[str, Any], settings: Settings) -> str:
    """The text of a record's file."""
    text = "".join(f"{line}\n" for line in _write_mapping(data, ""))
    source = SourceFile(path="", kind=kind, content=b"", size=0, digest="")
    return format_text(text, source, settings)


def _write_mapping(data: Mapping[str, Any], pad: str) -> Iterator[str]:
    for key, value in data.items():
        yield from _write(f"{pad}{notate(key)}:", value, pad)


def _write(head: str, value: Any, pad: str) -> Iterator[str]:
    match value:
        case bool():
            yield f"{head} {str(value).lower()}"
        case str():
            yield from _write_text(head, value, pad)
        case Mapping() if value:
            yield head
            yield from _write_mapping(value, pad + _INDENT)
        case list() | tuple() if value and all(isinstance(item, str) for item in value):
            yield f"{head} [{', '.join(notate(item, in_flow=True) for item in value)}]"
        case list() | tuple() if value:
            yield head
            for item in value:
                yield from _write_item(item, pad + _INDENT)
        case _:
            yield f"{head} {'{}' if isinstance(value, Mapping) else '[]'}"


def _write_item(item: Any, pad: str) -> Iterator[str]:
    if isinstance(item, str):
        yield f"{pad}- {notate(item)}"
        return
    lines = [*_write_mapping(item, pad + _INDENT)]
    yield f"{pad}- {lines[0].lstrip()}"
    yield from lines[1:]


def _write_text(head: str, text: str, pad: str) -> Iterator[str]:
    if "\n" in text and can_be_literal(text):
        yield f"{head} |-"
        yield from (f"{pad}{_INDENT}{line}" if line else "" for line in text.split("\n"))
        return
    line = notate(text)
    folded = fold(text, len(pad) + len(_INDENT)) if len(head) + len(line) >= LONGEST_LINE else None
    if folded and len(folded) > 1:
        yield f"{head} >-"
        yield from (f"{pad}{_INDENT}{part}" for part in folded)
    else:
        yield f"{head} {line}"
