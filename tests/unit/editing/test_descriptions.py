"""What is said of fields: of every one, in every language, and of none that there is not."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from dragoman.content.fields import ListOf, MappingOf, ModelShape, OneOf, Shape
from dragoman.content.files import Kind
from dragoman.content.validating import get_file_shape
from dragoman.editing.descriptions import get_description, get_words, read_descriptions

LANGUAGES = {"de", "en"}
#: Chapters that are about no model.
OTHERS = {"Missing", "Draft"}


def iter_models(shape: Shape, seen: set[str]) -> Iterator[ModelShape]:
    match shape:
        case ModelShape(model=model, fields=fields):
            if model.__name__ not in seen:
                seen.add(model.__name__)
                yield shape
                for _, inner in fields.values():
                    yield from iter_models(inner, seen)
        case ListOf(item=inner) | MappingOf(value=inner):
            yield from iter_models(inner, seen)
        case OneOf(options=options):
            for option in options.values():
                yield from iter_models(option, seen)
        case _:
            pass


def find_fields() -> set[tuple[str, str]]:
    """All fields that a contributor can write, under the model that describes them."""
    seen: set[str] = set()
    found: set[tuple[str, str]] = set()
    for kind in Kind:
        for shape in iter_models(get_file_shape(kind), seen):
            for field in shape.fields:
                owners = [owner.__name__ for owner in shape.model.__mro__]
                described = [owner for owner in owners if field in read_descriptions().get(owner, {})]
                assert described, f"{owners[0]}.{field} has no description"
                found.add((described[0], field))
    return found


def test_every_field_is_described_and_nothing_else_is() -> None:
    written = {
        (model, field) for model, fields in read_descriptions().items() for field in fields if model not in OTHERS
    }
    assert find_fields() == written


def test_every_text_is_there_in_every_language_and_ends_as_a_sentence() -> None:
    for model, fields in read_descriptions().items():
        for field, texts in fields.items():
            assert texts.keys() == LANGUAGES, (model, field)
            for text in texts.values():
                assert model == "Draft" or text.endswith("."), (model, field, text)


@pytest.mark.parametrize(("language", "start"), [("de", "Bis zu"), ("de-CH", "Bis zu"), ("en", "Up to"), ("ka", "Up")])
def test_a_language_that_is_unknown_gets_english(language: str, start: str) -> None:
    from dragoman.model.event import Event  # noqa: PLC0415

    assert get_description(Event, "title", language).startswith(start)
    assert get_words("Draft", "fill", language)
