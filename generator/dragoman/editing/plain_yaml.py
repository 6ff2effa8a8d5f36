"""Writes data as YAML in the layout of `dragoman fmt`: two spaces a level, long texts folded. Knows no records."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from dragoman.editing.scalars import INDENT, notate, notate_below

_INDENT = " " * INDENT


def write_yaml(data: Mapping[str, Any]) -> str:
    """The text of a mapping of mappings, lists, texts, numbers and truth values, ending with a line feed."""
    return "".join(f"{line}\n" for line in _write_mapping(data, ""))


def _write_mapping(data: Mapping[str, Any], pad: str) -> Iterator[str]:
    for key, value in data.items():
        yield from _write(f"{pad}{notate(key)}:", value, pad)


def _write(head: str, value: Any, pad: str) -> Iterator[str]:
    match value:
        case bool():
            yield f"{head} {str(value).lower()}"
        case int() | float():
            yield f"{head} {value}"
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
    first, *below = notate_below(text, indent=len(pad), column=len(head) + 1)
    yield f"{head} {first}"
    yield from below
