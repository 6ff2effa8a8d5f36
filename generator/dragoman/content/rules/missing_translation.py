"""missing-translation: texts that are not there in every language of the site. One finding a record and language."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dragoman.content.fields import Found
from dragoman.content.files import Kind
from dragoman.content.rules.rule import Finding, Group, Rule, Scope
from dragoman.content.settings import Settings
from dragoman.diagnostics import Severity

_NAMED = 4


def _check(record: Any, texts: tuple[Found, ...], settings: Settings) -> Iterator[Finding]:  # noqa: ARG001 - a check
    for language in settings.languages[1:]:
        missing = [found for found in texts if _lacks(found, language, settings)]
        if missing:
            names = [_name(found) for found in missing]
            named = ", ".join(names[:_NAMED]) + (" …" if len(names) > _NAMED else "")
            count = f" ({len(names)} texts)" if len(names) > 1 else ""
            yield Finding(
                path=missing[0].path,
                part="key",
                message=f'text is missing in "{language}": {named}{count}',
                hint=f"add {language}: with the translation; until then readers see the text in another language",
            )


def _lacks(found: Found, language: str, settings: Settings) -> bool:
    """Whether a text is missing, and not just under a wrong tag, which others report."""
    written = found.value.languages
    return language not in written and all(tag in settings.languages for tag in written)


def _name(found: Found) -> str:
    """The way to a text as an editor says it: ``readouts 1 points 2 text``, counted from 1."""
    return " ".join(str(step + 1) if isinstance(step, int) else step for step in found.path)


RULE = Rule(
    name="missing-translation",
    group=Group.LANGUAGES,
    severity=Severity.WARNING,
    scope=Scope.RECORD,
    sentence="Every text is there in every language of the site.",
    kinds=frozenset(Kind),
    check_texts=_check,
)
