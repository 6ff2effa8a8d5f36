"""What came of a file as plain data (text, numbers, lists, mappings), and back, equal to what it was.

Made back without being validated once more, which takes a tenth of the time of reading: what is plain here was whole
before. Knows the model's values, not where the data have been meanwhile.
"""

from __future__ import annotations

import functools
import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from dragoman.content.reading import FileReading
from dragoman.diagnostics import Diagnostic, Edit, Fix, Location, Severity
from dragoman.model.dates import EdtfDate
from dragoman.model.text import InlineMarkdown, Localized, Markdown
from dragoman.model.times import Duration, LocalTime, Moment
from dragoman.model.values import Value

#: Values that are told by their text alone, which many records share.
_NOTATIONS: Mapping[str, Callable[[str], Any]] = {
    kind.__name__: functools.lru_cache(maxsize=8192)(kind.parse) for kind in (EdtfDate, LocalTime, Duration, Moment)
}
_TEXTS: Mapping[str, type[Localized]] = {kind.__name__: kind for kind in (Localized, InlineMarkdown, Markdown)}
_TUPLE = ""
_set = object.__setattr__


def freeze_reading(reading: FileReading) -> bytes | None:
    """One line of JSON; None for what is only good for finding more that is wrong."""
    if reading.remains is not None:
        return None
    plain = [_flatten(reading.record), [_flatten_finding(finding) for finding in reading.findings]]
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":")).encode()


def thaw_reading(line: bytes) -> FileReading:
    """The opposite of ``freeze_reading``."""
    record, findings = json.loads(line)
    return FileReading(record=_restore(record), findings=tuple(_restore_finding(*finding) for finding in findings))


def _flatten(value: Any) -> Any:
    """Texts, numbers and mappings as they are; everything else as a list that begins with the name of its kind."""
    match value:
        case None | str() | int() | float():
            return value
        case Value():
            fields = {name: _flatten(getattr(value, name)) for name in sorted(value.model_fields_set)}
            return [type(value).__name__, fields]
        case Localized():
            return [type(value).__name__, *(part for text in value.texts for part in text)]
        case tuple():
            return [_TUPLE, *map(_flatten, value)]
        case Mapping():
            return {key: _flatten(one) for key, one in value.items()}
        case _:
            return [type(value).__name__, str(value)]


def _restore(plain: Any) -> Any:
    kind = plain.__class__
    if kind is str:
        return plain
    if kind is dict:
        return {key: _restore(value) for key, value in plain.items()}
    if kind is not list:
        return plain
    name = plain[0]
    if name == _TUPLE:
        return tuple([_restore(value) for value in plain[1:]])
    if name in _TEXTS:
        return _TEXTS[name](tuple(zip(plain[1::2], plain[2::2], strict=True)))
    return _NOTATIONS[name](plain[1]) if name in _NOTATIONS else _restore_value(name, plain[1])


def _restore_value(name: str, fields: Mapping[str, Any]) -> Value:
    """A part of a record as pydantic keeps it, made without its checks."""
    kind, defaults = _find_values()[name]
    values = defaults.copy()
    for field, plain in fields.items():
        values[field] = plain if plain.__class__ is str else _restore(plain)
    value = kind.__new__(kind)
    _set(value, "__dict__", values)
    _set(value, "__pydantic_fields_set__", {*fields})
    _set(value, "__pydantic_extra__", None)
    _set(value, "__pydantic_private__", None)
    return value


@functools.cache
def _find_values() -> Mapping[str, tuple[type[Value], dict[str, Any]]]:
    """All parts of records by name, each with its fields in their order, as they are where nothing is written."""
    return {
        kind.__name__: (
            kind,
            {
                name: None if field.is_required() else field.get_default(call_default_factory=True)
                for name, field in kind.model_fields.items()
            },
        )
        for kind in _iter_kinds(Value)
    }


def _iter_kinds(kind: type[Value]) -> Iterator[type[Value]]:
    for below in kind.__subclasses__():
        yield below
        yield from _iter_kinds(below)


def _flatten_finding(finding: Diagnostic) -> list[Any]:
    at, fix = finding.location, finding.fix
    place = [at.path, at.line, at.column, at.end_line, at.end_column]
    mended = fix and [[[edit.start, edit.end, edit.text] for edit in fix.edits], [*fix.path], fix.value]
    words = [finding.message, finding.hint, finding.source_line]
    return [place, finding.rule, finding.severity.value, words, mended]


def _restore_finding(place: Any, rule: str, severity: str, words: list[str], mended: Any) -> Diagnostic:
    path, line, column, end_line, end_column = place
    message, hint, source_line = words
    return Diagnostic(
        location=Location(path=path, line=line, column=column, end_line=end_line, end_column=end_column),
        rule=rule,
        severity=Severity(severity),
        message=message,
        hint=hint,
        source_line=source_line,
        fix=_restore_fix(*mended) if mended else None,
    )


def _restore_fix(edits: Any, path: Any, value: str | None) -> Fix:
    made = tuple(Edit(start=start, end=end, text=text) for start, end, text in edits)
    return Fix(edits=made, path=tuple(path), value=value)
