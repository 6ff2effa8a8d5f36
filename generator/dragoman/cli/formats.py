"""Findings for programs: as JSON, as annotations on GitHub, and as GitLab's reports of code quality.

Each takes the findings and the folder of the site, and returns the whole text. Whatever comes out of a file is made
harmless first, as it is for people: these texts are printed into logs.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from pathlib import Path

from dragoman.cli.report import make_harmless
from dragoman.diagnostics import Diagnostic, Diagnostics, Severity

_WORST_FIRST = (Severity.ERROR, Severity.WARNING, Severity.ADVICE)
_GITHUB_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "notice"}
_GITLAB_LEVELS = {Severity.ERROR: "critical", Severity.WARNING: "minor", Severity.ADVICE: "info"}
#: So many annotations of a kind GitHub shows of one step; with the last, the others are counted.
_SHOWN_ON_GITHUB = 10


def render_json(diagnostics: Diagnostics, site: Path) -> str:  # noqa: ARG001 - paths are relative to the site
    """One array of objects, in order; paths are relative to the site's folder."""
    return json.dumps([_as_object(finding) for finding in diagnostics], ensure_ascii=False, indent=1) + "\n"


def _as_object(finding: Diagnostic) -> dict[str, str | int]:
    location = finding.location
    return {
        "path": make_harmless(location.path),
        "line": location.line,
        "column": location.column,
        "end_line": location.end_line,
        "end_column": location.end_column,
        "rule": finding.rule,
        "severity": finding.severity.value,
        "message": make_harmless(finding.message),
        "hint": make_harmless(finding.hint),
    }


def render_github(diagnostics: Diagnostics, site: Path) -> str:
    """A line for each finding, the worst first. Paths begin at the current folder.

    GitHub shows ten of a kind for a step, so the tenth of many says how many there are.
    https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions
    """
    lines = []
    for severity in _WORST_FIRST:
        findings = diagnostics.with_severity(severity)
        for number, finding in enumerate(_spread(findings), start=1):
            rest = len(findings) - number
            more = f"and {rest} more; see the log" if number == _SHOWN_ON_GITHUB and rest else ""
            lines.append(f"{_annotate(finding, site, more)}\n")
    return "".join(lines)


def _spread(findings: tuple[Diagnostic, ...]) -> list[Diagnostic]:
    """The first finding of every rule, then the second of every rule …: ten of one kind tell less than ten kinds."""
    turns: Counter[str] = Counter()
    order = []
    for finding in findings:
        turns[finding.rule] += 1
        order.append((turns[finding.rule], finding))
    return [finding for _, finding in sorted(order, key=lambda pair: (pair[0], pair[1].sort_key))]


def _annotate(finding: Diagnostic, site: Path, more: str) -> str:
    location = finding.location
    place = {
        "file": _locate(finding, site),
        "line": location.line,
        "endLine": location.end_line,
        "col": location.column,
        "endColumn": location.end_column,
        "title": finding.rule,
    }
    properties = ",".join(f"{name}={_escape_property(str(value))}" for name, value in place.items())
    text = "\n".join(make_harmless(part) for part in (finding.message, finding.hint, more) if part)
    return f"::{_GITHUB_LEVELS[finding.severity]} {properties}::{_escape(text)}"


def _escape(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escape_property(text: str) -> str:
    return _escape(text).replace(":", "%3A").replace(",", "%2C")


def render_gitlab(diagnostics: Diagnostics, site: Path) -> str:
    """A report of code quality: one array; a finding keeps its fingerprint while lines move around it.

    https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
    """
    seen: Counter[str] = Counter()
    report = []
    for finding in diagnostics:
        path = _locate(finding, site)
        identity = f"{path}\0{finding.rule}\0{finding.message}\0{finding.source_line}"
        seen[identity] += 1
        digest = hashlib.sha256(f"{identity}\0{seen[identity]}".encode("utf-8", "surrogatepass")).hexdigest()
        lines = {"begin": finding.location.line, "end": finding.location.end_line}
        report.append(
            {
                "description": make_harmless(" – ".join(part for part in (finding.message, finding.hint) if part)),
                "check_name": finding.rule,
                "fingerprint": digest,
                "severity": _GITLAB_LEVELS[finding.severity],
                "location": {"path": path, "lines": lines},
            }
        )
    return json.dumps(report, ensure_ascii=False, indent=1) + "\n"


def _locate(finding: Diagnostic, site: Path) -> str:
    return make_harmless((site / finding.location.path).as_posix())
