"""wrong-type: a list where a text belongs, a text where a mapping belongs, and the like."""

from __future__ import annotations

import re

from dragoman.content.examples import show_field, show_value
from dragoman.content.fields import Leaf, ListOf, MappingOf, ModelShape, OneOf, Shape
from dragoman.content.rules.rule import Finding, Group, Rule, Scope, ShapeError, explain_in_the_models_words
from dragoman.content.settings import Settings
from dragoman.diagnostics import Severity

_COMMA = re.compile(r"\s*[,;/]\s*")
_TYPES = frozenset({"string_type", "tuple_type", "dict_type", "mapping_type", "model_type", "model_attributes_type"})


def _claims(error: ShapeError) -> bool:
    if error.type == "literal_error":
        return error.part == "value" and not isinstance(error.value, str)
    return error.type in _TYPES or error.type == "wrong-type"


def _explain(error: ShapeError, settings: Settings) -> Finding:
    if error.type == "wrong-type":
        return explain_in_the_models_words(error, settings)
    if not error.path:
        return Finding(
            path=(),
            message=f"{_describe(error.value)} stands here, where fields with values are expected",
            hint="begin every line with a field’s name and a colon",
        )
    inside = isinstance(error.shape, Leaf) and error.shape.is_localized and error.type == "string_type"
    expected = "a text" if inside else _expect(error.shape)
    are = "are" if expected == "fields with values" else "is"
    return Finding(
        path=error.path,
        message=f"{expected} {are} expected here, not {_describe(error.value)}",
        hint=_advise(error, settings, inside=inside),
    )


def _advise(error: ShapeError, settings: Settings, *, inside: bool) -> str:
    name, value = error.path[-1] if isinstance(error.path[-1], str) else error.name, error.value
    if inside:
        return "write the text after the language and its colon, on the same line or indented below “>-”"
    if isinstance(error.shape, ListOf) and isinstance(value, str):
        if isinstance(error.shape.item, Leaf):
            return f"write {name}: [{_shorten(_COMMA.sub(', ', value))}]"
        return f"write {show_field(name, error.shape, settings.languages)}"
    if isinstance(error.shape, Leaf) and error.shape.is_localized and isinstance(value, str) and settings.languages:
        return f"write {show_field(name, error.shape, settings.languages)}, or each language on a line below it"
    if isinstance(error.path[-1], int) and isinstance(error.shape, OneOf | ModelShape) and isinstance(value, str):
        first, *others = _find_required(error.shape)
        more = "".join(f", {show_field(name, shape, settings.languages)}" for name, shape in others)
        return f"write - {{{first[0]}: {_shorten(value)}{more}}}"
    if isinstance(error.shape, Leaf) and isinstance(value, list) and len(value) == 1 and isinstance(value[0], str):
        return f"write {name}: {_shorten(value[0])}"
    if isinstance(error.path[-1], int):
        return f"write - {show_value(name, error.shape, settings.languages)}"
    return f"write {show_field(name, error.shape, settings.languages)}"


def _find_required(shape: OneOf | ModelShape) -> list[tuple[str, Shape]]:
    """The fields that must be there; a lone text was probably meant for the first."""
    model = next(iter(shape.options.values())) if isinstance(shape, OneOf) else shape
    fields = [(field, inner) for field, (_, inner) in model.fields.items()]
    return [one for one in fields if one[0] in model.required] or fields[:1]


def _expect(shape: Shape | None) -> str:
    match shape:
        case Leaf() as leaf:
            return "a text for each language" if leaf.is_localized else "a single text"
        case ListOf():
            return "a list"
        case MappingOf() | ModelShape() | OneOf():
            return "fields with values"
        case None:
            return "something else"


def _describe(value: object) -> str:
    match value:
        case dict():
            return "fields with values"
        case list():
            return "a list"
        case None:
            return "nothing"
        case _:
            return "a text"


def _shorten(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:39]}…"


RULE = Rule(
    name="wrong-type",
    group=Group.SHAPE,
    severity=Severity.ERROR,
    scope=Scope.RECORD,
    sentence="Where a text, a list or a group of fields is expected, there is one.",
    claims=_claims,
    explain=_explain,
)
