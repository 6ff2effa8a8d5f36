"""Mends findings by editing a file's text where they stand, and proves that nothing else has changed.

Works on loaded files and returns new ones; ``rewriting`` writes.
"""

from __future__ import annotations

import codecs
import copy
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from dragoman.content.files import Loaded, SourceFile
from dragoman.content.text import SourceText, decode
from dragoman.content.yamltree import Data, Document, Path, parse
from dragoman.diagnostics import Diagnostic, Fix, Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class FixedFile:
    """A file's new bytes (``path`` is relative to the site), what they replace, and the findings that are mended."""

    path: str
    before: bytes
    content: bytes
    mended: tuple[Diagnostic, ...]


def fix_files(loaded: Loaded, findings: Iterable[Diagnostic]) -> Iterator[FixedFile]:
    """The files in which something can be mended; one that cannot be parsed is left alone."""
    by_path: dict[str, list[Diagnostic]] = {}
    for finding in findings:
        if finding.fix is not None:
            by_path.setdefault(finding.location.path, []).append(finding)
    sources: Mapping[str, SourceFile] = {source.path: source for source in loaded.files}
    for path, fixable in by_path.items():
        fixed = _fix_file(sources[path], fixable) if path in sources else None
        if fixed:
            yield fixed


def _fix_file(source: SourceFile, findings: Sequence[Diagnostic]) -> FixedFile | None:
    text = decode(source)
    if not isinstance(text, SourceText):
        return None
    mended: list[Diagnostic] = []
    chosen = _choose(findings)
    result = _apply(text, [finding.fix for finding in chosen if finding.fix])
    if result is not None:
        mended = chosen
    else:  # one of them does not come to what it promised: try each alone, from the end so that places stay right
        result = text.text
        for finding in reversed(chosen):
            single = _apply(SourceText(text.path, result), [finding.fix] if finding.fix else [])
            if single is not None:
                result, mended = single, [finding, *mended]
    if not mended:
        return None
    mark = codecs.BOM_UTF8 if source.content.startswith(codecs.BOM_UTF8) else b""
    return FixedFile(path=source.path, before=source.content, content=mark + result.encode(), mended=tuple(mended))


def _choose(findings: Iterable[Diagnostic]) -> list[Diagnostic]:
    """The findings whose edits do not touch each other, and no two of which mend the same value."""
    chosen: list[Diagnostic] = []
    last, values = -1, set[Path]()
    fixable = [(finding.fix, finding) for finding in findings if finding.fix and finding.fix.edits]
    for fix, finding in sorted(fixable, key=lambda pair: (pair[0].edits[0].start, pair[1].rule)):
        if fix.edits[0].start >= last and (fix.value is None or fix.path not in values):
            chosen.append(finding)
            last = fix.edits[-1].end
            values.add(fix.path)
    return chosen


def _apply(text: SourceText, fixes: Sequence[Fix]) -> str | None:
    """The text after the edits; None unless it then says what it said, with just the values the fixes promised."""
    before = parse(text)
    if not isinstance(before, Document):
        return None
    expected = copy.deepcopy(before.data)
    result = text.text
    for edit in sorted((edit for fix in fixes for edit in fix.edits), key=lambda edit: -edit.start):
        result = result[: edit.start] + edit.text + result[edit.end :]
    for fix in fixes:
        if fix.value is not None:
            expected = _put(expected, fix.path, fix.value)
    after = parse(SourceText(text.path, result))
    if not isinstance(after, Document) or any(finding.severity is Severity.ERROR for finding in after.findings):
        return None
    return result if after.data == expected else None


def _put(data: Data, path: Path, value: str) -> Data:
    """The data with another text at the path (which may end in the item 0 of a text that stands for a list)."""
    if not path or isinstance(data, str):
        return value
    step, rest = path[0], path[1:]
    if isinstance(data, dict):
        data[str(step)] = _put(data[str(step)], rest, value)
    elif isinstance(data, list):
        data[int(step)] = _put(data[int(step)], rest, value)
    return data
