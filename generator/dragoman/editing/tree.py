"""A file as it is written: what its data are, and how each part is notated. Comments are found by ``comments``.

The second place that imports yaml: ``content.yamltree`` keeps only what a file says, this one keeps how it says it.
A round trip through a library would not do: it hangs a comment on what stands *before* it, so that a field that is
moved takes the comment on the next field along.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, TypeAlias

import yaml
from yaml.events import MappingEndEvent, MappingStartEvent, ScalarEvent, SequenceEndEvent, SequenceStartEvent

_Parser: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scalar:
    """A text: its ``value``, and the ``source`` it was read from with its quotes (for a block, its bare lines).

    ``style`` is the indicator it is written with: ``""`` plain, ``"``, ``'``, ``|`` or ``>``.
    """

    value: str
    source: str
    style: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An item of a list (without ``key``) or a field of a mapping. ``number`` counts all entries of the file.

    ``line`` and ``column`` count from 0: where it begins, with its dash or key.
    """

    number: int
    key: Scalar | None
    value: Node
    line: int
    column: int
    start: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Collection:
    """A list or a mapping. ``number`` is that of the entry that holds it, 0 for the whole file."""

    number: int
    is_mapping: bool
    is_flow: bool
    entries: tuple[Entry, ...]
    start: int
    end: int
    lines: int


Node: TypeAlias = Scalar | Collection


def read_tree(text: str) -> Node:
    """The one document of a text that is known to be sound and to have line feeds only."""
    return _Reader(text).read()


class _Reader:
    def __init__(self, text: str) -> None:
        self._text = text
        self._events: Iterator[Any] = iter(yaml.parse(text, Loader=_Parser))
        self._count = 0

    def read(self) -> Node:
        event = next(self._events)
        while not isinstance(event, ScalarEvent | MappingStartEvent | SequenceStartEvent):
            event = next(self._events)
        return self._read_node(event, 0)

    def _read_node(self, event: Any, number: int) -> Node:
        match event:
            case ScalarEvent():
                return _read_scalar(self._text, event)
            case MappingStartEvent():
                return self._read_collection(event, number, is_mapping=True)
            case _:
                return self._read_collection(event, number, is_mapping=False)

    def _read_collection(self, start: Any, number: int, *, is_mapping: bool) -> Collection:
        entries: list[Entry] = []
        event = next(self._events)
        while not isinstance(event, MappingEndEvent | SequenceEndEvent):
            self._count += 1
            own = self._count
            mark = event.start_mark
            key = _read_scalar(self._text, event) if is_mapping else None
            value = self._read_node(next(self._events) if is_mapping else event, own)
            # Items begin with their dashes, which all stand where the list does; an item's value may be further on.
            column = mark.column if is_mapping else start.start_mark.column
            entries.append(Entry(number=own, key=key, value=value, line=mark.line, column=column, start=mark.index))
            event = next(self._events)
        last: Any = event
        return Collection(
            number=number,
            is_mapping=is_mapping,
            is_flow=bool(start.flow_style),
            entries=tuple(entries),
            start=start.start_mark.index,
            end=last.end_mark.index,
            lines=last.end_mark.line - start.start_mark.line + 1,
        )


def _read_scalar(text: str, event: Any) -> Scalar:
    style = event.style or ""
    start, end = event.start_mark.index, event.end_mark.index
    if style in {"|", ">"}:
        end, body = _read_block(text, start)
        return Scalar(value=event.value, source=body, style=style, start=start, end=end)
    source = text[start:end].rstrip(" \n\t")
    return Scalar(value=event.value, source=source, style=style, start=start, end=start + len(source))


def _read_block(text: str, start: int) -> tuple[int, str]:
    """The end of a block text, and its lines without their indentation.

    It ends before the first line that has text further left than its own first line.
    """
    header, _, rest = text[start:].partition("\n")
    lines = rest.removesuffix("\n").split("\n")
    indicator = header.partition("#")[0]
    digits = [character for character in indicator if character.isdigit()]
    first = next((line for line in lines if line.strip(" ")), "")
    outer = text[text.rfind("\n", 0, start) + 1 : start]
    indent = _indent_of(first) if not digits else _find_parent_indent(outer) + int(digits[0])
    body: list[str] = []
    for line in lines:
        if line.strip(" ") and _indent_of(line) < indent:
            break
        body.append(line)
    while body and not body[-1].strip(" ") and "+" not in indicator:
        body.pop()  # blank lines after a text are only space, unless it asks to keep them
    end = start + len(header) + 1 + sum(len(line) + 1 for line in body)
    return min(end, len(text)), "\n".join(line[indent:] for line in body)


def _find_parent_indent(before: str) -> int:
    """The indentation that an explicit number (``>2-``) adds to: that of the key, or of the last dash before it."""
    key_start = len(before) - len(before.lstrip(" -"))
    return key_start if before.strip(" -") else before.rfind("-")


def _indent_of(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def iter_entries(node: Node) -> Iterator[tuple[Collection, Entry]]:
    """Every entry in the order of the text, with the collection that holds it; what is inside a flow is left out."""
    if isinstance(node, Collection) and not node.is_flow:
        for entry in node.entries:
            yield node, entry
            yield from iter_entries(entry.value)


def iter_scalars(node: Node) -> Iterator[Scalar]:
    """Every key and text, those inside a flow too."""
    match node:
        case Scalar():
            yield node
        case Collection():
            for entry in node.entries:
                if entry.key:
                    yield entry.key
                yield from iter_scalars(entry.value)


def with_entries(node: Collection, entries: tuple[Entry, ...]) -> Collection:
    """The same collection with other entries."""
    return dataclasses.replace(node, entries=entries)
