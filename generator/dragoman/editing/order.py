"""Puts the fields of a file into the order of the model; what the model leaves open stays in the order it has."""

from __future__ import annotations

import dataclasses

from dragoman.content.fields import Leaf, ListOf, MappingOf, ModelShape, OneOf, Shape
from dragoman.editing.tree import Collection, Entry, Node, with_entries
from dragoman.model.records import Record


def sort_fields(node: Node, shape: Shape | None, languages: tuple[str, ...]) -> Node:
    """The same data, with the fields of every part in order; ``languages`` is the order of a localised text's."""
    if not isinstance(node, Collection):
        return node
    shape = _choose(shape, node) if isinstance(shape, OneOf) else shape
    entries = tuple(
        dataclasses.replace(entry, value=sort_fields(entry.value, _find_inner(shape, entry), languages))
        for entry in node.entries
    )
    order = _find_order(shape, languages) if node.is_mapping else ()
    return with_entries(node, _sort(entries, order))


def find_field_order(shape: ModelShape) -> tuple[str, ...]:
    """The fields of a model as they are written: its own, then those that all records have."""
    shared = Record.model_fields if issubclass(shape.model, Record) else {}
    return tuple(sorted(shape.fields, key=lambda field: shape.fields[field][0] in shared))


def _find_order(shape: Shape | None, languages: tuple[str, ...]) -> tuple[str, ...]:
    match shape:
        case ModelShape():
            return find_field_order(shape)
        case Leaf() if shape.is_localized:
            return languages
        case _:
            return ()


def _sort(entries: tuple[Entry, ...], order: tuple[str, ...]) -> tuple[Entry, ...]:
    """Known fields in order; one that is not known stays behind the field that it follows."""
    ranks: list[tuple[int, Entry]] = []
    rank = -1
    for entry in entries:
        if entry.key and entry.key.value in order:
            rank = order.index(entry.key.value)
        ranks.append((rank, entry))
    return tuple(entry for _, entry in sorted(ranks, key=lambda ranked: ranked[0]))


def _choose(shape: OneOf, node: Collection) -> ModelShape:
    """The option that knows most of the fields; the first of those that know as many."""
    keys = {entry.key.value for entry in node.entries if entry.key}
    return max(shape.options.values(), key=lambda option: len(keys & option.fields.keys()))


def _find_inner(shape: Shape | None, entry: Entry) -> Shape | None:
    match shape:
        case ModelShape(fields=fields) if entry.key:
            return fields[entry.key.value][1] if entry.key.value in fields else None
        case MappingOf(value=value) if entry.key:
            return value
        case ListOf(item=item) if not entry.key:
            return item
        case _:
            return None
