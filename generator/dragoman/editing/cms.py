"""The settings of a git-based content management system (Decap or Sveltia) that edits a site's records in a browser.

Both read the same file. Its forms can do less than our files: a field that they cannot show is left out of the form,
and what a file says there is kept.
https://decapcms.org/docs/configuration-options/ and https://sveltiacms.app/en/docs
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from dragoman.content.fields import Leaf, ListOf, MappingOf, ModelShape, OneOf, Shape
from dragoman.content.files import CONTENT, FOLDERS, Kind
from dragoman.content.validating import get_file_shape
from dragoman.editing.descriptions import get_description
from dragoman.editing.order import find_field_order
from dragoman.model.text import Markdown
from dragoman.model.values import Reference

Field = dict[str, Any]

#: Kinds of reference that lead to one kind of file only; an organisation may also be a state without a file.
_RELATIONS = {"event": Kind.EVENT, "person": Kind.PERSON, "topic": Kind.TOPIC}
#: Fields for people who know the files: written by commands, or of a form that no input form has.
_LEFT_OUT = frozenset({"translations", "waive", "according_to", "disputed", "calls", "native", "also", "former_ids"})
#: A form has no mapping with keys of one's own, so it offers this many sources, with these keys.
_HANDLES = tuple(f"source-{number}" for number in range(1, 6))


@dataclass(frozen=True, slots=True, kw_only=True)
class Backend:
    """Where the files are: ``name`` is github or gitlab, ``repository`` its owner and name, or group and project."""

    name: str
    repository: str
    branch: str


def make_config(languages: tuple[str, ...], backend: Backend, url: str) -> Mapping[str, Any]:
    """The settings, as data. ``languages`` are the site's, ``url`` its address."""
    backend_settings: Field = {"name": backend.name, "repo": backend.repository, "branch": backend.branch}
    if backend.name == "github":
        backend_settings["open_authoring"] = True  # a stranger's change becomes a pull request
    return {
        "backend": backend_settings,
        "publish_mode": "editorial_workflow",
        "site_url": url,
        "media_folder": f"{CONTENT}/media",
        "public_folder": "",
        "slug": {"encoding": "ascii", "clean_accents": True},
        "collections": [_make_collection(folder, kind, languages) for folder, kind in FOLDERS.items()],
    }


def _make_collection(folder: str, kind: Kind, languages: tuple[str, ...]) -> Field:
    shape = get_file_shape(kind)
    assert isinstance(shape, ModelShape)  # noqa: S101 - only coverage is a list
    name = f"{'title' if kind is Kind.EVENT else 'name'}.{languages[0]}"
    collection: Field = {
        "name": folder,
        "label": folder.capitalize(),
        "label_singular": kind.value.capitalize(),
        "folder": f"{CONTENT}/{folder}",
        "create": True,
        "extension": "yaml",
        "format": "yaml",
        "identifier_field": name,
        "summary": f"{{{{{name}}}}}",
    }
    if kind is Kind.EVENT:
        slug = f"{{{{fields.date}}}}-{{{{fields.{name}}}}}"
        collection |= {"slug": slug, "path": "{{fields.date | truncate(4, '')}}/{{slug}}"}
        collection["summary"] = f"{{{{date}}}} {{{{{name}}}}}"
        # Where a collection has a path, its pictures would come to lie beside the entry.
        collection |= {"media_folder": f"/{CONTENT}/media", "public_folder": ""}
    return {**collection, "fields": list(_make_fields(shape, languages))}


def _make_fields(shape: ModelShape, languages: tuple[str, ...]) -> Iterator[Field]:
    for name in find_field_order(shape):
        if name in _LEFT_OUT:
            continue
        widget = _make_widget(shape.fields[name][1], languages)
        if widget is not None:
            hint = get_description(shape.model, name, languages[0])
            yield _relax({"name": name, "label": name, "required": name in shape.required, "hint": hint, **widget})


