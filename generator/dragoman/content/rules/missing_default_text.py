"""missing-default-text: a text that is not there in the language that all others fall back into."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dragoman.content.fields import Found
from dragoman.content.files import Kind
from dragoman.content.languages import find_meant_tag
from dragoman.content.rules.rule import Finding, Group, Rule, Scope
from dragoman.content.settings import Settings
from dragoman.diagnostics import Severity


def _check(record: Any, texts: tuple[Found, ...], settings: Settings) -> Iterator[Finding]:  # noqa: ARG001 - a check
    if not settings.languages:
        return
    default = settings.languages[0]
    for found in texts:
        languages = found.value.languages
        # One that is misnamed (“DE”, “deutsch”) is told as such.
        if default not in languages and default not in map(find_meant_tag, languages):
            written = ", ".join(found.value.languages)
            itself = ".".join(step for step in (*found.path, default) if isinstance(step, str))
            yield Finding(
                path=found.path,
                part="key",
                message=f'text is missing in "{default}", the site’s first language; it is there only in {written}',
                hint=f"add {default}: with the text; other languages may follow later, but not this one",
                rests_on=(itself,),  # a language that stands there without a text is told as such
            )


RULE = Rule(
    name="missing-default-text",
    group=Group.LANGUAGES,
    severity=Severity.ERROR,
    scope=Scope.RECORD,
    sentence="Every text is there in the site’s first language, into which the others fall back.",
    kinds=frozenset(Kind),
    check_texts=_check,
)
