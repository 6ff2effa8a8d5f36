"""too-long: a text over the longest that its field may have."""

from __future__ import annotations

from dragoman.content.rules.rule import Finding, Group, Rule, Scope, ShapeError
from dragoman.content.settings import Settings
from dragoman.diagnostics import Severity


def _explain(error: ShapeError, settings: Settings) -> Finding:  # noqa: ARG001 - an Explain
    most, length = error.context["max_length"], len(error.value)
    return Finding(
        path=error.path,
        message=f'this "{error.name}" is too long: {length} characters, where {most} are allowed',
        hint=f"shorten it by {length - most} or more",
    )


RULE = Rule(
    name="too-long",
    group=Group.SHAPE,
    severity=Severity.ERROR,
    scope=Scope.RECORD,
    sentence="A text is no longer than its field may be: a title 110 characters, a point 200, a summary 900 …",
    claims=lambda error: error.type in {"string_too_long", "too_long"},
    explain=_explain,
)
