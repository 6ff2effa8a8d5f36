"""Follows a mapping: fills the templates of records with a row's cells. Knows the model's shapes, no file format."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from dragoman.content.fields import Leaf, ListOf, MappingOf, ModelShape, OneOf, Shape
from dragoman.content.files import Kind
from dragoman.content.validating import get_file_shape
from dragoman.importing.cells import CellError, split_cell, substitute
from dragoman.importing.known import Known, Unheld, UnknownError
from dragoman.importing.mapping import NAME, PLACEHOLDER, TITLE, Mapped, iter_placeholders
from dragoman.importing.rows import Remark, Row
from dragoman.model.dates import EdtfDate
from dragoman.model.text import InlineMarkdown, Length, Markdown
from dragoman.model.values import Reference

#: In a participant of the template: the organisation of the person, by which people of one name are told apart.
_OF = "of"
_KINDS = {"person": Kind.PERSON, "organisation": Kind.ORGANISATION, "place": Kind.PLACE, "topic": Kind.TOPIC}
#: What Markdown would take for a mark where it stands inside a text, or begins a line.
_MARKS = re.compile(r"([\\*_\[\]`])")
_LINE_MARKS = re.compile(r"(?m)^([ \t]*\d*)(?=(?<!\d)[-+>#]|(?<=\d)\.\s)")
_EMPTY: tuple[Any, ...] = ("", None, {}, [])


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """A record as its file says it, and what was lost on the way."""

    data: dict[str, Any]
    remarks: tuple[Remark, ...]


def fill_event(
    row: Row, values: Mapping[str, str], date: EdtfDate, mapped: Mapped, known: Known, languages: tuple[str, ...]
) -> Filled:
    """The event of a row. ``languages`` are the site's. Raises UnknownError and CellError."""
    filler = _Filler(row, mapped, languages, known, date)
    data = filler.fill(mapped.event, get_file_shape(Kind.EVENT), values, "")
    data["date"] = date.text
    return Filled(data=data, remarks=tuple(filler.remarks))


def fill_record(
    kind: Kind, template: Any, values: Mapping[str, str], mapped: Mapped, languages: tuple[str, ...]
) -> Filled:
    """A record of another kind, from its template."""
    filler = _Filler(Row(number=0, cells={}), mapped, languages, None, None)
    return Filled(data=filler.fill(template, get_file_shape(kind), values, ""), remarks=tuple(filler.remarks))


def fill_date(template: Any, values: Mapping[str, str]) -> EdtfDate:
    """The date of a row: from a text, or from the two days of ``{from, to}``. Raises CellError."""
    ends = template if isinstance(template, Mapping) else {"from": template}
    texts = [substitute(str(ends.get(end, "")), values) for end in ("from", "to")]
    first, last = texts
    if not first:
        raise CellError("", "there is no date")
    try:
        return EdtfDate.parse(first if last in ("", first) else f"{first}/{last}")
    except ValueError as error:
        raise CellError("", f"“{first}” is not a date: {error}") from None


