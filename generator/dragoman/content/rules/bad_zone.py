"""bad-zone: a time zone that does not exist, or none where a time needs one."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.content.files import Kind
from dragoman.content.rules.rule import Finding, Group, Rule, Scope, explain_in_the_models_words, named
from dragoman.content.settings import Settings
from dragoman.diagnostics import Severity
from dragoman.model.site import Site
from dragoman.model.times import is_zone, suggest_zone


def _check(site: Site, settings: Settings) -> Iterator[Finding]:  # noqa: ARG001 - a record's check
    if not is_zone(site.timezone):
        near = suggest_zone(site.timezone)
        hint = f"did you mean {near}?" if near else "write an IANA name, such as Europe/Berlin"
        yield Finding(path=("timezone",), message=f'there is no time zone "{site.timezone}"', hint=hint)


RULE = Rule(
    name="bad-zone",
    group=Group.DATES,
    severity=Severity.ERROR,
    scope=Scope.RECORD,
    sentence="A time zone is one of the IANA names, such as Asia/Baku.",
    claims=named("bad-zone"),
    explain=explain_in_the_models_words,
    kinds=frozenset({Kind.SITE}),
    check_record=_check,
)
