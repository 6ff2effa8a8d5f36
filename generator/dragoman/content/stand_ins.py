"""What takes the place of a faulty value, so that the rest of its record can be checked in the same run.

Knows the model's shapes, and one valid value for each. What is made here is never shown, let alone published.
"""

from __future__ import annotations

from typing import Any

from dragoman.content.fields import Leaf, ListOf, MappingOf, ModelShape, OneOf, Shape
from dragoman.model.dates import EdtfDate
from dragoman.model.text import Length
from dragoman.model.times import Duration, LocalTime, Moment
from dragoman.model.values import LanguageTag, Url

_BY_TYPE = {
    EdtfDate: "2000-01-01",
    Moment: "2000-01-01",
    LocalTime: "12:00 UTC",
    Duration: "PT1H",
    bool: "true",
    float: "1",
    int: "1",
}
_WORD = "x"


def make_stand_in(shape: Shape, language: str) -> Any:
    """Data that the model takes for this shape, as a file would say it; texts are in this language."""
    match shape:
        case Leaf():
            return _make_text(shape, language)
        case ListOf(item=item):
            return [make_stand_in(item, language)]
        case MappingOf(key=key, value=value):
            return {make_stand_in(key, language): make_stand_in(value, language)}
        case OneOf(options=options):
            return make_stand_in(next(iter(options.values())), language)
        case ModelShape(fields=fields, required=required):
            return {field: make_stand_in(fields[field][1], language) for field in sorted(required)}


def make_phrase(leaf: Leaf) -> str:
    """A text in one language, no shorter than it has to be."""
    length = leaf.find_note(Length)
    return _WORD * (length.shortest if length else 1)


def _make_text(leaf: Leaf, language: str) -> Any:
    if leaf.is_localized:
        return {language: make_phrase(leaf)}
    if leaf.choices:
        return leaf.choices[0]
    if leaf.find_note(Url):
        return "https://example.org/"
    if leaf.find_note(LanguageTag):
        return language
    return _BY_TYPE.get(leaf.type, _WORD)
