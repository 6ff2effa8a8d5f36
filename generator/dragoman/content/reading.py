"""A file in, a record and its findings out: has every error of its shape explained by a rule, and applies the rules.

Knows the order of the checks of one file; see ``validating`` for the model's part, ``collecting`` for what needs all
files.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from dragoman.content.fields import Found, Leaf, iter_leaves
from dragoman.content.files import Kind, SourceFile
from dragoman.content.partial import PartialReading, is_doubtful, read_partially
from dragoman.content.placing import diagnose
from dragoman.content.rules.missing_field import EMPTY
from dragoman.content.rules.registry import get_rules
from dragoman.content.rules.rule import Finding, Rule, ShapeError
from dragoman.content.settings import Settings
from dragoman.content.text import SourceText, decode
from dragoman.content.validating import make_error
from dragoman.content.yamltree import Data, Document, Path, Unreadable, parse
from dragoman.diagnostics import Diagnostic, Location, Severity

#: Rules about characters after which a file can still be read.
_HARMLESS = frozenset({"direction-override", "encoding"})


@dataclass(frozen=True, slots=True, kw_only=True)
class FileReading:
    """What came of one file. ``record`` is a record of its kind (for coverage a tuple), or None if it is broken.

    What ``remains`` of a broken one, with stand-ins at its ``faults``, is good only for finding more that is wrong.
    """

    record: Any
    findings: tuple[Diagnostic, ...]
    remains: Any = None
    faults: frozenset[Path] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class FileReader:
    """Reads the files of one site, each for itself."""

    settings: Settings

    def __call__(self, source: SourceFile) -> FileReading:
        return read_file(source, self.settings)

    def list_inputs(self, source: SourceFile) -> tuple[str, ...]:
        """All that a reading depends on besides the program: the file's name, kind and content, and the settings."""
        return (source.path, source.kind.value, str(source.size), source.digest, repr(self.settings))


def read_file(source: SourceFile, settings: Settings) -> FileReading:
    """Read one file, and apply the rules that need no other: a pure function of its two arguments."""
    findings = list(_check_file(source))
    text = decode(source)
    if isinstance(text, Diagnostic):
        return FileReading(record=None, findings=(*findings, text))
    characters = list(_check_characters(text, settings)) if source.content else []
    findings += characters
    harmful = (finding for finding in characters if finding.severity is Severity.ERROR)
    if (not source.content and findings) or any(finding.rule not in _HARMLESS for finding in harmful):
        return FileReading(record=None, findings=tuple(findings))
    parsed = parse(text)
    if isinstance(parsed, Unreadable):
        return FileReading(record=None, findings=(*findings, *_adjust(parsed.findings, settings)))
    reading, found = _read(source, parsed, settings)
    found += _check_escapes(text, parsed)
    placed = diagnose(text, found, settings) if found else ()
    wrong = {finding.location for finding in placed}
    written = (finding for finding in _adjust(parsed.findings, settings) if finding.location not in wrong)
    findings += (*written, *placed)
    if reading is None or reading.is_as_written:
        return FileReading(record=reading.record if reading else None, findings=tuple(findings))
    return FileReading(record=None, findings=tuple(findings), remains=reading.record, faults=reading.faults)


def _adjust(findings: Iterable[Diagnostic], settings: Settings) -> Iterator[Diagnostic]:
    """The parser's findings with the severity that the site wants; those of rules that are off go."""
    for finding in findings:
        severity = settings.find_severity(finding.rule, finding.severity)
        if severity is not None:
            yield finding if severity is finding.severity else replace(finding, severity=severity)


def read_data(source: SourceFile) -> Data:
    """What a file says, unchecked; None where it cannot be parsed."""
    text = decode(source)
    parsed = parse(text) if isinstance(text, SourceText) else None
    return parsed.data if isinstance(parsed, Document) else None


def _check_file(source: SourceFile) -> Iterator[Diagnostic]:
    """Findings about the file as such stand at its beginning."""
    for rule, check in _find_checks("check_file"):
        for finding in check(source):
            yield SourceText(source.path, "").diagnose(
                Location(path=source.path), rule.name, finding.message, finding.hint, rule.severity
            )


def _check_characters(text: SourceText, settings: Settings) -> Iterator[Diagnostic]:
    """The findings of the rules about a file's text."""
    for rule, check in _find_checks("check_text"):
        severity = settings.find_severity(rule.name, rule.severity)
        if severity is None:
            continue
        findings = list(check(text.text))
        for finding in findings[:_SHOWN_OF_ONE_RULE]:
            location = text.locate(finding.start, finding.end)
            yield text.diagnose(location, rule.name, finding.message, finding.hint, severity)
        rest = findings[_SHOWN_OF_ONE_RULE:]
        if rest:
            message = f"{rest[0].message}, and {len(rest) - 1} more of the kind below"
            yield text.diagnose(text.locate(rest[0].start, rest[0].end), rule.name, message, rest[0].hint, severity)


