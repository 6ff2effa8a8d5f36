"""Data in, a record or the errors of its shape out: what the model makes of a file, in the file's own terms.

The only module of this package that imports pydantic.
"""

from __future__ import annotations

import functools
from typing import Any

from pydantic import TypeAdapter, ValidationError

from dragoman.content.fields import ListOf, Shape, get_shape, resolve
from dragoman.content.files import Kind, SourceFile
from dragoman.content.rules.rule import ShapeError
from dragoman.content.settings import Settings
from dragoman.content.states import complete_state
from dragoman.content.yamltree import Path
from dragoman.model.event import Event
from dragoman.model.organisations import Organisation
from dragoman.model.people import Person
from dragoman.model.places import Place, Term
from dragoman.model.site import Site, Watched
from dragoman.model.topics import Topic
from dragoman.model.values import Value

_MODELS: dict[Kind, type[Value]] = {
    Kind.SITE: Site,
    Kind.EVENT: Event,
    Kind.PERSON: Person,
    Kind.ORGANISATION: Organisation,
    Kind.PLACE: Place,
    Kind.TOPIC: Topic,
    Kind.TERM: Term,
}


def validate(source: SourceFile, data: Any, settings: Settings) -> tuple[Any, list[ShapeError]]:
    """The record that the data of a file make (for coverage a tuple of entries), or None, and the errors."""
    shape = get_file_shape(source.kind)
    if source.kind in {Kind.COVERAGE, Kind.SITE} or not isinstance(data, dict):
        written = data
    else:
        base = complete_state(source.id, data, settings.languages) if source.kind is Kind.ORGANISATION else data
        written = {**base, "id": source.id}
    try:
        record = _get_adapter(source.kind).validate_python(written)
    except ValidationError as error:
        errors = [_translate(one, shape, source.kind, data) for one in error.errors(include_url=False)]
        return None, [one for one in errors if one.type != "too_short" or not _holds(one, errors)]
    if isinstance(data, dict) and "id" in data and source.kind is not Kind.SITE:
        return record, [make_error(source.kind, ("id",), "extra_forbidden")]
    return record, []


def _holds(list_error: ShapeError, errors: list[ShapeError]) -> bool:
    """Whether a list is only called too short because faulty items are not counted."""
    path = list_error.path
    return any(error.path[: len(path)] == path and len(error.path) > len(path) for error in errors)


def make_error(kind: Kind, path: Path, error_type: str) -> ShapeError:
    """An error that is found otherwise than by the validator, at a key of a file of this kind."""
    place = resolve(get_file_shape(kind), path, tagged=False)
    return ShapeError(
        type=error_type, path=path, part="key", kind=kind, owner=place.owner, shape=place.shape, value=None, message=""
    )


def _translate(error: Any, shape: Shape, kind: Kind, data: Any) -> ShapeError:
    place = resolve(shape, tuple(error["loc"]))
    return ShapeError(
        type=error["type"],
        path=place.path,
        part=place.part,
        kind=kind,
        owner=place.owner,
        shape=place.shape,
        value=_find_value(data, place.path),
        message=error["msg"],
        context=error.get("ctx", {}),
    )


def _find_value(data: Any, path: Path) -> Any:
    for step in path:
        try:
            data = data[step]
        except (KeyError, IndexError, TypeError):
            return data
    return data


@functools.cache
def _get_adapter(kind: Kind) -> TypeAdapter[Any]:
    return TypeAdapter(tuple[Watched, ...] if kind is Kind.COVERAGE else _MODELS[kind])


@functools.cache
def get_file_shape(kind: Kind) -> Shape:
    """What a whole file of this kind looks like: one record, or for coverage a list."""
    return ListOf(get_shape(Watched), lone=False) if kind is Kind.COVERAGE else get_shape(_MODELS[kind])
