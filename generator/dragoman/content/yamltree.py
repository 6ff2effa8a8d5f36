"""Parses YAML strictly into plain dicts, lists and texts, and finds the place of any of them again.

The only module that imports yaml. Knows nothing of records. Works on the parser's events, not on its composed nodes:
that is as fast, and a file nested 100,000 times cannot exhaust the C stack, because reading stops at the limit.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

import yaml
from yaml.events import (
    AliasEvent,
    DocumentEndEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
    StreamStartEvent,
)

from dragoman.content.ambiguity import find_other_meaning
from dragoman.content.syntax import explain
from dragoman.content.text import SourceText
from dragoman.content.torn import TornText, find_torn_text
from dragoman.diagnostics import Diagnostic, Edit, Fix, Location, Severity

#: libyaml's parser where PyYAML was built with it (0.2 ms a file), else the pure Python one (3 ms).
_Parser: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

MAXIMUM_DEPTH = 20
_HASH_WORD = re.compile(r"[ ]+(#\w\S*)")

#: dict, list, str, or None for a key without a value; keys are always text.
Data = dict[str, Any] | list[Any] | str | None
Path = tuple[str | int, ...]
Part = Literal["key", "value"]


@dataclass(frozen=True, slots=True)
class Document:
    """What a file says. ``findings`` are those after which it could still be read on: duplicate keys, ambiguous
    scalars. ``has_empty`` tells that some key or item has no value.
    """

    data: Data
    findings: tuple[Diagnostic, ...] = ()
    has_empty: bool = False


@dataclass(frozen=True, slots=True)
class Unreadable:
    """What kept a file from being parsed."""

    findings: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class _Mark:
    """A place as the parser counts, from 0."""

    line: int
    column: int


_ZERO = _Mark(0, 0)
#: Where something begins and ends: two marks of the parser's.
Marks = tuple[Any, Any]


@dataclass(frozen=True, slots=True)
class Positions:
    """Where every key and value of one file stands. ``data`` is what the file says."""

    data: Data
    _path: str
    _keys: Mapping[Path, Marks]
    _values: Mapping[Path, Marks]
    _starts: Mapping[Path, Marks]

    def locate(self, path: Path, part: Part = "value") -> Location:
        """The place of the value at ``path``, or of its key.

        A path that leads beyond the file (into a value that is missing, or to item 0 of a text that may stand for a
        list) ends at the last thing that exists.
        """
        while path not in self._values:
            path = path[:-1]
        marks = self._keys.get(path) if part == "key" else None
        return _make_location(self._path, *(marks or self._values[path]))

    def locate_start(self, path: Path) -> Location:
        """The first key of the mapping at ``path`` (where something is missing there), else the value itself."""
        while path not in self._values:
            path = path[:-1]
        return _make_location(self._path, *(self._starts.get(path) or self._values[path]))


def parse(text: SourceText) -> Document | Unreadable:
    """Parse one file; never raises for what a file holds."""
    builder = _Builder(text)
    try:
        data = builder.build()
    except _Stop as stop:
        return Unreadable((*builder.findings, stop.finding))
    if builder.has_features:
        return Unreadable(tuple(builder.findings))
    return Document(data, tuple(builder.findings), builder.has_empty)


def find_positions(text: SourceText) -> Positions:
    """Parse a file that can be parsed once more, this time keeping places; done only where there is a finding."""
    builder = _Recorder(text)
    data = builder.build()
    return Positions(data, text.path, builder.keys, builder.values, builder.first_keys)


def _end_lines_as_editors_do(text: str) -> str:
    """Blanks for what ends a line for the parser alone: its lines are ours then. Reading a record refuses such a text,
    but settings are read from it before.
    """
    for sign in "\x85\u2028\u2029":
        text = text.replace(sign, " ")
    return text


class _Stop(Exception):
    """Parsing cannot go on."""

    def __init__(self, finding: Diagnostic) -> None:
        super().__init__(finding.message)
        self.finding = finding


class _Builder:
    """Turns a parser's events into data, and finds what our YAML does without."""

    def __init__(self, text: SourceText) -> None:
        self.text = text
        self.findings: list[Diagnostic] = []
        self.has_features = False
        self.has_empty = False
        self._documents = 0
        self._root: Data = None
        self._open: list[tuple[Any, Any]] = []  # the containers around the present one, each with its pending key
        self._container: Any = None
        self._key: Any = None
        self._has_comments = " #" in text.text

    def build(self) -> Data:
        takers = self._find_takers()
        try:
            next_event = _Parser(_end_lines_as_editors_do(self.text.text)).get_event
            while (event := next_event()).__class__ is not StreamEndEvent:
                takers[event.__class__](event)
        except yaml.YAMLError as error:
            raise _Stop(self._explain(error)) from None
        return self._root

    def _find_takers(self) -> Mapping[type[Event], Callable[[Any], None]]:
        """What is done with each kind of event: looked up, for a file has hundreds of them."""
        return {
            ScalarEvent: self._take_scalar,
            MappingStartEvent: lambda event: self._start({}, event),
            SequenceStartEvent: lambda event: self._start([], event),
            MappingEndEvent: self._end,
            SequenceEndEvent: self._end,
            AliasEvent: self._take_alias,
            DocumentStartEvent: self._start_document,
            DocumentEndEvent: _pass_over,
            StreamStartEvent: _pass_over,
        }

    def _take_alias(self, event: AliasEvent) -> None:
        self._refuse(event, _explain_sign(f"“*{event.anchor}”", "an alias"), _ALIAS_HINT)
        self._add("", event)

    def _take_scalar(self, event: ScalarEvent) -> None:
        if event.anchor or event.tag:
            self._refuse_properties(event)
        value: str | None = event.value
        if not value:
            value = "" if event.style else None
            self.has_empty = self.has_empty or value is None
        else:
            meaning = None if event.style else find_other_meaning(value)
            if meaning:
                self._warn(event, value, meaning)
            if self._has_comments and not event.style:
                self._check_comment(event)
            if not value.isascii():
                value = unicodedata.normalize("NFC", value)
        self._add(value, event)

    def _warn(self, event: ScalarEvent, value: str, meaning: str) -> None:
        location = self._locate(event)
        places = ((location.line, location.column), (location.end_line, location.end_column))
        edits = (Edit(start=index, end=index, text='"') for index in (self.text.find_index(*place) for place in places))
        message, hint = f"without quotation marks, other programs read {value} as {meaning}", f'write "{value}"'
        fix = Fix(edits=tuple(edits))
        self.findings.append(self.text.diagnose(location, "ambiguous-scalar", message, hint, Severity.WARNING, fix=fix))

    def _check_comment(self, event: Any) -> None:
        """A “#” without a space behind it (#COP29) was hardly meant to begin a comment."""
        mark = event.end_mark
        found = _HASH_WORD.match(self.text.get_line(mark.line + 1), mark.column)
        if found:
            start = self.text.find_index(mark.line + 1, found.start(1) + 1)
            location = self.text.locate(start, start + len(found[1]))
            message = f"“{found[1]}” begins a comment here, so nothing from it on is read"
            hint = "put the whole text in double quotes, or write a space after “#” if a comment is meant"
            self.findings.append(self.text.diagnose(location, "comment-in-text", message, hint, Severity.WARNING))

    def _start(self, container: Any, event: Any) -> None:
        if event.anchor or event.tag:
            self._refuse_properties(event)
        if len(self._open) >= MAXIMUM_DEPTH:
            raise _Stop(self._stop_nesting(self._locate(event)))
        if isinstance(self._container, dict) and self._key is None:
            self._refuse(event, "the name of a field must be a plain word", "quote it if it is meant as text")
            self._key = f"?{len(self._container)}"
        self._open.append((self._container, self._key))
        self._container, self._key = container, None

    def _stop_nesting(self, location: Location) -> Diagnostic:
        message = f"lists and fields are nested more than {MAXIMUM_DEPTH} deep here"
        hint = "no record needs this: check the brackets and the indentation"
        return self.text.diagnose(location, "too-deep", message, hint)

    def _end(self, event: Event) -> None:
        value = self._container
        self._container, self._key = self._open.pop()
        self._add(value, event)

    def _add(self, value: Any, event: Event) -> None:
        container, key = self._container, self._key
        if container.__class__ is dict:
            if key is None:
                is_plain = value and value not in container and value != "<<"
                self._key = value if is_plain else self._read_key(value, event)
                return
            if value is None and (slip := find_torn_text(container, key, self.text, self._locate(event))):
                self._take_slip(slip, container)
            elif key not in container:  # what is written twice keeps its first value
                container[key] = value
            self._key = None
        elif container is None:
            self._root = value
        else:
            container.append(value)

    def _take_slip(self, slip: TornText, container: dict[str, Any]) -> None:
        """A word without a colon in braces: mostly the rest of a text with a comma, as in ``{de: Power, Samantha}``."""
        if slip.key is None:
            self.has_features = True
        else:
            container[slip.key] = slip.text
        place = self.text.locate(slip.start, slip.end)
        if self.findings and _is_same_start(self.findings[-1].location, place):
            self.findings.pop()  # a text with two commas is one mistake
        self.findings.append(self.text.diagnose(place, "yaml-syntax", slip.message, slip.hint))

    def _read_key(self, key: str | None, event: Event) -> str:
        if key is None:
            self._refuse(event, "a field’s name is missing before the colon", "write it there, or remove the colon")
        elif key == "<<":
            self._refuse(event, _explain_sign("“<<”", "a merge key"), _ALIAS_HINT)
        elif key in self._container:
            message, hint = f'the field "{key}" is here twice', "keep one of them, and remove the other"
            self.findings.append(self.text.diagnose(self._locate(event), "duplicate-key", message, hint))
        return key or ""

    def _start_document(self, event: DocumentStartEvent) -> None:
        self._documents += 1
        if event.version or event.tags:
            self._refuse(event, _explain_sign("“%” at the beginning of a line", "a directive"), "remove the line")
        if self._documents > 1:
            message = "a second document begins here"
            hint = "write one record per file: move this to a file of its own, or remove the line “---”"
            raise _Stop(self.text.diagnose(self._locate(event), "yaml-feature", message, hint))

    def _refuse_properties(self, event: Any) -> None:
        if event.anchor:
            self._refuse(event, _explain_sign(f"“&{event.anchor}”", "an anchor"), _ALIAS_HINT)
        if event.tag:
            hint = "remove it, or quote the whole text if it is meant as text"
            self._refuse(event, _explain_sign(f"“{event.tag}”", "a tag"), hint)

    def _refuse(self, event: Event, message: str, hint: str) -> None:
        self.has_features = True
        self.findings.append(self.text.diagnose(self._locate(event), "yaml-feature", message, hint))

    def _locate(self, event: Event) -> Location:
        return _make_location(self.text.path, event.start_mark, event.end_mark)

    def _explain(self, error: yaml.YAMLError) -> Diagnostic:
        if "nesting depth" in str(error):  # libyaml looks ahead, and stops at 1,000 brackets before we see one
            line, column = self._read_mark(getattr(error, "problem_mark", None))
            return self._stop_nesting(
                Location(path=self.text.path, line=line, column=column, end_line=line, end_column=column)
            )
        problem = explain(
            getattr(error, "problem", None) or str(error),
            getattr(error, "context", None) or "",
            self._read_mark(getattr(error, "problem_mark", None)),
            self._read_mark(getattr(error, "context_mark", None)),
            self.text,
        )
        line, column = problem.place
        location = Location(path=self.text.path, line=line, column=column, end_line=line, end_column=column + 1)
        return self.text.diagnose(location, "yaml-syntax", problem.message, problem.hint)

    def _read_mark(self, mark: Any) -> tuple[int, int]:
        return (mark.line + 1, mark.column + 1) if mark else (1, 1)


