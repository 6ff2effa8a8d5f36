"""What the model says about its fields: their kinds, and where in a record the values of one kind are.

Knows the model's annotations (and so, of pydantic, only what stands on a model class), nothing of files.
"""

from __future__ import annotations

import functools
import types
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Literal, NamedTuple, TypeAlias, Union, get_args, get_origin

from dragoman.content.yamltree import Part, Path
from dragoman.model.text import Localized
from dragoman.model.values import Reference, Value


@dataclass(frozen=True, eq=False)  # compared by identity: every text of every record is asked for its leaf
class Leaf:
    """A text, however it is converted: ``type`` is str, Localized, a date …; ``notes`` are the model's annotations."""

    type: Any
    notes: tuple[Any, ...] = ()

    def find_note(self, kind: type[Any]) -> Any:
        """The annotation of this kind, or None."""
        return next((note for note in self.notes if isinstance(note, kind)), None)

    @functools.cached_property
    def reference(self) -> Reference | None:
        """What it refers to, if it is the id of something."""
        note: Reference | None = self.find_note(Reference)
        return note

    @functools.cached_property
    def is_localized(self) -> bool:
        return isinstance(self.type, type) and issubclass(self.type, Localized)

    @property
    def choices(self) -> tuple[str, ...]:
        """The words that the field takes, where it takes only certain words."""
        return get_args(self.type) if get_origin(self.type) is Literal else ()


@dataclass(frozen=True, slots=True)
class ListOf:
    """A list; ``lone`` says that a single item may stand for a list of one."""

    item: Shape
    lone: bool


@dataclass(frozen=True, slots=True)
class MappingOf:
    key: Leaf
    value: Shape


@dataclass(frozen=True, slots=True)
class OneOf:
    """One of several models; which, pydantic says in an error's place with a tag."""

    options: Mapping[str, ModelShape]

    def choose(self, tag: str) -> ModelShape:
        """The option with this tag; the first where there is none."""
        return self.options.get(tag) or next(iter(self.options.values()))

    def guess(self, field: str) -> ModelShape:
        """The first option that has this field; the first of all where none has."""
        known = (option for option in self.options.values() if field in option.fields)
        return next(known, next(iter(self.options.values())))

    def get(self, value: Value) -> ModelShape:
        """The shape of this very value."""
        return next(option for option in self.options.values() if type(value) is option.model)


@dataclass(frozen=True, slots=True)
class ModelShape:
    """``fields`` maps a field as written to its attribute in the model and its shape; ``required`` names some."""

    model: type[Value]
    fields: Mapping[str, tuple[str, Shape]]
    required: frozenset[str]


#: What pydantic puts at the end of a place to say that it means a mapping's key.
_KEY = "[key]"

Shape: TypeAlias = Leaf | ListOf | MappingOf | OneOf | ModelShape


@functools.cache
def get_shape(model: type[Value]) -> ModelShape:
    """The shape of a model. A record's ``id`` is its file's name, so it is none of the fields one can write."""
    written = {
        info.alias or name: (name, _read(info.annotation, tuple(info.metadata)), info.is_required())
        for name, info in model.model_fields.items()
        if not (name == "id" and info.is_required() and "former_ids" in model.model_fields)
    }
    return ModelShape(
        model=model,
        fields={field: (name, shape) for field, (name, shape, _) in written.items()},
        required=frozenset(field for field, (_, _, required) in written.items() if required),
    )


