"""The mapping: how the columns of a table become the fields of records. Reads it; ``filling`` follows it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from dragoman.content.files import FOLDERS, Kind, SourceFile
from dragoman.content.text import SourceText, decode
from dragoman.content.yamltree import Document, parse
from dragoman.diagnostics import Diagnostic
from dragoman.errors import DragomanError

#: A place in a template that a column's cell goes into: ``{column}``, ``{column.name}``, ``{column|if empty}``.
PLACEHOLDER = re.compile(r"\{([^{}|]+)(?:\|([^{}]*))?\}")
_KEYS = frozenset({"id", "language", "columns", "ignore", "event", "records", *FOLDERS} - {"events", "terms"})
_OPTIONS = frozenset({"date", "titles", "split", "values", "markdown"})
#: What the templates of records other than events can name; all but ``name`` is empty for what is no person.
OF_RECORDS = frozenset({"name", "title", "of", "of.name", "first", "last", "number"})
#: What a title is cut off a name as, and what is left of it.
TITLE, NAME = "title", "name"


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """How a column is read. ``date`` is how days are written there, such as ``DD.MM.YYYY`` (empty: it holds none).

    ``titles`` are words that stand before a name, ``split`` what stands between two of several things in one cell,
    ``values`` what to take for what stands there; ``is_markdown`` says that its texts are marked up already.
    """

    date: str = ""
    titles: tuple[str, ...] = ()
    split: tuple[str, ...] = ()
    values: Mapping[str, str] = field(default_factory=dict)
    is_markdown: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Mapped:
    """``event`` is an event as one would write it, with placeholders; so are the ``templates`` of other kinds.

    ``records`` are written as they are where they are not there yet; ``topics/state-visits`` is the name of one.
    """

    id: str
    language: str
    columns: Mapping[str, Column]
    ignored: frozenset[str]
    event: Mapping[str, Any]
    templates: Mapping[Kind, Any]
    records: Mapping[str, Any]

    def find_used(self) -> frozenset[str]:
        """The columns that the placeholders of an event name."""
        return frozenset(name.partition(".")[0] for name in iter_placeholders((self.id, self.event)))

    def takes(self, column: str) -> bool:
        """Whether a column goes anywhere, be it only where another is empty, or is left out on purpose."""
        fallbacks = {name for name in iter_placeholders((self.id, self.event), group=2) if name}
        return column in self.find_used() | self.ignored | fallbacks


def iter_placeholders(template: Any, group: int = 1) -> Iterator[str]:
    """The names in all placeholders of a template; of ``group`` 2, what stands behind their bars."""
    match template:
        case str():
            for found in PLACEHOLDER.finditer(template):
                yield found[group] or ""
        case Mapping():
            for value in template.values():
                yield from iter_placeholders(value, group)
        case list() | tuple():
            for value in template:
                yield from iter_placeholders(value, group)


def read_mapping(name: str, content: bytes) -> Mapped:
    """The mapping in a file. Raises DragomanError, which names the place where there is one."""
    source = SourceFile(path=name, kind=Kind.EVENT, content=content, size=len(content), digest="")
    text = decode(source)
    document = parse(text) if isinstance(text, SourceText) else None
    findings: tuple[Diagnostic, ...] = (text,) if isinstance(text, Diagnostic) else getattr(document, "findings", ())
    if findings or not isinstance(document, Document):
        finding = findings[0]
        place = f"{name}:{finding.location.line}:{finding.location.column}"
        raise DragomanError(f"{place}: {finding.message}", hint=finding.hint)
    return make_mapping(name, document.data)


def make_mapping(name: str, data: Any) -> Mapped:
    """A mapping from what its file says. Raises DragomanError."""
    _check_keys(name, data, _KEYS, required=frozenset({"language", "event"}))
    for folder in FOLDERS.keys() & data.keys():
        for placeholder in iter_placeholders(data[folder]):
            if placeholder not in OF_RECORDS:
                raise DragomanError(
                    f"{name}: {folder} cannot use {{{placeholder}}}", hint=f"there are {', '.join(sorted(OF_RECORDS))}"
                )
    columns = data.get("columns", {})
    if not isinstance(columns, dict):
        raise DragomanError(f"{name}: columns is a mapping of headings to options")
    _check_keys(f"{name}: event", data["event"], None, required=frozenset({"date", "participants"}))
    return Mapped(
        id=str(data.get("id", "")),
        language=str(data["language"]),
        columns={column: _read_column(f"{name}: {column}", options) for column, options in columns.items()},
        ignored=frozenset(_as_texts(f"{name}: ignore", data.get("ignore", []))),
        event=data["event"],
        templates={kind: data[folder] for folder, kind in FOLDERS.items() if folder in data},
        records=data.get("records", {}),
    )


def _read_column(name: str, options: Any) -> Column:
    _check_keys(name, options, _OPTIONS)
    date = str(options.get("date", ""))
    if date and not {"YYYY", "MM", "DD"} <= {*re.findall(r"YYYY|MM|DD", date)}:
        raise DragomanError(f'{name}: "{date}" does not say how a day is written', hint="for example: DD.MM.YYYY")
    values = options.get("values", {})
    if not isinstance(values, dict):
        raise DragomanError(f"{name}: values is a mapping of what stands in the table to what is meant")
    return Column(
        date=date,
        titles=tuple(_as_texts(f"{name}: titles", options.get("titles", []))),
        split=tuple(_as_texts(f"{name}: split", options.get("split", []))),
        values={key: str(value or "") for key, value in values.items()},
        is_markdown=options.get("markdown") == "true",
    )


def _check_keys(name: str, data: Any, known: frozenset[str] | None, *, required: frozenset[str] = frozenset()) -> None:
    if not isinstance(data, dict):
        raise DragomanError(f"{name} must be a mapping")
    for key in data:
        if known is not None and key not in known:
            raise DragomanError(f'{name}: there is no setting "{key}"', hint=f"there are {', '.join(sorted(known))}")
    for key in sorted(required - data.keys()):
        raise DragomanError(f'{name}: "{key}" is missing')


def _as_texts(name: str, value: Any) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return value
    raise DragomanError(f"{name} is a list of texts")
