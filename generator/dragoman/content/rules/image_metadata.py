"""image-metadata: a photo that says where it was taken, to the metre."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.content.index import Index
from dragoman.content.rules.rule import Finding, Group, Rule, Scope
from dragoman.diagnostics import Severity


def _check(index: Index) -> Iterator[tuple[str, Finding]]:
    left = set(index.located_media)
    for path, event in index.iter_events():
        for number, medium in enumerate(event.media):
            if medium.file in index.located_media:
                left.discard(medium.file)
                yield path, _find(("media", number, "file"), medium.file)
    for name in sorted(left):
        yield f"content/media/{name}", _find((), name)


def _find(path: tuple[str | int, ...], name: str) -> Finding:
    return Finding(
        path=path,
        message="this picture gives away where it was taken: the place is stored in the file",
        hint=f"save it without the place in your picture program, or with: exiftool -gps:all= -xmp:gps*= {name}",
    )


RULE = Rule(
    name="image-metadata",
    group=Group.MEDIA,
    severity=Severity.WARNING,
    scope=Scope.SITE,
    sentence="A picture (JPEG, PNG, WebP) does not give the position at which it was taken.",
    check_site=_check,
)
