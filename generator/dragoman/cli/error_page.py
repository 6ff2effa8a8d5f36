"""The page that `dragoman serve` shows in place of all others while a site cannot be built."""

from __future__ import annotations

import html
from collections.abc import Iterable
from itertools import groupby

from dragoman.cli.report import make_harmless
from dragoman.diagnostics import Diagnostic, Diagnostics, Severity

#: The page's own style sheet, which the server provides.
STYLE = "/-/dragoman/errors.css"


def render_findings(diagnostics: Diagnostics) -> str:
    """A page of all findings but advice, file by file, each with its place, words and excerpt."""
    shown = [finding for finding in diagnostics if finding.severity is not Severity.ADVICE]
    count = len([finding for finding in shown if finding.severity is Severity.ERROR])
    title = "One error in the content" if count == 1 else f"{count} errors in the content"
    files = groupby(shown, key=lambda finding: finding.location.path)
    return _render(title, "".join(_render_file(path, findings) for path, findings in files))


def render_failure(message: str, hint: str = "") -> str:
    """A page that says why the site could not be built for a reason other than its content."""
    body = f"<pre>{_show(message)}</pre>"
    if hint:
        body += f'<p class="hint">{_show(hint)}</p>'
    return _render("The site could not be built", body)


def _render(title: str, body: str) -> str:
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width">\n'
        f"<title>{_show(title)}</title>\n"
        f'<link rel="stylesheet" href="{STYLE}">\n</head>\n<body>\n'
        f"<header><h1>{_show(title)}</h1>\n"
        "<p>The published site is as it was. This page gives way to it as soon as the files are mended.</p></header>\n"
        f"<main>{body}</main>\n</body>\n</html>\n"
    )


def _render_file(path: str, findings: Iterable[Diagnostic]) -> str:
    items = "".join(_render_finding(finding) for finding in findings)
    return f'<section><h2 dir="ltr">{_show(path)}</h2>\n<ol>{items}</ol></section>\n'


def _render_finding(finding: Diagnostic) -> str:
    location = finding.location
    place = _show(f"{location.path}:{location.line}:{location.column}")
    severity = finding.severity.value
    hint = f'<p class="hint">{_show(finding.hint)}</p>' if finding.hint else ""
    return (
        f'<li class="{severity}"><p class="place">{place}</p>\n'
        f'<p><span class="severity">{severity}:</span> {_show(finding.message)} '
        f'<span class="rule">[{_show(finding.rule)}]</span></p>\n{hint}{_render_excerpt(finding)}</li>\n'
    )


def _render_excerpt(finding: Diagnostic) -> str:
    """The line with the stretch marked that the finding is about."""
    line, location = finding.source_line, finding.location
    if not line.strip():
        return ""
    start = location.column - 1
    end = location.end_column - 1 if location.end_line == location.line else len(line)
    before, marked, after = line[:start], line[start : max(end, start + 1)], line[max(end, start + 1) :]
    text = f"{_show(before)}<mark>{_show(marked)}</mark>{_show(after)}"
    return f'<pre dir="auto">{location.line:5} | {text}</pre>'


def _show(text: str) -> str:
    """A text from a file as text of the page; characters that would disguise it are written out."""
    return html.escape(make_harmless(text))
