"""All files in, all records out: reads site.yaml first, then every file, then applies the rules that see them all.

This is the package's door: ``read_records`` is all that ``build`` calls besides ``files.load_folder``.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from dragoman.content.files import Kind, Loaded, SourceFile
from dragoman.content.index import Index
from dragoman.content.partial import is_doubtful
from dragoman.content.placing import diagnose
from dragoman.content.reading import FileReader, FileReading, read_data
from dragoman.content.rules.registry import get_rules
from dragoman.content.rules.rule import Finding, Rule
from dragoman.content.settings import Settings, find_settings
from dragoman.content.states import find_state
from dragoman.content.text import SourceText, decode
from dragoman.content.waivers import apply_waivers
from dragoman.diagnostics import Diagnostic, Diagnostics, Location, Severity
from dragoman.errors import ContentError
from dragoman.model.collection import Records
from dragoman.model.organisations import Organisation

#: How one function is applied to all files: the built-in ``map``, or an executor's.
MapFiles = Callable[[FileReader, Iterable[SourceFile]], Iterable[FileReading]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What came of all files: findings of every severity, and the records that could be read."""

    diagnostics: Diagnostics
    index: Index

    def get_records(self) -> Records:
        """All records, whole; raises ContentError if any finding is an error."""
        if self.diagnostics.has_errors:
            raise ContentError(self.diagnostics)
        records = self.index.records
        return Records(
            site=records[Kind.SITE]["site"],
            coverage=records[Kind.COVERAGE].get("coverage", ()),
            events=records[Kind.EVENT],
            people=records[Kind.PERSON],
            organisations=_add_states(self.index),
            places=records[Kind.PLACE],
            topics=records[Kind.TOPIC],
            terms=records[Kind.TERM],
        )


def read_records(loaded: Loaded, *, today: dt.date, map_files: MapFiles = map) -> Reading:
    """Read and check all files.

    ``today`` is the day that "in the future" is measured by; ``map_files`` may be an executor's ``map``.
    """
    settings = _read_settings(loaded)
    readings = list(map_files(FileReader(settings=settings), loaded.files))
    index = _make_index(loaded, readings, settings, today)
    findings = [
        *loaded.diagnostics,
        *(finding for reading in readings for finding in reading.findings),
        *_check_presence(index),
        *_place(_check_all(index, loaded, readings), loaded, settings),
    ]
    left, about_waivers = apply_waivers(findings, index)
    return Reading(diagnostics=Diagnostics.of((*left, *_place(about_waivers, loaded, settings))), index=index)


def _read_settings(loaded: Loaded) -> Settings:
    site = next((source for source in loaded.files if source.kind is Kind.SITE), None)
    return find_settings(read_data(site)) if site else Settings()


def _make_index(loaded: Loaded, readings: list[FileReading], settings: Settings, today: dt.date) -> Index:
    records: dict[Kind, dict[str, Any]] = {kind: {} for kind in Kind}
    paths: dict[Kind, dict[str, tuple[str, ...]]] = {kind: {} for kind in Kind}
    for source, reading in zip(loaded.files, readings, strict=True):
        known = paths[source.kind].get(source.id, ())
        if reading.record is None or source.id in records[source.kind]:
            paths[source.kind][source.id] = (*known, source.path)
        else:  # the path that the record was read from comes first
            records[source.kind][source.id] = reading.record
            paths[source.kind][source.id] = (source.path, *known)
    return Index(
        records=records,
        paths=paths,
        settings=settings,
        media=loaded.media,
        located_media=loaded.located_media,
        today=today,
    )


def _check_presence(index: Index) -> Iterator[Diagnostic]:
    if not index.paths[Kind.SITE]:
        yield Diagnostic(
            location=Location(path="content/site.yaml"),
            rule="missing-field",
            severity=Severity.ERROR,
            message="there is no site.yaml, so the site has no name and no languages",
            hint="write one with title, description, url, languages and publisher",
        )


def _check_all(index: Index, loaded: Loaded, readings: list[FileReading]) -> dict[str, list[tuple[Rule, Finding]]]:
    """The findings of the rules that see all records, whole or broken, by the path of their file."""
    rules = [rule for rule in get_rules().values() if index.settings.find_severity(rule.name, rule.severity)]
    by_path = _check_site(rules, index)
    broken = {source.path: reading for source, reading in zip(loaded.files, readings, strict=True) if reading.remains}
    if not broken:
        return by_path
    remains: dict[Kind, dict[str, Any]] = {kind: {} for kind in Kind}
    for source in loaded.files:
        if source.path in broken and source.path == index.get_path(source.kind, source.id):
            remains[source.kind][source.id] = broken[source.path].remains
    errors = [rule for rule in rules if rule.severity is Severity.ERROR]
    for path, findings in _check_site(errors, replace(index, remains=remains)).items():
        if path in broken:
            known, faults = set(by_path.get(path, ())), broken[path].faults
            new = [one for one in findings if one not in known and not is_doubtful(one[1], faults)]
            by_path.setdefault(path, []).extend(new)
    return by_path


def _check_site(rules: Iterable[Rule], index: Index) -> dict[str, list[tuple[Rule, Finding]]]:
    by_path: dict[str, list[tuple[Rule, Finding]]] = {}
    for rule in rules:
        for path, finding in rule.check_site(index) if rule.check_site else ():
            by_path.setdefault(path, []).append((rule, finding))
    return by_path


def _place(
    findings: Mapping[str, list[tuple[Rule, Finding]]], loaded: Loaded, settings: Settings
) -> Iterator[Diagnostic]:
    """The findings in their files, each of which is parsed again only if there are any in it."""
    sources: Mapping[str, SourceFile] = {source.path: source for source in loaded.files}
    for path, found in findings.items():
        text = decode(sources[path]) if path in sources else SourceText(path, "")
        if isinstance(text, SourceText):
            yield from diagnose(text, found, settings)


def _add_states(index: Index) -> Mapping[str, Organisation]:
    """The written organisations, and the states among those that any record names."""
    organisations: dict[str, Organisation] = dict(index.records[Kind.ORGANISATION])
    named = {
        found.value
        for _, _, references in index.references
        for found in references
        if found.leaf.reference and found.leaf.reference.kind == "organisation"
    }
    for identifier in sorted(named - organisations.keys()):
        state = find_state(identifier, index.settings.languages)
        if state:
            organisations[identifier] = state
    return organisations
