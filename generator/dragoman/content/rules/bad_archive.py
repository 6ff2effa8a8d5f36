"""bad-archive: an archived copy that is none, or that is a copy of another page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote

from dragoman.content.files import Kind
from dragoman.content.rules.rule import Finding, Group, Rule, Scope
from dragoman.content.settings import Settings
from dragoman.content.web_addresses import simplify
from dragoman.diagnostics import Severity
from dragoman.model.event import Event

#: Archives whose addresses do not contain that of the page.
_SHORT = re.compile(r"(www\.)?(archive\.(today|ph|is|md|li|vn|fo)|perma\.cc|ghostarchive\.org|webcitation\.org)")
_INSIDE = re.compile(r"https?:/{1,2}\S+")


def _check(event: Event, settings: Settings) -> Iterator[Finding]:  # noqa: ARG001 - a record's check
    for handle, source in event.sources.items():
        if source.archived is None or not re.match(r"https?://\S+$", source.url or "https://none"):
            continue  # nothing to compare, or an address that bad-url reports
        path = ("sources", handle, "archived")
        if source.url is None:
            message = "there is an archived copy, but no address that it is a copy of"
            yield Finding(path=path, message=message, hint="add url: with the page’s own address")
            continue
        inside = _find_copied(source.archived)
        if inside is None and not _SHORT.fullmatch(simplify(source.archived)[0]):
            yield Finding(
                path=path,
                message="this is not the address of an archived copy",
                hint=f"an archive’s address contains the page’s: https://web.archive.org/web/20230927000000/{source.url}",
            )
        elif inside is not None and simplify(source.url)[0] and simplify(inside) != simplify(source.url):
            yield Finding(
                path=path, message=f"this is a copy of another page, {inside}", hint=f"look for a copy of {source.url}"
            )


def _find_copied(archived: str) -> str | None:
    """The address inside an archive's address (Wayback Machine, national archives, archive.today's long form)."""
    found = _INSIDE.search(unquote(archived.partition("://")[2]))
    return found.group() if found else None


RULE = Rule(
    name="bad-archive",
    group=Group.SOURCES,
    severity=Severity.ERROR,
    scope=Scope.RECORD,
    sentence="An archived copy is at an archive, and is a copy of the very page that the source names.",
    kinds=frozenset({Kind.EVENT}),
    check_record=_check,
)
