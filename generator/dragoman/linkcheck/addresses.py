"""Collects the addresses that the content gives, with every place where each stands. Asks nobody."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dragoman.content.fields import Leaf, iter_leaves
from dragoman.content.index import Index
from dragoman.content.yamltree import Path
from dragoman.linkcheck.spelling import spell
from dragoman.model.event import Event
from dragoman.model.values import Url


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """One place where an address stands: a file, the path of the field in it, and the address as it is written.

    ``is_archived`` says that the same source names an archived copy, ``is_copy`` that this is one.
    """

    file: str
    path: Path
    url: str
    is_archived: bool = False
    is_copy: bool = False


def find_addresses(index: Index) -> Mapping[str, tuple[Use, ...]]:
    """All addresses in the records, spelled, with their uses; what `dragoman check` calls a bad one is left out."""
    found: dict[str, list[Use]] = {}
    for file, record in index.iter_all():
        for use in _iter_uses(file, record):
            try:
                found.setdefault(spell(use.url), []).append(use)
            except (ValueError, UnicodeError):
                continue
    return {url: tuple(uses) for url, uses in sorted(found.items())}


def _is_address(leaf: Leaf) -> bool:
    note = leaf.find_note(Url)
    return note is not None and not note.mail


def _iter_uses(file: str, record: object) -> Iterator[Use]:
    for found in iter_leaves(record, _is_address):  # type: ignore[arg-type] # a record, or a tuple of them
        if found.path == ("url",) and file.endswith("/site.yaml"):
            continue  # the site's own address leads to what is only being made
        is_archived = False
        if isinstance(record, Event) and found.path[0] == "sources":
            is_archived = record.sources[str(found.path[1])].archived is not None
        yield Use(
            file=file,
            path=found.path,
            url=found.value,
            is_archived=is_archived,
            is_copy=found.path[-1] == "archived",
        )
    for position, name in enumerate(getattr(record, "names", ())):
        if name.source and name.source.startswith(("http://", "https://")):
            yield Use(file=file, path=("names", position, "source"), url=name.source)
