"""Changes texts and stamps in a record's file, and leaves every other byte as it was.

The exact places come from the parser. The result is read again and compared with what it should say, and only then
handed out; so a layout that this module does not understand is refused, never damaged.
"""

from __future__ import annotations

import copy
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from dragoman.content.files import SourceFile
from dragoman.content.text import SourceText, decode
from dragoman.content.yamltree import Document, Path, Positions, find_positions, parse
from dragoman.diagnostics import Location
from dragoman.editing.scalars import notate, notate_below, quote
from dragoman.model.records import Translation

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_LINE_END = re.compile(r"\r\n|\r|\n")
_NUMBER_LIKE = re.compile(r"\d+(?:e\d+)?")
_STAMPS = "translations"
_STAMPS_HEAD = f"{_STAMPS}: # written by `dragoman translations accept`"


class CannotWriteError(Exception):
    """A file in which the change could not be made with certainty; the message says why, in a few words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Replacement:
    """The characters from ``start`` up to ``end`` give way to ``text`` (with plain line feeds)."""

    start: int
    end: int
    text: str


def set_texts(source: SourceFile, texts: Mapping[Path, str]) -> bytes:
    """The file with these texts in place, each at the path of a localised field and its language.

    A language that the field lacks is added after those it has. The field itself must be there.
    Raises CannotWriteError.
    """
    text, data = _parse(source)
    wanted = {path: unicodedata.normalize("NFC", value) for path, value in texts.items()}
    changed = {path: value for path, value in wanted.items() if _find(data, path) != value}
    if not changed:
        return source.content
    expected = copy.deepcopy(data)
    for path, value in changed.items():
        _get_mapping(expected, path[:-1])[path[-1]] = value
    return _replace(source, text, list(_iter_text_replacements(text, data, changed)), expected)


def set_stamps(source: SourceFile, stamps: Mapping[str, Translation]) -> bytes:
    """The file with these as all its ``translations``. Raises CannotWriteError."""
    text, data = _parse(source)
    if not isinstance(data, dict):
        raise CannotWriteError("it holds no record")
    written = {language: _as_data(made) for language, made in stamps.items()}
    if data.get(_STAMPS, {}) == written:
        return source.content
    expected = {key: value for key, value in data.items() if key != _STAMPS} | {_STAMPS: written}
    body = "".join(_iter_stamp_lines(stamps))
    if _STAMPS not in data:
        start = len(text.text)
        opening = "" if text.text.endswith(("\n", "\r")) else "\n"
        replacement = _Replacement(start=start, end=start, text=f"{opening}{_STAMPS_HEAD}\n{body}")
        return _replace(source, text, [replacement], expected)
    return _replace(source, text, [_replace_stamps(_Places(text), data, body)], expected)


def _as_data(made: Translation) -> dict[str, Any]:
    return {"from": made.from_, "method": made.method, "of": dict(made.of)}


def _iter_stamp_lines(stamps: Mapping[str, Translation]) -> Iterator[str]:
    """One stamp a line, so that two people's changes to a record rarely meet in one."""
    for language, made in stamps.items():
        yield f"  {notate(language)}:\n    from: {notate(made.from_)}\n    method: {made.method}\n"
        yield "    of:\n" if made.of else "    of: {}\n"
        for name, stamp in made.of.items():
            yield f"      {notate(name)}: {_write_stamp(stamp)}\n"


def _replace_stamps(places: _Places, data: dict[str, Any], body: str) -> _Replacement:
    """The present stamps, up to the end of the last of them; what is written after their key stays."""
    key = places.get_end(places.positions.locate((_STAMPS,), "key"))
    found = _LINE_END.search(places.text.text, key)
    line_end = found.start() if found else len(places.text.text)
    value = places.get_span((_STAMPS,))
    if value.start < line_end:  # in flow style, on the key's own line
        tail = places.text.text[value.end : line_end].strip()
        if tail and not tail.startswith("#"):
            raise CannotWriteError("its stamps are written in a way that this program does not know")
        return _Replacement(start=key + 1, end=value.end, text="\n" + body.removesuffix("\n"))
    end = max(places.get_outer_end(path) for path in _iter_leaf_paths(data[_STAMPS], (_STAMPS,)))
    return _Replacement(start=line_end, end=end, text="\n" + body.removesuffix("\n"))


def _write_stamp(stamp: str) -> str:
    """A digest, in quotes where it looks like a number."""
    return stamp if stamp.isalnum() and not _NUMBER_LIKE.fullmatch(stamp) else quote(stamp)


def _write_below(key: str, text: str, indent: int) -> str:
    return "\n".join(notate_below(text, indent=indent, column=indent + len(notate(key)) + 2))


def _iter_leaf_paths(data: Any, path: Path) -> Iterator[Path]:
    if isinstance(data, dict) and data:
        for key, value in data.items():
            yield from _iter_leaf_paths(value, (*path, key))
    else:
        yield path