def _relax(field: Field) -> Field:
    """The field; nothing is required inside of an object that may be left out, or the systems would ask for it."""
    if field["widget"] != "object" or field["required"]:
        return field
    return {**field, "fields": [_relax({**inner, "required": False}) for inner in field["fields"]]}


def _make_widget(shape: Shape, languages: tuple[str, ...]) -> Field | None:
    """What a field is edited with; None where no form can show it."""
    match shape:
        case Leaf():
            return _make_input(shape, languages)
        case ListOf(item=Leaf() as leaf, lone=lone):
            return _make_list(leaf, languages, lone=lone)
        case ListOf(item=ModelShape() as item):
            return {"widget": "list", "fields": list(_make_fields(item, languages))}
        case ListOf(item=OneOf(options=options)):
            return {"widget": "list", "fields": _merge(options, languages)}
        case ModelShape():
            return {"widget": "object", "collapsed": True, "fields": list(_make_fields(shape, languages))}
        case MappingOf(value=ModelShape() as value):
            inner = list(_make_fields(value, languages))
            return {"widget": "object", "fields": [_make_handle(handle, inner) for handle in _HANDLES]}
        case _:
            return None


def _make_handle(handle: str, fields: list[Field]) -> Field:
    """A source; none is required, since a file may have handles of its own, which no form shows."""
    field: Field = {"name": handle, "label": handle, "widget": "object", "required": False}
    return _relax({**field, "collapsed": handle != _HANDLES[0], "fields": fields})


def _merge(options: Mapping[str, ModelShape], languages: tuple[str, ...]) -> list[Field]:
    """The fields of all options; required is what every option requires, since a form cannot choose between them."""
    merged: dict[str, Field] = {}
    for shape in options.values():
        for field in _make_fields(shape, languages):
            merged.setdefault(field["name"], field)
    for name, field in merged.items():
        field["required"] = all(name in shape.required for shape in options.values())
    return [_relax(field) for field in merged.values()]


def _make_list(leaf: Leaf, languages: tuple[str, ...], *, lone: bool) -> Field:
    reference = leaf.find_note(Reference)
    if reference and reference.kind in _RELATIONS:
        return {**_make_relation(_RELATIONS[reference.kind], languages), "multiple": True}
    if leaf.choices:
        return {"widget": "select", "multiple": True, "options": list(leaf.choices)}
    if lone:  # most files name one, and a list of these systems breaks where it finds a single text
        return {"widget": "string"}
    return {"widget": "list", "field": {"name": "item", "label": "item", "widget": "string"}}


def _make_input(leaf: Leaf, languages: tuple[str, ...]) -> Field:
    reference = leaf.find_note(Reference)
    if leaf.is_localized:
        texts = "markdown" if issubclass(leaf.type, Markdown) else "string"
        fields: list[Field] = []
        for number, tag in enumerate(languages):
            field: Field = {"name": tag, "label": tag, "widget": texts, "required": number == 0}
            fields.append({**field, "modes": ["raw"]} if texts == "markdown" else field)
        return {"widget": "object", "fields": fields}
    if reference and reference.kind in _RELATIONS and not reference.or_plain:
        return _make_relation(_RELATIONS[reference.kind], languages)
    if leaf.choices:
        return {"widget": "select", "options": list(leaf.choices)}
    if leaf.type is bool:
        return {"widget": "boolean", "default": False}
    if leaf.type in {int, float}:
        return {"widget": "number", "value_type": leaf.type.__name__}
    return {"widget": "string"}


def _make_relation(kind: Kind, languages: tuple[str, ...]) -> Field:
    folder = next(folder for folder, one in FOLDERS.items() if one is kind)
    name = f"{'title' if kind is Kind.EVENT else 'name'}.{languages[0]}"
    return {
        "widget": "relation",
        "collection": folder,
        "value_field": "{{slug}}",
        "search_fields": [name],
        "display_fields": [name],
    }
