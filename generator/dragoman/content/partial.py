"""Reads what can be read of a faulty record: faults are taken out or stood in for, and the rest is read again.

So one wrong date does not keep a wrong id three lines below from being found in the same run. What comes of it is good
for looking for more errors in the same file, and for nothing else.
"""

from __future__ import annotations

import copy
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from dragoman.content.fields import Leaf
from dragoman.content.files import SourceFile
from dragoman.content.rules.rule import Finding, ShapeError
from dragoman.content.rules.unknown_field import find_meant
from dragoman.content.settings import Settings
from dragoman.content.stand_ins import make_phrase, make_stand_in
from dragoman.content.validating import validate
from dragoman.content.yamltree import Path

#: How often a record is read again: mending one layer of faults may bring another to light.
_ROUNDS = 6
_UNKNOWN_FIELD = "extra_forbidden"


@dataclass(frozen=True, slots=True, kw_only=True)
class PartialReading:
    """The record that is left (None where nothing could be made of it), its errors, and where the faults are.

    ``is_as_written`` says that nothing had to be left out but what is empty and fields that the model does not know.
    """

    record: Any
    errors: tuple[ShapeError, ...]
    faults: frozenset[Path]
    is_as_written: bool


def read_partially(source: SourceFile, data: Any, empty: Sequence[Path], settings: Settings) -> PartialReading:
    """Read a record, mending as often as that gets further; ``empty`` are places taken out of the data already."""
    record, found = validate(source, data, settings)
    errors, faults = list(found), set(empty)
    language = next(iter(settings.languages), "en")
    data = copy.deepcopy(data) if found else data
    for _ in range(_ROUNDS):
        mended = [error.path for error in found if record is None and _mend(data, error, language)]
        if not mended:
            break
        faults.update(mended)
        record, found = validate(source, data, settings)
        errors += _drop_followers(found, faults)
    meant = {path for error in errors if (path := _find_meant(error)) is not None}
    said = meant.union(empty)
    of_another_kind = {error.path[:-1] for error in errors if error.type == _UNKNOWN_FIELD and _names_other_kind(error)}
    return PartialReading(
        record=record,
        errors=tuple(
            error
            for error in errors
            if not (error.type == "missing" and (error.path in said or error.path[:-1] in of_another_kind))
        ),
        faults=frozenset(faults | meant),
        is_as_written=record is not None and all(error.type == _UNKNOWN_FIELD for error in errors),
    )


def _find_meant(error: ShapeError) -> Path | None:
    """The path of the field that an unknown one was meant to be, as far as that can be guessed."""
    meant = find_meant(error) if error.type == _UNKNOWN_FIELD else None
    return (*error.path[:-1], meant) if meant else None


def _names_other_kind(error: ShapeError) -> bool:
    """Whether the field that was meant makes this a participant or a readout of the other kind."""
    meant = find_meant(error)
    return meant is not None and error.owner is not None and meant not in error.owner.fields


def is_doubtful(finding: Finding, faults: frozenset[Path]) -> bool:
    """Whether a finding is about a value that was stood in for, or rests on one."""
    if _is_in(finding.path, faults):
        return True
    return any(_is_base(fault, field, finding.path) for field in finding.rests_on for fault in faults)


def _is_in(path: Path, faults: Collection[Path]) -> bool:
    """Whether a place is one of these, or within one."""
    return any(path[:length] in faults for length in range(len(path) + 1))


def _is_base(fault: Path, field: str, path: Path) -> bool:
    """Whether the fault took the field (``readouts.kind``) or what holds it, and not that of another item of a list."""
    names = [step for step in fault if isinstance(step, str)]
    if field.split(".")[: len(names)] != names:
        return False
    parted = next((pair for pair in zip(fault, path, strict=False) if pair[0] != pair[1]), None)
    return parted is None or not all(isinstance(step, int) for step in parted)


def _drop_followers(errors: Iterable[ShapeError], faults: set[Path]) -> Iterator[ShapeError]:
    """The errors that are not only there because of what was taken out or stood in for."""
    holders = {fault[:-1] for fault in faults}
    for error in errors:
        is_about_holder = bool(error.context.get("mend")) and error.path in holders
        if not is_about_holder and not _is_in(error.path, faults):
            yield error


def _mend(data: Any, error: ShapeError, language: str) -> bool:
    """Take out what is faulty, or put a value in its place that the model takes; False if that cannot be done here."""
    whole = error.context.get("mend")
    if whole:
        return _change(_find(data, error.path), whole)
    at = error.context.get("at")
    path = (*error.path, at) if at else error.path
    if not path:
        return False
    holder, last = _find(data, path[:-1]), path[-1]
    if isinstance(holder, dict):
        return _mend_entry(holder, str(last), error, language)
    if error.shape is None:
        return False
    stand_in = make_stand_in(error.shape, language)
    if isinstance(holder, list) and isinstance(last, int):
        holder[last] = stand_in
        return True
    # A single item that stands for a list of one: errors are placed in it as in the list.
    return len(path) > 1 and _change(_find(data, path[:-2]), {str(path[-2]): [stand_in]})


def _mend_entry(holder: dict[str, Any], name: str, error: ShapeError, language: str) -> bool:
    owner = error.owner
    is_field = owner is not None and name in owner.fields and owner.fields[name][1] is error.shape
    is_needed = owner is not None and name in owner.required
    if error.part == "key" or error.type == _UNKNOWN_FIELD or error.context.get("at") or (is_field and not is_needed):
        return holder.pop(name, None) is not None
    if error.shape is None:
        return False
    match error.shape:
        case Leaf(is_localized=True) if not is_field:  # the text in one language
            holder[name] = make_phrase(error.shape)
        case _:
            holder[name] = make_stand_in(error.shape, language)
    return True


def _change(holder: Any, fields: dict[str, Any]) -> bool:
    """Write these fields; those that are None are taken out."""
    if not isinstance(holder, dict):
        return False
    for name, value in fields.items():
        if value is None:
            holder.pop(name, None)
        else:
            holder[name] = value
    return True


def _find(data: Any, path: Path) -> Any:
    """What stands at a path; None where there is nothing."""
    for step in path:
        try:
            data = data[step]
        except (KeyError, IndexError, TypeError):
            return None
    return data
