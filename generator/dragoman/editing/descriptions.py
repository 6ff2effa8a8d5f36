"""What each field means, in the languages the program speaks: the words beside this module, in descriptions.yaml."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from importlib.resources import files
from typing import Any

from dragoman.content.text import SourceText
from dragoman.content.yamltree import Document, parse
from dragoman.model.values import Value

#: The language that stands in for those that nobody has written the descriptions in.
FALLBACK = "en"
_FILE = "descriptions.yaml"


def get_description(model: type[Value], field: str, language: str) -> str:
    """What a field of a model means, in the language or, if that is unknown here, in English."""
    for owner in model.__mro__:
        texts = read_descriptions().get(owner.__name__, {}).get(field)
        if texts:
            return _choose(texts, language)
    raise KeyError(f"{model.__name__}.{field} has no description")


def get_words(chapter: str, name: str, language: str) -> str:
    """One of the texts that describe no field, in the language or, if that is unknown here, in English."""
    return _choose(read_descriptions()[chapter][name], language)


def _choose(texts: Mapping[str, str], language: str) -> str:
    return texts.get(language) or texts.get(language.partition("-")[0]) or texts[FALLBACK]


@functools.cache
def read_descriptions() -> Mapping[str, Mapping[str, Mapping[str, str]]]:
    """Model to field to language to sentence."""
    text = (files("dragoman.editing") / _FILE).read_text(encoding="utf-8")
    document = parse(SourceText(_FILE, text))
    assert isinstance(document, Document)  # noqa: S101 - it is a part of the program
    data: Any = document.data
    return dict(data)
