"""open-term: an office that somebody has been said to hold for years, without anybody having looked since."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.content.files import Kind
from dragoman.content.index import Index
from dragoman.content.rules.rule import Finding, Group, Rule, Scope
from dragoman.diagnostics import Severity

_DAYS = 6 * 365


def _check(index: Index) -> Iterator[tuple[str, Finding]]:
    for person in index.people.values():
        for number, office in enumerate(person.offices):
            begun = office.from_.upper if office.from_ else None
            if office.to is None and begun is not None and (index.today - begun).days > _DAYS:
                finding = Finding(
                    path=("offices", number, "from"),
                    message=f"this term began in {begun.year} and has no end",
                    hint=f"write to: with its end; if it goes on, with the day you checked: to: {index.today}/..",
                )
                yield index.get_path(Kind.PERSON, person.id), finding


RULE = Rule(
    name="open-term",
    group=Group.OFFICES,
    severity=Severity.WARNING,
    scope=Scope.SITE,
    sentence="A term of office that began over six years ago says until when, or when it was last seen to go on.",
    check_site=_check,
)
