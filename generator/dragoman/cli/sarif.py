"""Findings as SARIF 2.1.0, the format of code scanning: each rule described once, fixes included.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from urllib.parse import quote

from dragoman import __version__
from dragoman.cli.report import make_harmless
from dragoman.content.rules.registry import get_rules
from dragoman.diagnostics import Diagnostic, Diagnostics, Severity

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "note"}
_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def render_sarif(diagnostics: Diagnostics, site: Path) -> str:
    """One run with all findings. Paths begin at the current folder, which uploads take for the repository's."""
    names = sorted({finding.rule for finding in diagnostics})
    numbers = {name: number for number, name in enumerate(names)}
    run = {
        "tool": {
            "driver": {
                "name": "dragoman",
                "semanticVersion": __version__,
                "rules": [_describe(name) for name in names],
            }
        },
        "columnKind": "unicodeCodePoints",
        "results": [_as_result(finding, numbers[finding.rule], site) for finding in diagnostics],
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=1) + "\n"


def _describe(name: str) -> dict[str, Any]:
    rule = get_rules()[name]
    return {
        "id": name,
        "shortDescription": {"text": rule.sentence},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _as_result(finding: Diagnostic, number: int, site: Path) -> dict[str, Any]:
    place = finding.location
    artifact = {"uri": quote(make_harmless((site / place.path).as_posix()))}
    region = {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
    }
    text = ". ".join(part for part in (finding.message, finding.hint) if part)
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": number,
        "level": _LEVELS[finding.severity],
        "message": {"text": make_harmless(text)},
        "locations": [{"physicalLocation": {"artifactLocation": artifact, "region": region}}],
    }
    if finding.fix is not None:
        replacements = [
            {
                "deletedRegion": {"charOffset": edit.start, "charLength": edit.end - edit.start},
                "insertedContent": {"text": edit.text},
            }
            for edit in finding.fix.edits
        ]
        result["fixes"] = [{"artifactChanges": [{"artifactLocation": artifact, "replacements": replacements}]}]
    return result