def _pass_over(_event: Event) -> None:
    """What begins or ends where nothing else could."""


_ALIAS_HINT = "write the text out where it is needed, or quote it if it is meant as text"


def _explain_sign(written: str, name: str) -> str:
    return f"{written} has a meaning of its own in YAML ({name}), which is not used here"


class _Recorder(_Builder):
    """A builder that also records where things stand."""

    def __init__(self, text: SourceText) -> None:
        super().__init__(text)
        self.keys: dict[Path, Marks] = {}
        self.values: dict[Path, Marks] = {(): (_ZERO, _ZERO)}
        self.first_keys: dict[Path, Marks] = {}
        self._starts: list[Any] = []
        self._paths: list[Path] = []  # of the containers that are open

    def _start(self, container: Any, event: Any) -> None:
        path = self._find_path()
        super()._start(container, event)
        self._starts.append(event.start_mark)
        self._paths.append(path)

    def _end(self, event: Event) -> None:
        self._record(self._paths.pop(), self._starts.pop(), event.end_mark)
        super()._end(event)

    def _add(self, value: Any, event: Event) -> None:
        if isinstance(event, ScalarEvent):
            marks = (event.start_mark, event.end_mark)
            if isinstance(self._container, dict) and self._key is None:
                holder = self._paths[-1]
                self.keys.setdefault((*holder, value or ""), marks)
                self.first_keys.setdefault(holder, marks)
            else:
                self._record(self._find_path(), *marks)
        super()._add(value, event)

    def _find_path(self) -> Path:
        """The path of what is now being added to the container."""
        if self._container is None:
            return ()
        step = self._key if isinstance(self._container, dict) else len(self._container)
        return (*self._paths[-1], step)

    def _record(self, path: Path, start: Any, end: Any) -> None:
        if path not in self.values or path == ():
            self.values[path] = (start, end)


def _is_same_start(one: Location, other: Location) -> bool:
    return (one.line, one.column) == (other.line, other.column)


def _make_location(path: str, start: Any, end: Any) -> Location:
    """A place from two of the parser's marks, which count characters from 0."""
    return Location(
        path=path, line=start.line + 1, column=start.column + 1, end_line=end.line + 1, end_column=end.column + 1
    )
