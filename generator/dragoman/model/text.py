"""Texts in several languages. Knows that languages exist, not which ones a site has."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Self

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

from dragoman.model.lines import join_lines

#: The longest text of any kind, in characters.
LONGEST_TEXT = 10_000


@dataclass(frozen=True, slots=True)
class Phrase:
    """A text together with the language it is in (a BCP 47 tag), so that it can be marked up as such."""

    text: str
    lang: str


@dataclass(frozen=True, slots=True)
class Localized:
    """One plain text in one or more languages; ``texts`` pairs BCP 47 tags with texts, as written."""

    texts: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, texts: Mapping[str, str]) -> Self:
        """Make the value from a mapping of language to text."""
        return cls(tuple(texts.items()))

    @classmethod
    def in_one_line(cls, texts: Mapping[str, str]) -> Self:
        """The same, where a text may have been written on several lines, and is one."""
        return cls(tuple([(language, join_lines(text)) for language, text in texts.items()]))

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages this text exists in, as written."""
        return tuple([language for language, _ in self.texts])  # a list is made faster than a generator runs

    def find(self, language: str) -> str | None:
        """The text in exactly this language, or None."""
        # A loop, and no generator: this is asked some fifty times a page.
        for tag, text in self.texts:
            if tag == language:
                return text
        return None

    def resolve(self, languages: Iterable[str]) -> Phrase:
        """The text in the first of the languages that has one; else the first that was written.

        ``languages`` is the order of preference: the page's own language, then the site's default.
        """
        for language in languages:
            text = self.find(language)
            if text is not None:
                return Phrase(text, language)
        language, text = self.texts[0]
        return Phrase(text, language)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return localized_schema(cls, longest=LONGEST_TEXT)


class InlineMarkdown(Localized):
    """A localised text in which emphasis and links are marked up (inline Markdown)."""

    __slots__ = ()


class Markdown(Localized):
    """A localised text in the safe subset of Markdown: paragraphs, emphasis, links, lists, quotes."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Length:
    """An annotation on a localised field: how many characters its text may have in each language."""

    longest: int
    shortest: int = 1

    def __get_pydantic_core_schema__(self, source: type[Localized], handler: GetCoreSchemaHandler) -> CoreSchema:
        return localized_schema(source, longest=self.longest, shortest=self.shortest)


def localized_schema(kind: type[Localized], *, longest: int, shortest: int = 1) -> CoreSchema:
    """The validation of ``{language: text}``: at least one language, every text within its length."""
    texts = core_schema.dict_schema(
        keys_schema=core_schema.str_schema(),
        values_schema=core_schema.str_schema(min_length=shortest, max_length=longest),
        min_length=1,
    )
    return core_schema.no_info_after_validator_function(
        kind.of if issubclass(kind, Markdown) else kind.in_one_line, texts
    )
