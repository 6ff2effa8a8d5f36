"""too-short: a text under the shortest that its field may have."""

from __future__ import annotations

from dragoman.content.rules.rule import Finding, Group, Rule, Scope, ShapeError
from dragoman.content.settings import Settings
from dragoman.diagnostics import Severity


def _explain(error: ShapeError, settings: Settings) -> Finding:  # noqa: ARG001 - an Explain
    least, length = error.context["min_length"], len(error.value)
    return Finding(
        path=error.path,
        message=f'this "{error.name}" is too short: {length} characters, where {least} are needed',
        hint=f"say a little more; {least - length} characters are missing",
    )


RULE = Rule(
    name="too-short",
    group=Group.SHAPE,
    severity=Severity.ERROR,
    scope=Scope.RECORD,
    sentence="A summary has at least 40 characters.",
    claims=lambda error: error.type == "string_too_short" and error.context.get("min_length", 1) > 1,
    explain=_explain,
)
