"""bad-language-tag: a word for a language that browsers and search engines do not know."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dragoman.content.fields import Found, Leaf
from dragoman.content.files import Kind
from dragoman.content.languages import find_meant_tag, is_language_tag
from dragoman.content.rules.rule import Finding, Group, Rule, Scope
from dragoman.content.settings import Settings
from dragoman.content.yamltree import Part, Path
from dragoman.diagnostics import Severity
from dragoman.model.values import LanguageTag

#: Fields whose keys are languages without being localised texts.
_BY_LANGUAGE = ("native", "also", "wording", "translations")


def _is_about_language(leaf: Leaf) -> bool:
    return leaf.is_localized or leaf.find_note(LanguageTag) is not None


def _check(record: Any, texts: tuple[Found, ...], settings: Settings) -> Iterator[Finding]:  # noqa: ARG001 - a check
    for path, part, tag in _iter_tags(record, texts):
        if not is_language_tag(tag):
            meant = find_meant_tag(tag)
            hint = f"write {meant}" if meant else "write its code: de for German, en for English, ka for Georgian …"
            yield Finding(path=path, part=part, message=f'"{tag}" is not the code of a language', hint=hint)


def _iter_tags(record: Any, texts: tuple[Found, ...]) -> Iterator[tuple[Path, Part, str]]:
    for found in texts:
        if found.leaf.is_localized:
            for language in found.value.languages:
                yield (*found.path, language), "key", language
        else:
            yield found.path, found.part, found.value
    for field in _BY_LANGUAGE:
        for language in getattr(record, field, ()):
            yield (field, language), "key", language


RULE = Rule(
    name="bad-language-tag",
    group=Group.LANGUAGES,
    severity=Severity.ERROR,
    scope=Scope.RECORD,
    sentence="A language is named by its code (BCP 47): de, en-GB, az, hy, ka, ru, fa.",
    kinds=frozenset(Kind),
    wants=_is_about_language,
    check_texts=_check,
)
