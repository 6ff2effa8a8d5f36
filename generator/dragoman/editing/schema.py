"""The model as JSON Schema 2020-12, closed, so that editors complete fields and complain as one types.

Made from the shapes by which files are read. Knows less than ``dragoman check``: of dates and addresses only their
form, of an event's own sources nothing. It takes what readers of YAML 1.2 make of a plain 2023, true or 39.82.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeAlias, get_args

from dragoman.content.fields import Leaf, ListOf, MappingOf, ModelShape, OneOf, Shape
from dragoman.content.files import Kind
from dragoman.content.rules.registry import get_rules
from dragoman.content.validating import get_file_shape
from dragoman.editing.descriptions import get_description, get_words
from dragoman.editing.notations import ID, LANGUAGE, LONGEST_ID, PUBLICATION, find_bound, find_notation
from dragoman.editing.order import find_field_order
from dragoman.editing.vocabulary import Vocabulary
from dragoman.model.event import PLACED_TYPES, UNKNOWN_PLACE
from dragoman.model.publication import PublicationDate
from dragoman.model.text import Length
from dragoman.model.values import Code, LanguageTag, Reference, Url

Schema: TypeAlias = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"

#: What a model demands that its fields do not show.
_DEMANDS: Mapping[str, Schema] = {
    "Source": {"anyOf": [{"required": ["url"]}, {"required": ["ref"]}]},
    "Event": {
        "if": {"properties": {"type": {"enum": sorted(PLACED_TYPES)}}, "required": ["type"]},
        "then": {"required": ["place"]},
    },
}
#: A state's name and kind may be left out, and whether a file is one of a state only its name tells.
_OPTIONAL = {"Organisation": frozenset({"name", "kind"})}
_FEWEST = {("Site", "languages"): 2}


def make_schema(kind: Kind, vocabulary: Vocabulary, language: str) -> Schema:
    """The schema of a file of one kind, with descriptions in a language.

    With ids in the vocabulary, references are to existing records; without, to any id.
    """
    writer = _Writer(vocabulary, language)
    root = writer.write(get_file_shape(kind))
    return {"$schema": DIALECT, "title": kind.value, **root, "$defs": dict(sorted(writer.definitions.items()))}


class _Writer:
    """Writes the parts of one schema; a part that is used anywhere is defined once."""

    def __init__(self, vocabulary: Vocabulary, language: str) -> None:
        self.definitions: dict[str, Schema] = {}
        self._vocabulary = vocabulary
        self._language = language

    def write(self, shape: Shape) -> Schema:
        match shape:
            case Leaf():
                return self._write_leaf(shape)
            case ListOf(item=item, lone=lone):
                one = self.write(item)
                many: Schema = {"type": "array", "items": one}
                return {"anyOf": [one, {**many, "minItems": 1}]} if lone else many
            case MappingOf():
                return self._write_mapping(shape)
            case OneOf(options=options):
                return {"anyOf": [self.write(option) for option in options.values()]}
            case ModelShape():
                return self._define_model(shape)

    def _define_model(self, shape: ModelShape) -> Schema:
        name = shape.model.__name__
        if name not in self.definitions:
            self.definitions[name] = {}  # a model may hold itself
            self.definitions[name] = self._write_model(shape, name)
        return {"$ref": f"#/$defs/{name}"}

    def _write_model(self, shape: ModelShape, name: str) -> Schema:
        properties: dict[str, Schema] = {}
        for field in find_field_order(shape):
            written = self._write_field(shape, field, shape.fields[field][1])
            properties[field] = {"description": get_description(shape.model, field, self._language), **written}
        required = [field for field in properties if field in shape.required - _OPTIONAL.get(name, frozenset())]
        return {
            "type": "object",
            "properties": properties,
            **({"required": required} if required else {}),
            "additionalProperties": False,
            **_DEMANDS.get(name, {}),
        }

    def _write_field(self, owner: ModelShape, field: str, shape: Shape) -> Schema:
        name = owner.model.__name__
        if PublicationDate in get_args(owner.model.model_fields[owner.fields[field][0]].annotation):
            return {**PUBLICATION}
        written = self.write(shape)
        match shape:
            case ListOf(lone=False) if field in owner.required:
                return {**written, "minItems": _FEWEST.get((name, field), 1)}
            case MappingOf() if field in owner.required:
                return {**written, "minProperties": 1, "propertyNames": self._define_id()}
            case MappingOf(value=value) if field == "translations":
                return _close({language: self.write(value) for language in self._vocabulary.languages})
            case MappingOf() if field in {"native", "also", "wording"}:
                return {**written, "propertyNames": LANGUAGE}
            case MappingOf() if name == "Translation":
                # A digest of digits is a number to a reader of YAML.
                return {**written, "additionalProperties": {"type": ["string", "number"]}}
            case MappingOf(value=value) if field == "checks":
                rules = sorted(get_rules().values(), key=lambda rule: rule.name)
                return _close({rule.name: {"description": rule.sentence, **self.write(value)} for rule in rules})
            case _:
                return written

    def _write_mapping(self, shape: MappingOf) -> Schema:
        value = self.write(shape.value)
        if shape.key.choices:
            return _close(dict.fromkeys(shape.key.choices, value))
        reference: Reference | None = shape.key.find_note(Reference)
        names = {"propertyNames": self._define_reference(reference)} if reference else {}
        return {"type": "object", **names, "additionalProperties": value}

    def _write_leaf(self, leaf: Leaf) -> Schema:
        if leaf.is_localized:
            return self._write_localized(leaf)
        if leaf.choices:
            return {"enum": [*leaf.choices]}
        reference: Reference | None = leaf.find_note(Reference)
        if reference:
            one = self._define_reference(reference)
            return {"anyOf": [one, {"type": "string", "minLength": 1}]} if reference.or_plain else one
        if leaf.find_note(LanguageTag):
            return {**LANGUAGE}
        url: Url | None = leaf.find_note(Url)
        if url:
            return {"type": "string", "pattern": "^(https?://|mailto:)" if url.mail else "^https?://"}
        code: Code | None = leaf.find_note(Code)
        if code:
            return {"type": "string", "pattern": f"^(?:{code.pattern})$", "examples": [code.example]}
        notation = find_notation(leaf.type)
        if notation:
            return {**notation}
        bounds = {"minLength": find_bound(leaf.notes, "min_length"), "maxLength": find_bound(leaf.notes, "max_length")}
        limits = {"minimum": find_bound(leaf.notes, "ge"), "maximum": find_bound(leaf.notes, "le")}
        if leaf.type is float:
            return {"type": "number", **{word: limit for word, limit in limits.items() if limit is not None}}
        return {"type": "string", **{word: bound for word, bound in bounds.items() if bound is not None}}

    def _write_localized(self, leaf: Leaf) -> Schema:
        length: Length | None = leaf.find_note(Length)
        text: Schema = {"type": "string", "minLength": length.shortest if length else 1}
        if length:
            text["maxLength"] = length.longest
        default = self._vocabulary.languages[0]
        return {**_close(dict.fromkeys(self._vocabulary.languages, text)), "required": [default]}

    def _define_id(self) -> Schema:
        self.definitions["id"] = {"type": "string", "pattern": ID, "maxLength": LONGEST_ID}
        return {"$ref": "#/$defs/id"}

    def _define_reference(self, reference: Reference) -> Schema:
        ids = self._vocabulary.find_ids(reference.kind)
        if ids is None:
            return self._define_id()
        if reference.kind == "place":
            ids = (*ids, UNKNOWN_PLACE)
        self.definitions[f"{reference.kind}-id"] = {
            **({"enum": [*ids]} if ids else {"not": {}}),
            "errorMessage": get_words("Missing", reference.kind, self._language),  # else an editor lists all that exist
        }
        return {"$ref": f"#/$defs/{reference.kind}-id"}


def _close(properties: Mapping[str, Schema]) -> Schema:
    return {"type": "object", "properties": dict(properties), "additionalProperties": False}
