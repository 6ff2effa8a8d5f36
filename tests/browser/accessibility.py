"""The accessibility audit: axe-core, run in an open page."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.browser.visitor import Visitor

# Also rules beyond the levels A and AA that axe calls best practices: landmarks, one h1, order of headings.
STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def audit(visitor: Visitor, axe: Path) -> list[str]:
    """The violations on the visitor's page, a line for each element, empty if there are none.

    The visitor's context must have been made with ``bypass_csp=True``: the page's own policy refuses a foreign script.
    """
    visitor.page.evaluate(axe.read_text(encoding="utf-8"))
    options = {"runOnly": {"type": "tag", "values": STANDARDS}, "resultTypes": ["violations"]}
    result: dict[str, Any] = visitor.page.evaluate("options => axe.run(document, options)", options)
    return [
        f"{violation['id']}: {violation['help']}: {' '.join(map(str, node['target']))}"
        for violation in result["violations"]
        for node in violation["nodes"]
    ]
