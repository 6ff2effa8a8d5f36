"""The page of all rules in the documentation, made from the rules: ``python -m dragoman.content.rules.page``."""

from __future__ import annotations

import sys
from itertools import groupby

from dragoman.content.rules.registry import get_rules
from dragoman.content.rules.rule import Rule, Scope

_BEGINNING = """\
# Rules

What `dragoman check` and every build look for. An **error** stops the build; a **warning** does not, unless
`--strict` is given; **advice** is for the report. `content/site.yaml` can change what is a warning (`checks`), never
what is an error: what an error finds would be wrong on the pages. A rule sees a file, a record, or the whole site.

This page is made from the rules by `make docs`; each has examples in `tests/rules/`.
"""
_SCOPES = {Scope.FILE: "a file", Scope.RECORD: "a record", Scope.SITE: "the site"}


def render_page() -> str:
    """The page as Markdown."""
    chapters = groupby(get_rules().values(), key=lambda rule: rule.group)
    return "\n".join([_BEGINNING, *(_render_chapter(group.value, list(rules)) for group, rules in chapters)])


def _render_chapter(title: str, rules: list[Rule]) -> str:
    rows = [f"| `{rule.name}` | {rule.severity.value} | {_SCOPES[rule.scope]} | {rule.sentence} |" for rule in rules]
    heading = f"## {title.capitalize()}\n\n| rule | severity | sees | what must hold |\n|---|---|---|---|"
    return "\n".join([heading, *rows, ""])


if __name__ == "__main__":
    sys.stdout.write(render_page())
