"""Shows findings to a person: the place, the line, a caret under what is meant. Knows nothing of how they were found.

Whatever comes out of a file is made harmless first: a terminal acts on control characters, and an override of
direction would show a line as something that it is not.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator

from dragoman.diagnostics import Diagnostic, Severity

_HARMFUL = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\U000e0000-\U000e007f]"
)
_TAB_WIDTH = 4
_WIDEST = 110
"""How many columns of a source line are shown; of a longer one, those around what is meant."""
_BEFORE = 40
_AROUND = 4 * _WIDEST
"""How many characters on either side are looked at, so that a long line with many findings takes no minutes."""

_COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.ADVICE: "36"}
_PLURALS = {Severity.ERROR: ("error", "errors"), Severity.WARNING: ("warning", "warnings")}


def select_shown(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """What a build shows: advice is for reports."""
    return [finding for finding in diagnostics if finding.severity is not Severity.ADVICE]


def render_text(diagnostics: Iterable[Diagnostic], *, colour: bool = False) -> str:
    """All findings, one below the other, each with its line where there is one; ends with a line end if not empty."""
    return "".join(f"{line}\n" for finding in diagnostics for line in _render(finding, colour=colour))


def render_in_bulk(diagnostics: Iterable[Diagnostic], *, colour: bool = False) -> str:
    """The errors, and of the warnings of each rule the first few, with lines below that count the others.

    So an error is seen among a thousand warnings. Where there are few of a rule, all are shown. Of errors, only those
    are left out of which one file has very many by one rule.
    """
    findings, more_errors = _leave_out_errors(diagnostics)
    counts = Counter(finding.rule for finding in findings if finding.severity is not Severity.ERROR)
    left = {rule: _SHOWN_IN_BULK if count > _ALL_IN_BULK else count for rule, count in counts.items()}
    shown = []
    for finding in findings:
        if finding.severity is Severity.ERROR or left[finding.rule] > 0:
            shown.append(finding)
        if finding.severity is not Severity.ERROR:
            left[finding.rule] -= 1
    more = {rule: -count for rule, count in left.items() if count < 0}
    lines = [f"{count:>5} more errors [{rule}] in {make_harmless(path)}" for (path, rule), count in more_errors.items()]
    lines += [f"{count:>5} more warnings [{rule}]" for rule, count in sorted(more.items(), key=lambda one: -one[1])]
    rest = "".join(f"{line}\n" for line in [*lines, "      = dragoman check --all shows them"]) if lines else ""
    return render_text(shown, colour=colour) + rest


def _leave_out_errors(diagnostics: Iterable[Diagnostic]) -> tuple[list[Diagnostic], dict[tuple[str, str], int]]:
    """The findings without the errors that are too many, and how many those are by path and rule."""
    kept: list[Diagnostic] = []
    seen: Counter[tuple[str, str]] = Counter()
    for finding in diagnostics:
        if finding.severity is Severity.ERROR:
            key = (finding.location.path, finding.rule)
            seen[key] += 1
            if seen[key] > _ERRORS_IN_BULK:
                continue
        kept.append(finding)
    return kept, {key: count - _ERRORS_IN_BULK for key, count in seen.items() if count > _ERRORS_IN_BULK}


#: So many errors of one rule are shown of one file.
_ERRORS_IN_BULK = 20
#: Of a rule with more warnings than the second number, so many as the first are shown.
_SHOWN_IN_BULK, _ALL_IN_BULK = 3, 8


def summarise(diagnostics: Iterable[Diagnostic]) -> str:
    """``3 errors, 1 warning in 2 files``, or that there is nothing; advice is not counted."""
    counted = [finding for finding in diagnostics if finding.severity in _PLURALS]
    counts = [
        f"{number} {words[number != 1]}"
        for severity, words in _PLURALS.items()
        if (number := sum(finding.severity is severity for finding in counted))
    ]
    files = len({finding.location.path for finding in counted})
    return f"{', '.join(counts)} in {files} file{'s' if files != 1 else ''}" if counts else "no errors, no warnings"


def _render(finding: Diagnostic, *, colour: bool) -> Iterator[str]:
    def paint(text: str, code: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if colour else text

    place, code = finding.location, _COLOURS[finding.severity]
    where = paint(f"{make_harmless(place.path)}:{place.line}:{place.column}:", "1")
    severity = paint(f"{finding.severity.value}:", f"1;{code}")
    yield f"{where} {severity} {make_harmless(finding.message)} [{finding.rule}]"
    hint = make_harmless(finding.hint)
    if not finding.source_line:
        if hint:
            yield f"      = {hint}"
        return
    shown, before, width = _excerpt(finding)
    yield f"{place.line:>5} | {shown}".rstrip()
    yield f"      | {' ' * before}{paint('^' * width, code)} {hint}".rstrip()


def _excerpt(finding: Diagnostic) -> tuple[str, int, int]:
    """The line as it is shown, the columns before the caret, and how many carets: at least one, even at its end."""
    line, place = finding.source_line, finding.location
    start = place.column - 1
    end = place.end_column - 1 if place.end_line == place.line else len(line)
    first, last = max(0, start - _AROUND), start + _AROUND
    cells = _lay_out(line[first:last])
    start, end = start - first, end - first
    before = sum(width for _, width in cells[:start])
    width = max(1, sum(width for _, width in cells[start:end]))
    if first + end == len(line) <= last:
        rest = line[first + start :]
        width = max(1, width - (len(rest) - len(rest.rstrip())))
    cut = _find_cut(cells, start, before)
    if cut or first:
        before -= sum(width for _, width in cells[:cut]) - 1
    shown = "".join(text for text, _ in cells[cut:])
    kept = _crop(cells[cut:], _WIDEST)
    text = ("…" if cut or first else "") + kept + ("…" if kept != shown or last < len(line) else "")
    return text, before, max(1, min(width, _WIDEST + 1 - before))


def _find_cut(cells: list[tuple[str, int]], start: int, before: int) -> int:
    """How many characters are left out at the beginning, so that a place far to the right can be seen."""
    if sum(width for _, width in cells) <= _WIDEST or before <= _WIDEST * 2 // 3:
        return 0
    cut, left = start, 0
    while cut > 0 and left < _BEFORE:
        cut -= 1
        left += cells[cut][1]
    return cut


def _crop(cells: list[tuple[str, int]], widest: int) -> str:
    shown, used = [], 0
    for text, width in cells:
        used += width
        if used > widest:
            break
        shown.append(text)
    return "".join(shown)


def _lay_out(line: str) -> list[tuple[str, int]]:
    """Each character as it is shown, and the columns that takes: 2 for East Asian wide ones, 0 for combining ones."""
    cells: list[tuple[str, int]] = []
    column = 0
    for character in line:
        if character == "\t":
            width = _TAB_WIDTH - column % _TAB_WIDTH
            text = " " * width
        elif _HARMFUL.match(character):
            text = make_harmless(character)
            width = len(text)
        else:
            text, width = character, _measure(character)
        cells.append((text, width))
        column += width
    return cells


def _measure(character: str) -> int:
    if character.isascii():
        return 1
    if unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1


def make_harmless(text: str) -> str:
    """The text with control characters and invisible ones written as ``<U+202E>``."""
    return _HARMFUL.sub(lambda match: f"<U+{ord(match.group()):04X}>", text)