_SHOWN_OF_ONE_RULE = 20


def _check_escapes(text: SourceText, document: Document) -> list[tuple[Rule, Finding]]:
    r"""The rules about characters once more, for those that are written as ``"\\u202e"`` and only now to be seen."""
    if "\\" not in text.text:
        return []
    return [
        (rule, Finding(path=path, message=finding.message, hint=finding.hint))
        for path, value in _iter_texts(document.data, ())
        for rule, check in _find_checks("check_text")
        for finding in check(value)
        if value[finding.start : finding.end] not in text.text
    ]


def _iter_texts(data: Data, path: Path) -> Iterator[tuple[Path, str]]:
    match data:
        case str():
            yield path, data
        case list():
            for index, item in enumerate(data):
                yield from _iter_texts(item, (*path, index))
        case dict():
            for key, value in data.items():
                yield (*path, key), key
                yield from _iter_texts(value, (*path, key))


def _read(
    source: SourceFile, document: Document, settings: Settings
) -> tuple[PartialReading | None, list[tuple[Rule, Finding]]]:
    """The record as far as it can be read (None where the file says nothing), and what is wrong with it."""
    if document.data is None:
        return None, [_explain(make_error(source.kind, (), EMPTY), settings)]
    data, empty = _take_out_empty(document)
    reading = read_partially(source, data, empty, settings)
    errors = [*(make_error(source.kind, path, EMPTY) for path in empty), *reading.errors]
    findings = [_explain(error, settings) for error in errors]
    if reading.record is not None:
        # Without the fields that were taken out, a warning might be of what is there, only under a wrong name.
        checked = _check_record(reading.record, source.kind, settings, only_errors=bool(errors))
        findings += (one for one in checked if not is_doubtful(one[1], reading.faults))
    return reading, findings


def _explain(error: ShapeError, settings: Settings) -> tuple[Rule, Finding]:
    """What the rule that claims an error says about it; a kind of error that none claims is a wrong type."""
    wrong_type = get_rules()["wrong-type"]
    rule = next((rule for rule, claims in _find_checks("claims") if claims(error)), wrong_type)
    explain = dict(_find_checks("explain"))[rule]
    return rule, explain(error, settings)


def _check_record(record: Any, kind: Kind, settings: Settings, *, only_errors: bool) -> list[tuple[Rule, Finding]]:
    def is_asked(rule: Rule) -> bool:
        if only_errors and rule.severity is not Severity.ERROR:
            return False
        return settings.find_severity(rule.name, rule.severity) is not None

    findings: list[tuple[Rule, Finding]] = []
    for rule, check in _find_checks_of(kind, "check_record"):
        if is_asked(rule):
            findings += [(rule, finding) for finding in check(record, settings)]
    texts = _gather_texts(record)
    for rule, check in _find_checks_of(kind, "check_texts"):
        if is_asked(rule):
            findings += [(rule, finding) for finding in check(record, tuple(texts.get(rule.wants, ())), settings)]
    return findings


@functools.cache
def _find_checks_of(kind: Kind, what: str) -> tuple[tuple[Rule, Callable[..., Any]], ...]:
    """The rules about records of this kind that have this function, each with it."""
    return tuple((rule, check) for rule, check in _find_checks(what) if kind in rule.kinds)


def _gather_texts(record: Any) -> dict[Callable[[Leaf], bool], list[Found]]:
    """The texts of a record that rules want, by what they want: one walk for all of them."""
    gathered: dict[Callable[[Leaf], bool], list[Found]] = {}
    for found in iter_leaves(record, _is_wanted):
        for wants in _find_wants(found.leaf):
            gathered.setdefault(wants, []).append(found)
    return gathered


def _is_wanted(leaf: Leaf) -> bool:
    return bool(_find_wants(leaf))


@functools.cache
def _find_wants(leaf: Leaf) -> tuple[Callable[[Leaf], bool], ...]:
    return tuple({rule.wants: None for rule, _ in _find_checks("check_texts") if rule.wants(leaf)})


def _take_out_empty(document: Document) -> tuple[Any, list[Path]]:
    """The data without keys and items that have no value, and the paths of those."""
    paths: list[Path] = []
    return _without_empty(document.data, (), paths) if document.has_empty else document.data, paths


def _without_empty(data: Any, path: Path, paths: list[Path]) -> Any:
    match data:
        case dict():
            items = [(key, _without_empty(value, (*path, key), paths)) for key, value in data.items()]
            return {key: value for key, value in items if value is not None}
        case list():
            values = [_without_empty(value, (*path, index), paths) for index, value in enumerate(data)]
            return [value for value in values if value is not None]
        case None:
            paths.append(path)
    return data


@functools.cache
def _find_checks(what: str) -> tuple[tuple[Rule, Callable[..., Any]], ...]:
    """The rules that have this function, each with it."""
    return tuple((rule, check) for rule in get_rules().values() if (check := getattr(rule, what)) is not None)
