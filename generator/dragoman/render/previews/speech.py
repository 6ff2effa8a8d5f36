"""The words that pictures need, from the theme: they stand in its templates, with those of all pages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dragoman.i18n.messages import Messages
from dragoman.render.environment import Additions, CompiledTemplates, Templates
from dragoman.render.theme import ThemePaths

_TEMPLATE = "words.html"


@dataclass(frozen=True, slots=True, kw_only=True)
class Speech:
    """One language: what the theme calls the model's kinds of contact and what became of them, and all other words."""

    language: str
    words: Messages
    event_types: Mapping[str, str]
    statuses: Mapping[str, str]


def read_speeches(theme: ThemePaths, words: Mapping[str, Messages], additions: Additions) -> Iterator[Speech]:
    """One for each language. Raises DragomanError for a faulty template."""
    compiled = CompiledTemplates()
    for language, messages in words.items():
        sets = Templates(theme, messages, filters={}, additions=additions, compiled=compiled).read_sets(_TEMPLATE)
        yield Speech(language=language, words=messages, event_types=sets["event_types"], statuses=sets["statuses"])