def _read(annotation: Any, notes: tuple[Any, ...]) -> Shape:
    """The shape of one annotation, ``notes`` being what stood around it."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _read(arguments[0], (*annotation.__metadata__, *notes))
    if origin in {Union, types.UnionType}:
        options = [option for option in arguments if option is not type(None)]
        if len(options) == 1:
            return _read(options[0], notes)
        if get_origin(options[0]) is not Annotated:
            return Leaf(options[0], notes)  # one text that is read in one of two ways
        return OneOf({_get_tag(option): get_shape(get_args(option)[0]) for option in options})
    if origin is tuple:
        return ListOf(_read(arguments[0], ()), lone=any(hasattr(note, "func") for note in notes))
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return MappingOf(_read_key(arguments[0]), _read(arguments[1], ()))
    if isinstance(annotation, type) and issubclass(annotation, Value):
        return get_shape(annotation)
    return Leaf(annotation, notes)


def _read_key(annotation: Any) -> Leaf:
    if get_origin(annotation) is Annotated:
        return Leaf(get_args(annotation)[0], annotation.__metadata__)
    return Leaf(annotation)


def _get_tag(option: Any) -> str:
    return next(str(note.tag) for note in option.__metadata__ if hasattr(note, "tag"))


@dataclass(frozen=True, slots=True)
class Place:
    """Where pydantic found an error, in the file's own terms.

    ``owner`` is the shape of the model around it, ``shape`` that of the field.
    """

    path: Path
    part: Part
    owner: ModelShape | None
    shape: Shape | None


def resolve(shape: Shape, location: tuple[str | int, ...], *, tagged: bool = True) -> Place:
    """Translate a pydantic error's location: without tags of unions (if ``tagged``) and marks of keys."""
    path: list[str | int] = []
    part: Part = "value"
    owner: ModelShape | None = None
    container: Shape | None = None
    current: Shape | None = shape
    steps = list(location)
    while steps:
        if isinstance(current, OneOf):
            current = current.choose(str(steps.pop(0))) if tagged else current.guess(str(steps[0]))
            owner = current
            continue
        step = steps.pop(0)
        if step == _KEY and isinstance(container, MappingOf):
            part = "key"
            break
        if isinstance(current, ModelShape):
            owner = current
        path.append(step)
        container, current = current, _step_into(current, step)
    return Place(tuple(path), part, owner, current)


def _step_into(shape: Shape | None, step: str | int) -> Shape | None:
    match shape:
        case ModelShape(fields=fields):
            return fields[str(step)][1] if step in fields else None
        case MappingOf(value=value):
            return value
        case ListOf(item=item):
            return item
        case _:
            return shape  # inside a localized text: the language


class Found(NamedTuple):
    """One text in a record: its place, what the model says of it, and its value."""

    path: Path
    part: Part
    leaf: Leaf
    value: Any


def iter_leaves(record: Value | tuple[Value, ...], wanted: Callable[[Leaf], bool]) -> Iterator[Found]:
    """All texts of a record whose leaf is ``wanted`` (a function of the module level: what it wants is remembered).

    The record of a coverage file is a tuple.
    """
    found: list[Found] = []
    if isinstance(record, tuple):
        for index, entry in enumerate(record):
            _collect(get_shape(type(entry)), entry, (index,), wanted, found)
    else:
        _collect(get_shape(type(record)), record, (), wanted, found)
    return iter(found)


def _collect(shape: Shape, value: Any, path: Path, wanted: Callable[[Leaf], bool], found: list[Found]) -> None:
    match shape:
        case Leaf():
            if wanted(shape):
                found.append(Found(path, "value", shape, value))
        case ModelShape(model=model):
            _collect_fields(model, value, path, wanted, found)
        case ListOf(item=item):
            for index, one in enumerate(value):
                _collect(item, one, (*path, index), wanted, found)
        case MappingOf(key=key, value=inner):
            for name, one in value.items():
                if wanted(key):
                    found.append(Found((*path, name), "key", key, name))
                _collect(inner, one, (*path, name), wanted, found)
        case OneOf():
            _collect(shape.get(value), value, path, wanted, found)


def _collect_fields(
    model: type[Value], value: Any, path: Path, wanted: Callable[[Leaf], bool], found: list[Found]
) -> None:
    for field, attribute, inner in _find_fields(model, wanted):
        inner_value = getattr(value, attribute)
        if not inner_value:
            continue
        if isinstance(inner, Leaf):  # most are, and only wanted ones are among the fields
            found.append(Found((*path, field), "value", inner, inner_value))
        else:
            _collect(inner, inner_value, (*path, field), wanted, found)


@functools.cache
def _find_fields(model: type[Value], wanted: Callable[[Leaf], bool]) -> tuple[tuple[str, str, Shape], ...]:
    """The fields of a model in which there can be anything wanted."""
    return tuple(
        (field, name, shape) for field, (name, shape) in get_shape(model).fields.items() if _can_hold(shape, wanted)
    )


def _can_hold(shape: Shape, wanted: Callable[[Leaf], bool]) -> bool:
    match shape:
        case Leaf():
            return wanted(shape)
        case ListOf(item=item):
            return _can_hold(item, wanted)
        case MappingOf(key=key, value=value):
            return wanted(key) or _can_hold(value, wanted)
        case OneOf(options=options):
            return any(_can_hold(option, wanted) for option in options.values())
        case ModelShape(fields=fields):
            return any(_can_hold(inner, wanted) for _, inner in fields.values())
