"""Says in findings, each at its place in a file, what became of the addresses. Asks nobody."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from dragoman.content.files import SourceFile
from dragoman.content.text import SourceText, decode
from dragoman.content.yamltree import Positions, find_positions
from dragoman.diagnostics import Diagnostic, Location, Severity
from dragoman.linkcheck.addresses import Use
from dragoman.linkcheck.exceptions import Excepted
from dragoman.linkcheck.outcome import Outcome, Status
from dragoman.linkcheck.proposing import Proposal


class _Wording(NamedTuple):
    rule: str
    severity: Severity
    message: str
    hint: str


_WORDINGS = {
    Status.DEAD: _Wording(
        "dead-link",
        Severity.ERROR,
        "this address leads nowhere: {detail}",
        "look for its new address, or add archived:",
    ),
    Status.MOVED: _Wording("moved-link", Severity.WARNING, "this page has moved for good", "write {target}"),
    Status.CHANGED: _Wording(
        "changed-page",
        Severity.WARNING,
        "something else stands here: {detail}",
        "read it again; if all is well: dragoman links --accept",
    ),
    Status.REFUSED: _Wording(
        "refused-link", Severity.ADVICE, "this site does not answer programs: {detail}", "open it in a browser"
    ),
    Status.UNREACHABLE: _Wording(
        "unreachable-link", Severity.WARNING, "this address could not be reached: {detail}", "the next run tries again"
    ),
}


def find_findings(
    outcomes: Mapping[str, Outcome], uses: Mapping[str, tuple[Use, ...]], files: Mapping[str, SourceFile]
) -> Iterator[Diagnostic]:
    """A finding for every use of every address with which all is not well. ``files`` are the site's, by path."""
    by_file: dict[str, list[tuple[Use, Outcome]]] = {}
    for url, outcome in outcomes.items():
        if outcome.status is not Status.OK:
            for use in uses.get(url, ()):
                by_file.setdefault(use.file, []).append((use, outcome))
    for file, found in by_file.items():
        text = decode(files[file])
        if isinstance(text, SourceText):
            positions = find_positions(text)
            for use, outcome in found:
                yield _describe(text, positions, use, outcome)


def _describe(text: SourceText, positions: Positions, use: Use, outcome: Outcome) -> Diagnostic:
    wording = _WORDINGS[outcome.status]
    severity, hint = wording.severity, wording.hint.format(target=outcome.target)
    if outcome.status is Status.DEAD:
        if use.is_copy:
            hint = "look for another copy, or remove archived:"
        elif use.is_archived:
            severity, hint = Severity.ADVICE, "the archived copy stands in for it"
        elif use.path[0] != "sources":
            hint = "look for its new address, or remove it"
    message = wording.message.format(detail=outcome.detail)
    return text.diagnose(positions.locate(use.path), wording.rule, message, hint, severity)


def complain(name: str, unneeded: tuple[Excepted, ...]) -> Iterator[Diagnostic]:
    """A finding for every exception that is no longer needed; ``name`` is the list's path."""
    for one in unneeded:
        start = len(one.text) - len(one.text.lstrip())
        yield Diagnostic(
            location=Location(
                path=name,
                line=one.line,
                column=start + 1,
                end_line=one.line,
                end_column=start + 1 + len(one.text.split()[0]),
            ),
            rule="unneeded-exception",
            severity=Severity.ERROR,
            message=f"nothing here is {one.status.value} any more",
            hint="remove the line",
            source_line=one.text,
        )


def propose(proposals: Iterable[Proposal], files: Mapping[str, SourceFile]) -> Iterator[Diagnostic]:
    """Advice for every source without an archived copy: the copy there is, or why there is none."""
    by_file: dict[str, list[Proposal]] = {}
    for proposal in proposals:
        by_file.setdefault(proposal.file, []).append(proposal)
    for file, found in by_file.items():
        text = decode(files[file])
        if isinstance(text, SourceText):
            positions = find_positions(text)
            for proposal in found:
                location = positions.locate(("sources", proposal.handle, "url"))
                if proposal.copy:
                    message, hint = "there is an archived copy of this page", f"add archived: {proposal.copy}"
                else:
                    message, hint = f"no archived copy: {proposal.why}", "make one: dragoman links --archive --save"
                yield text.diagnose(location, "archived-copy", message, hint, Severity.ADVICE)
