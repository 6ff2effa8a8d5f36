"""ambiguous-scalar: a text without quotation marks that other programs read as something else.

Found by ``content.yamltree`` while it parses; ``content.ambiguity`` knows what is meant.
"""

from __future__ import annotations

from dragoman.content.rules.rule import Group, Rule, Scope
from dragoman.diagnostics import Severity

RULE = Rule(
    name="ambiguous-scalar",
    group=Group.READING,
    severity=Severity.WARNING,
    scope=Scope.FILE,
    sentence=(
        "What other programs read as something else (`no`, `10:30`, `012`) is in quotation marks. `--fix` adds them."
    ),
)