class _Filler:
    """Fills one record, and gathers what there is to say about that."""

    def __init__(
        self, row: Row, mapped: Mapped, languages: tuple[str, ...], known: Known | None, date: EdtfDate | None
    ) -> None:
        self._row = row
        self._mapped = mapped
        self._languages = languages
        self._known = known
        self._date = date
        self.remarks: list[Remark] = []

    def fill(self, template: Any, shape: Shape | None, values: Mapping[str, str], field: str) -> Any:
        """The template filled, without what came out empty."""
        match template, shape:
            case Mapping(), Leaf() if shape.is_localized:
                filled = {tag: self._fill_text(text, shape, values, field) for tag, text in template.items()}
            case Mapping(), OneOf():
                wanted = next((name for name in ("organisation", "none_found") if name in template), "")
                return self.fill(template, shape.guess(wanted), values, field)
            case Mapping(), ModelShape():
                filled = {key: self.fill(value, _step(shape, key), values, key) for key, value in template.items()}
            case Mapping(), MappingOf(value=inner):
                filled = {key: self.fill(value, inner, values, key) for key, value in template.items()}
                if field == "sources":
                    filled = {key: one for key, one in filled.items() if one and ("url" in one or "ref" in one)}
            case Mapping(), _:
                filled = {key: self.fill(value, None, values, key) for key, value in template.items()}
            case list(), _:
                item = shape.item if isinstance(shape, ListOf) else shape
                return [one for part in template for one in self._fill_item(part, item, values, field)]
            case str(), _:
                leaf = shape.item if isinstance(shape, ListOf) else shape
                return self._fill_text(template, leaf if isinstance(leaf, Leaf) else None, values, field)
            case _:
                return template
        return {key: value for key, value in filled.items() if value not in _EMPTY}

    def _fill_item(self, template: Any, shape: Shape | None, values: Mapping[str, str], field: str) -> list[Any]:
        """An item of a list: several, where a cell of several things goes into it."""
        used = {name.partition(".")[0] for name in iter_placeholders(template)}
        several = [name for name in used if name in self._mapped.columns and self._mapped.columns[name].split]
        if not several:
            views = [values]
        else:
            [name] = several[:1]
            column = self._mapped.columns[name]
            views = [{**values, **part} for part in split_cell(name, self._row.cells.get(name, ""), column)]
        filled = [
            self._fill_participant(template, shape, view)
            if field == "participants" and isinstance(template, Mapping)
            else self.fill(template, shape, view, field)
            for view in views
        ]
        return [one for one in filled if one not in _EMPTY]

    def _fill_participant(self, template: Mapping[str, Any], shape: Shape | None, values: Mapping[str, str]) -> Any:
        if "person" not in template or self._known is None or self._date is None:
            return self.fill(template, shape, values, "")
        written = template["person"]
        name = substitute(written, values)
        if not name:
            self._note("participants", "a participant is left out, since the cell is empty")
            return {}
        rest = self.fill(
            {key: value for key, value in template.items() if key not in {"person", _OF}}, shape, values, ""
        )
        if not PLACEHOLDER.search(written):
            return {"person": name, **rest}
        of = self._find_organisation(template.get(_OF, ""), values)
        title = _find_title_of(written, values)
        found = self._known.get_or_add_person(
            name, title, of, self._date, self._row.number, may_add=Kind.PERSON in self._mapped.templates
        )
        if isinstance(found, str):
            return {"person": found, **rest}
        return {**self._name_only(found, f"{title} {name}".strip(), of), **rest}

    def _name_only(self, unheld: Unheld, name: str, of: str) -> dict[str, Any]:
        """Somebody who is known but held no office then, as an official of the organisation."""
        if not of:
            raise UnknownError(f"{unheld.person} held no office on {self._date}, and no organisation is given")
        message = (
            f"{unheld.person} held no office on {self._date}: taken in as “{name}” of {of}; "
            "add the office, then name the person"
        )
        self._note("person", message)
        return {"organisation": of, "name": dict.fromkeys(self._languages, name)}

    def _find_organisation(self, template: str, values: Mapping[str, str]) -> str:
        name = substitute(template, values)
        return self._resolve(Kind.ORGANISATION, name) if name and PLACEHOLDER.search(template) else name

    def _resolve(self, kind: Kind, name: str) -> str:
        if self._known is None:
            return name
        return self._known.get_or_add(kind, name, self._row.number, may_add=kind in self._mapped.templates)

    def _fill_text(self, template: str, leaf: Leaf | None, values: Mapping[str, str], field: str) -> str:
        has_placeholder = PLACEHOLDER.search(template) is not None
        if not has_placeholder:
            return template
        is_marked_up = (
            leaf is not None and isinstance(leaf.type, type) and issubclass(leaf.type, Markdown | InlineMarkdown)
        )
        text = substitute(template, self._escape(values) if is_marked_up else values)
        if not is_marked_up:
            text = " ".join(text.split())
        reference = leaf.find_note(Reference) if leaf else None
        if text and reference and reference.kind in _KINDS and self._known:
            if reference.or_plain:
                return self._known.find(_KINDS[reference.kind], text) or text
            return self._resolve(_KINDS[reference.kind], text)
        return self._shorten(text, leaf, field)

    def _escape(self, values: Mapping[str, str]) -> dict[str, str]:
        return {
            name: text if self._is_marked_up(name) else _LINE_MARKS.sub(r"\1\\", _MARKS.sub(r"\\\1", text))
            for name, text in values.items()
        }

    def _is_marked_up(self, name: str) -> bool:
        column = self._mapped.columns.get(name.partition(".")[0])
        return column is not None and column.is_markdown

    def _shorten(self, text: str, leaf: Leaf | None, field: str) -> str:
        length = leaf.find_note(Length) if leaf else None
        if length is None or len(text) <= length.longest:
            return text
        cut = text[: length.longest - 1].rsplit(None, 1)[0].rstrip(" ,;:–-\\")
        self._note(field, f"cut to {length.longest} characters; left out: “{text[len(cut) :].strip()}”")
        return f"{cut}…"

    def _note(self, field: str, message: str) -> None:
        self.remarks.append(Remark(row=self._row.number, column=field, message=message))


def _find_title_of(template: str, values: Mapping[str, str]) -> str:
    """The title that was cut off the name which a template names."""
    return next(
        (
            values.get(f"{name.removesuffix(f'.{NAME}')}.{TITLE}", "")
            for name in iter_placeholders(template)
            if name.endswith(f".{NAME}")
        ),
        "",
    )


def _step(shape: ModelShape, key: str) -> Shape | None:
    return shape.fields[key][1] if key in shape.fields else None
