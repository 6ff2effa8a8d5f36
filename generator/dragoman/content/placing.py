"""Gives findings their place in a file's text, and turns what mends a value into edits of that text."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.content.rules.rule import Finding, Rule
from dragoman.content.scalars import map_characters, write_whole, write_within
from dragoman.content.settings import Settings
from dragoman.content.text import SourceText
from dragoman.content.yamltree import Data, Path, Positions, find_positions
from dragoman.diagnostics import Diagnostic, Edit, Fix, Location


def diagnose(text: SourceText, findings: Iterable[tuple[Rule, Finding]], settings: Settings) -> tuple[Diagnostic, ...]:
    """Give findings their place in the text, and the severity the site wants; those of rules that are off go."""
    wanted = [
        (rule, finding, severity)
        for rule, finding in findings
        if (severity := settings.find_severity(rule.name, rule.severity)) is not None
    ]
    if not wanted:
        return ()
    positions = find_positions(text)
    return tuple(
        text.diagnose(
            place := _locate(finding, text, positions),
            rule.name,
            finding.message,
            _choose_hint(finding, text, place),
            severity,
            fix=_make_fix(finding, text, positions) if finding.replacements else None,
        )
        for rule, finding, severity in wanted
    )


def _choose_hint(finding: Finding, text: SourceText, place: Location) -> str:
    behind = text.get_line(place.end_line)[place.end_column - 1 :]
    is_commented = finding.hint_before_comment and behind.removeprefix(":").lstrip().startswith("#")
    return finding.hint_before_comment if is_commented else finding.hint


def _locate(finding: Finding, text: SourceText, positions: Positions) -> Location:
    if finding.start:
        return positions.locate_start(finding.path)
    whole = positions.locate(finding.path, finding.part)
    value = _find_text(positions.data, finding.path)
    if finding.span is None or value is None:
        return whole
    start, end = _find_range(text, whole)
    spans = map_characters(text.text[start:end], value)
    first, last = finding.span
    if spans is None or not 0 <= first < last <= len(spans):
        return whole
    return text.locate(start + spans[first][0], start + spans[last - 1][1])


def _make_fix(finding: Finding, text: SourceText, positions: Positions) -> Fix | None:
    """The edits that mend the value; None where the file does not let itself be matched with what it says."""
    value = _find_text(positions.data, finding.path)
    if value is None:
        return None
    start, end = _find_range(text, positions.locate(finding.path))
    written = text.text[start:end]
    mended, edits = value, []
    spans = map_characters(written, value)
    for change in sorted(finding.replacements, key=lambda change: -change.start):
        last = len(value) if change.end == -1 else change.end
        mended = mended[: change.start] + change.text + mended[last:]
        if (change.start, last) == (0, len(value)):
            edits.append(Edit(start=start, end=end, text=write_whole(change.text, written)))
        elif spans is None:
            return None
        else:
            first = spans[change.start][0] if change.start < len(spans) else spans[-1][1]
            stop = spans[last - 1][1] if last > change.start else first
            edits.append(Edit(start=start + first, end=start + stop, text=write_within(change.text, written)))
    return Fix(edits=tuple(reversed(edits)), path=finding.path, value=mended)


def _find_range(text: SourceText, place: Location) -> tuple[int, int]:
    return text.find_index(place.line, place.column), text.find_index(place.end_line, place.end_column)


def _find_text(data: Data, path: Path) -> str | None:
    """The text at exactly this path (or that which stands alone for a list of one); None where there is none."""
    for step in path:
        match data:
            case dict() if step in data:
                data = data[str(step)]
            case list() if isinstance(step, int) and step < len(data):
                data = data[step]
            case str() if step == 0:
                pass
            case _:
                return None
    return data if isinstance(data, str) else None