def _iter_text_replacements(text: SourceText, data: Any, texts: Mapping[Path, str]) -> Iterator[_Replacement]:
    places = _Places(text)
    added: dict[Path, list[tuple[str, str]]] = {}
    for path, value in texts.items():
        languages = _get_mapping(data, path[:-1])
        if path[-1] in languages:
            yield places.replace(path, value)
        else:
            added.setdefault(path[:-1], []).append((str(path[-1]), value))
    for field, more in added.items():
        yield places.add((*field, list(_get_mapping(data, field))[-1]), more)


class _Places:
    """Where things stand in a text, as indexes of characters."""

    def __init__(self, text: SourceText) -> None:
        self.text = text
        self.positions: Positions = find_positions(text)
        self._starts = [0, *(found.end() for found in _LINE_END.finditer(text.text))]

    def replace(self, path: Path, value: str) -> _Replacement:
        """The value at ``path`` becomes this text."""
        span = self.get_span(path)
        return _Replacement(start=span.start, end=span.end, text=self._write(path, span, value))

    def add(self, last: Path, texts: list[tuple[str, str]]) -> _Replacement:
        """Further languages after ``last``, the path of the last one that is there."""
        span = self.get_span(last)
        if self._is_in_flow(last):
            more = "".join(f", {notate(tag)}: {notate(text, in_flow=True)}" for tag, text in texts)
            return _Replacement(start=span.end, end=span.end, text=more)
        indent = self.positions.locate(last, "key").column - 1
        end = self._find_line_end(span.end)
        text = "".join(f"\n{' ' * indent}{notate(tag)}: {_write_below(tag, value, indent)}" for tag, value in texts)
        return _Replacement(start=end, end=end, text=text)

    def get_span(self, path: Path) -> _Replacement:
        """From where to where the value at ``path`` stands; of a block text, without the blank lines after it."""
        place = self.positions.locate(path)
        start, end = self._get_start(place), self.get_end(place)
        written = self.text.text[start:end]
        return _Replacement(start=start, end=start + len(written.rstrip()), text="")

    def get_end(self, place: Location) -> int:
        """The index after a place."""
        return self._starts[min(place.end_line, len(self._starts)) - 1] + place.end_column - 1

    def _get_start(self, place: Location) -> int:
        return self._starts[place.line - 1] + place.column - 1

    def _find_line_end(self, index: int) -> int:
        found = _LINE_END.search(self.text.text, index)
        return found.start() if found else len(self.text.text)

    def _write(self, path: Path, span: _Replacement, value: str) -> str:
        if self._is_in_flow(path):
            return notate(value, in_flow=True)
        if self.text.text[span.end : self._find_line_end(span.end)].strip():
            return notate(value)  # a comment follows, which a block would swallow
        indent = self.positions.locate(path, "key").column - 1
        line_start = max(begun for begun in self._starts if begun <= span.start)
        return "\n".join(notate_below(value, indent=indent, column=span.start - line_start))

    def get_outer_end(self, path: Path) -> int:
        """The index after the value at ``path``, and after the brackets or braces around it."""
        outer = next((path[:length] for length in range(len(path)) if self._is_flow(path[:length])), path)
        return self.get_span(outer).end

    def _is_in_flow(self, path: Path) -> bool:
        """Whether the value stands inside brackets or braces."""
        return any(self._is_flow(path[:length]) for length in range(len(path)))

    def _is_flow(self, path: Path) -> bool:
        start = self._get_start(self.positions.locate(path))
        return self.text.text[start : start + 1] in {"{", "["}


def _parse(source: SourceFile) -> tuple[SourceText, Any]:
    text = decode(source)
    parsed = parse(text) if isinstance(text, SourceText) else None
    if not isinstance(text, SourceText) or not isinstance(parsed, Document) or parsed.findings:
        raise CannotWriteError("it cannot be read: `dragoman check` says why")
    return text, parsed.data


def _replace(source: SourceFile, text: SourceText, replacements: list[_Replacement], expected: Any) -> bytes:
    """The file after the replacements, in its own line ends, if it then says what is expected."""
    line_end = "\r\n" if "\r\n" in text.text else "\n"
    written, position = [], 0
    for replacement in sorted(replacements, key=lambda one: one.start):
        written += [text.text[position : replacement.start], replacement.text.replace("\n", line_end)]
        position = replacement.end
    new = "".join((*written, text.text[position:]))
    again = parse(SourceText(source.path, new))
    if not isinstance(again, Document) or again.findings or again.data != expected:
        raise CannotWriteError("its layout leaves no safe way to write this change; make it by hand")
    mark = _BYTE_ORDER_MARK if source.content.startswith(_BYTE_ORDER_MARK) else b""
    return mark + new.encode("utf-8")


def _find(data: Any, path: Path) -> Any:
    for step in path:
        match data:
            case dict() if step in data:
                data = data[step]
            case list() if isinstance(step, int) and 0 <= step < len(data):
                data = data[step]
            case _:
                return None
    return data


def has_text(data: Any, path: Path) -> bool:
    """Whether a file's data hold a localised field at ``path``."""
    return isinstance(_find(data, path), dict)


def _get_mapping(data: Any, path: Path) -> dict[Any, str]:
    found = _find(data, path)
    if not isinstance(found, dict):
        raise CannotWriteError(f"it has no {'.'.join(map(str, path))}")
    return found
