"""missing-file: a picture or document that is not in content/media."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.content.index import Index
from dragoman.content.near import find_near
from dragoman.content.rules.rule import Finding, Group, Rule, Scope
from dragoman.diagnostics import Severity


def _check(index: Index) -> Iterator[tuple[str, Finding]]:
    for path, event in index.iter_events():
        for number, medium in enumerate(event.media):
            if medium.file not in index.media:
                near = find_near(medium.file.removeprefix("media/"), sorted(index.media), {})
                hint = f'did you mean "{near}"?' if near else "put the file there, or correct the name"
                message = f'there is no file "{medium.file}" in content/media'
                yield path, Finding(path=("media", number, "file"), message=message, hint=hint)


RULE = Rule(
    name="missing-file",
    group=Group.MEDIA,
    severity=Severity.ERROR,
    scope=Scope.SITE,
    sentence="A picture or document that a record names is in content/media.",
    check_site=_check,
)
