"""missing-alt: a picture without a description for those who cannot see it."""

from __future__ import annotations

from dragoman.content.examples import show_field
from dragoman.content.rules.rule import Finding, Group, Rule, Scope, ShapeError
from dragoman.content.settings import Settings
from dragoman.diagnostics import Severity


def _claims(error: ShapeError) -> bool:
    return (
        error.type == "missing"
        and error.owner is not None
        and error.owner.model.__name__ == "Medium"
        and error.path[-1] == "alt"
    )


def _explain(error: ShapeError, settings: Settings) -> Finding:
    hint = f"write {show_field('alt', error.shape, settings.languages)}"
    return Finding(
        path=error.path[:-1],
        message='a picture needs "alt", a description for those who cannot see it',
        hint=hint,
        start=True,
    )


RULE = Rule(
    name="missing-alt",
    group=Group.MEDIA,
    severity=Severity.ERROR,
    scope=Scope.RECORD,
    sentence="Every picture has a description for those who cannot see it.",
    claims=_claims,
    explain=_explain,
)
