"""missing-credit: a picture without the name of who made it."""

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
        and error.path[-1] == "credit"
    )


def _explain(error: ShapeError, settings: Settings) -> Finding:
    hint = f"write {show_field('credit', error.shape, settings.languages)}"
    return Finding(
        path=error.path[:-1], message='a picture needs "credit", the name of who made it', hint=hint, start=True
    )


RULE = Rule(
    name="missing-credit",
    group=Group.MEDIA,
    severity=Severity.ERROR,
    scope=Scope.RECORD,
    sentence="Every picture says who made it.",
    claims=_claims,
    explain=_explain,
)
