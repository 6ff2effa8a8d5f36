"""How a field is written, in one line: what a hint shows. Knows the model's shapes and a few typical values."""

from __future__ import annotations

from collections.abc import Mapping

from dragoman.content.fields import Leaf, ListOf, MappingOf, ModelShape, OneOf, Shape
from dragoman.model.dates import EdtfDate
from dragoman.model.times import Duration, LocalTime, Moment
from dragoman.model.values import LanguageTag, Reference, Url

_BY_TYPE = {
    EdtfDate: "2023-09-26",
    Moment: "2023-09-26",
    LocalTime: '"10:30 Asia/Baku"',
    Duration: "PT90M",
    bool: "true",
    float: "39.82",
    int: "7",
}
_BY_REFERENCE = {
    "event": "2023-09-26-aliyev-blinken",
    "person": "antony-blinken",
    "organisation": "us-state",
    "place": "baku",
    "place-or-term": "baku",
    "topic": "ceasefire",
    "source": "us-state",
    "readout": "us-state",
}
_BY_NAME = {
    "id": "president",
    "wikidata": "Q30",
    "credit": "Name of the photographer",
    "file": "handshake.jpg",
    "licence": "CC-BY-4.0",
}
_NO_NAMES: Mapping[str, str] = {}


def show_field(name: str, shape: Shape | None, languages: tuple[str, ...]) -> str:
    """``title: {de: …, en: …}``, ``topics: [ceasefire]``, ``type: call``."""
    return f"{name}: {show_value(name, shape, languages)}"


def show_value(name: str, shape: Shape | None, languages: tuple[str, ...], names: Mapping[str, str] = _NO_NAMES) -> str:
    """An example of a value of this shape, on one line.

    ``names`` are ids to name in place of the typical ones, by the field or by the kind of what is referred to.
    """
    match shape:
        case Leaf():
            return _show_leaf(name, shape, languages, names)
        case ListOf(item=item):
            return f"[{show_value(name, item, languages, names)}]"
        case MappingOf(key=key, value=value):
            return f"{{{_show_leaf('', key, languages)}: {show_value(name, value, languages)}}}"
        case OneOf(options=options):
            return show_value(name, next(iter(options.values())), languages)
        case ModelShape(fields=fields, required=required):
            shown = [field for field in fields if field in required] or list(fields)[:1]
            inside = (show_field(field, fields[field][1], languages) for field in shown[:2])
            more = ", …" if len(shown) > 2 else ""
            return f"{{{', '.join(inside)}{more}}}"
        case None:
            return "…"


def _show_leaf(name: str, leaf: Leaf, languages: tuple[str, ...], names: Mapping[str, str] = _NO_NAMES) -> str:
    if leaf.is_localized:
        return "{" + ", ".join(f"{language}: …" for language in languages or ("en",)) + "}"
    if leaf.choices:
        return leaf.choices[0]
    reference = leaf.find_note(Reference)
    if reference:
        return names.get(name) or names.get(reference.kind) or _BY_REFERENCE[reference.kind]
    if leaf.find_note(Url):
        return "https://example.org/page"
    if leaf.find_note(LanguageTag):
        return (languages or ("en",))[0]
    return _BY_TYPE.get(leaf.type) or names.get(name) or _BY_NAME.get(name) or "…"
