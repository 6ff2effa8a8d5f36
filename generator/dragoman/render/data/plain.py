"""Values of the model as plain ones (text, numbers, lists, mappings), such as JSON has. Knows no record."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

from dragoman.model.dates import DateKind, DatePart, EdtfDate, Precision
from dragoman.model.event import Source
from dragoman.model.text import Localized
from dragoman.model.times import Moment

#: A record or a part of one; what is not known is not there, so that nothing is ever null.
Plain = Mapping[str, Any]
#: Of these zero and false are values like any other.
_NUMBERS = frozenset({bool, int, float})


def known(**values: Any) -> dict[str, Any]:
    """The values that there are, in the order given: without None, empty texts, lists and mappings.

    A name may end in ``_`` where Python takes it for a word of its own.
    """
    return {name.removesuffix("_"): value for name, value in values.items() if value or value.__class__ in _NUMBERS}


def texts(text: Localized | None) -> dict[str, str]:
    """A text by language, as written: nothing is filled in from another language, Markdown stays Markdown."""
    return dict(text.texts) if text else {}


def moment(value: Moment | EdtfDate | None) -> str | None:
    """A day, a date-time with its offset, or a date in EDTF, as written."""
    return None if value is None else value.text


def date_parts(date: EdtfDate) -> dict[str, Any]:
    """A date as exactly as it is known. Nothing is rounded to a day.

    ``date`` is the EDTF text. ``day`` is there if this is one day and nothing qualifies it. ``not_before`` and
    ``not_after`` are the first and last day that can be meant, each there if that limit is known and not itself
    uncertain or approximate. ``year`` and ``month`` are there if the whole date lies in one.
    """
    lower, upper = _firm(date, first=True), _firm(date, first=False)
    return known(
        date=date.text,
        day=date.day.isoformat() if date.day and date.is_exact else None,
        not_before=lower.isoformat() if lower else None,
        not_after=upper.isoformat() if upper else None,
        year=lower.year if lower and upper and lower.year == upper.year else None,
        month=lower.month if lower and upper and (lower.year, lower.month) == (upper.year, upper.month) else None,
        precision=date.precision.value,
        uncertain=date.uncertain,
        approximate=date.approximate,
    )


def _firm(date: EdtfDate, *, first: bool) -> dt.date | None:
    """The lower or the upper bound of a date, where no qualifier makes it less than one."""
    parts: tuple[DatePart | None, ...] = (
        date.parts if date.kind is DateKind.ONE_OF else (date.parts[0 if first else -1],)
    )
    if any(part is None or part.uncertain or part.approximate for part in parts):
        return None
    return date.lower if first else date.upper


def exact_span(date: EdtfDate) -> tuple[dt.date, dt.date] | None:
    """The first and the last day of a contact whose days are known: one day, or from one day to another; else None."""
    if date.kind not in {DateKind.SIMPLE, DateKind.INTERVAL} or date.uncertain or date.approximate:
        return None
    first, last = date.parts[0], date.parts[-1]
    if first is None or last is None or {first.precision, last.precision} != {Precision.DAY}:
        return None
    return first.lower, last.upper


def ids(records: Iterable[Any]) -> list[str]:
    """The records' ids, in the order given."""
    return [record.id for record in records]


def address(source: Source) -> str | None:
    """Where a source can be found: its address, else its reference in print."""
    return source.url or source.ref
