"""listed-twice: an id or a language that stands more than once in one list."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dragoman.content.fields import Found, Leaf
from dragoman.content.files import Kind
from dragoman.content.rules.rule import Finding, Group, Rule, Scope
from dragoman.content.settings import Settings
from dragoman.content.yamltree import Path
from dragoman.diagnostics import Severity
from dragoman.model.values import LanguageTag

#: Lists of things that are told apart by one of their fields. A delegation may well be there twice, by other names.
_BY_FIELD = {("participants", "person"), ("related", "event")}


def _is_listed(leaf: Leaf) -> bool:
    return leaf.reference is not None or leaf.find_note(LanguageTag) is not None


def _check(record: Any, texts: tuple[Found, ...], settings: Settings) -> Iterator[Finding]:  # noqa: ARG001 - a check
    seen: set[tuple[Path, str]] = set()
    for found in texts:
        listed = _find_list(found)
        if listed is None:
            continue
        if (listed, found.value) in seen:
            yield Finding(path=found.path, message=f'"{found.value}" is listed twice', hint="remove one of the two")
        seen.add((listed, found.value))


def _find_list(found: Found) -> Path | None:
    """The path of the list that a text is an item of, or tells an item of; None where it is in none."""
    match found.path:
        case (*before, int()) if found.part == "value":
            return tuple(before)
        case (str(name), int(), str(field)) if (name, field) in _BY_FIELD:
            return (name,)
        case _:
            return None


RULE = Rule(
    name="listed-twice",
    group=Group.REFERENCES,
    severity=Severity.ERROR,
    scope=Scope.RECORD,
    sentence="No list names the same record, source, readout or language twice, and no person takes part twice.",
    kinds=frozenset(Kind),
    wants=_is_listed,
    check_texts=_check,
)
