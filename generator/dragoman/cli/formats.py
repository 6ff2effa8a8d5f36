"""Findings for programs: as JSON, and as annotations on GitHub."""

from __future__ import annotations

import json
from pathlib import Path

from dragoman.diagnostics import Diagnostic, Diagnostics, Severity

_WORST_FIRST = (Severity.ERROR, Severity.WARNING, Severity.ADVICE)
_GITHUB_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "notice"}


def render_json(diagnostics: Diagnostics) -> str:
    """One array of objects, in order; paths are relative to the site's folder."""
    return json.dumps([_as_object(finding) for finding in diagnostics], ensure_ascii=False, indent=1)


def _as_object(finding: Diagnostic) -> dict[str, str | int]:
    location = finding.location
    return {
        "path": location.path,
        "line": location.line,
        "column": location.column,
        "end_line": location.end_line,
        "end_column": location.end_column,
        "rule": finding.rule,
        "severity": finding.severity.value,
        "message": finding.message,
        "hint": finding.hint,
    }


def render_github(diagnostics: Diagnostics, site: Path) -> str:
    """A line for each finding; the worst first, since GitHub shows ten of a kind. Paths begin at the current folder.

    https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions
    """
    ordered = (finding for severity in _WORST_FIRST for finding in diagnostics.with_severity(severity))
    return "".join(f"{_annotate(finding, site)}\n" for finding in ordered)


def _annotate(finding: Diagnostic, site: Path) -> str:
    location = finding.location
    place = {
        "file": (site / location.path).as_posix(),
        "line": location.line,
        "endLine": location.end_line,
        "col": location.column,
        "endColumn": location.end_column,
        "title": finding.rule,
    }
    properties = ",".join(f"{name}={_escape_property(str(value))}" for name, value in place.items())
    text = f"{finding.message}\n{finding.hint}" if finding.hint else finding.message
    return f"::{_GITHUB_LEVELS[finding.severity]} {properties}::{_escape(text)}"


def _escape(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escape_property(text: str) -> str:
    return _escape(text).replace(":", "%3A").replace(",", "%2C")
