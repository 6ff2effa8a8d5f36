"""Takes waived findings out, and finds waivers that are wrong, past their day, or no longer needed.

Works on the findings of all other rules, and so comes after them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dragoman.content.index import Index
from dragoman.content.rules.registry import get_rules
from dragoman.content.rules.rule import Finding, Rule
from dragoman.content.yamltree import Path
from dragoman.diagnostics import Diagnostic, Severity
from dragoman.model.event import Waiver


def apply_waivers(
    findings: Iterable[Diagnostic], index: Index
) -> tuple[list[Diagnostic], dict[str, list[tuple[Rule, Finding]]]]:
    """The findings that are left, and those about the waivers themselves by the path of their event."""
    waivers = {path: event.waive for path, event in index.iter_events() if event.waive}
    holding = {
        (path, waiver.rule) for path, own in waivers.items() for waiver in own if _find_fault(waiver, index) is None
    }
    left: list[Diagnostic] = []
    used: set[tuple[str, str]] = set()
    for finding in findings:
        key = (finding.location.path, finding.rule)
        if key in holding:
            used.add(key)
        else:
            left.append(finding)
    return left, {path: list(_judge(path, own, used, index)) for path, own in waivers.items()}


def _judge(
    path: str, waivers: tuple[Waiver, ...], used: set[tuple[str, str]], index: Index
) -> Iterator[tuple[Rule, Finding]]:
    seen: set[str] = set()
    for number, waiver in enumerate(waivers):
        place: Path = ("waive", number, "rule")
        fault = _find_fault(waiver, index)
        if fault:
            name, message, hint = fault
            at = ("waive", number, "until") if name == "expired-waiver" else place
            yield get_rules()[name], Finding(path=at, message=message, hint=hint)
        elif waiver.rule in get_rules() and ((path, waiver.rule) not in used or waiver.rule in seen):
            twice = waiver.rule in seen
            message = f'"{waiver.rule}" is waived twice' if twice else f'there is no "{waiver.rule}" here to waive'
            yield get_rules()["unneeded-waiver"], Finding(path=place, message=message, hint="remove this waiver")
        seen.add(waiver.rule)


def _find_fault(waiver: Waiver, index: Index) -> tuple[str, str, str] | None:
    """The rule that a waiver breaks, whatever the event has, with message and hint. Unknown rules are others'."""
    rule = get_rules().get(waiver.rule)
    if rule is not None and rule.severity is Severity.ERROR:
        message = f'"{waiver.rule}" is an error, which cannot be waived'
        return "waived-error", message, "remove this waiver, and mend what is wrong"
    if waiver.until is not None and waiver.until.upper is not None and waiver.until.upper < index.today:
        message = f'this waiver of "{waiver.rule}" was good until {waiver.until}'
        return "expired-waiver", message, "look at the warning again: mend it, or give the waiver another day"
    return None
