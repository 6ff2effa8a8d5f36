"""The fixed notations of the model (dates, times, ids …) as parts of a JSON Schema: their form, not their meaning."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from dragoman.content.identifiers import LONGEST_ID as LONGEST_ID  # noqa: PLC0414 - one number for rule and schema
from dragoman.model.dates import EdtfDate
from dragoman.model.times import Duration, LocalTime, Moment

ID = "^[a-z0-9]+(-[a-z0-9]+)*$"
#: A language tag (BCP 47) in its usual spelling.
LANGUAGE: Mapping[str, Any] = {
    "type": "string",
    "pattern": "^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?(-([a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*$",
}

_PART = "[0-9]{4}(-([0-9]{2}|XX)(-([0-9]{2}|XX))?)?[?~%]?"
_DATE = rf"{_PART}|({_PART}|\.\.)/({_PART}|\.\.)|\[{_PART}(,{_PART})+\]|\[{_PART}\.\.{_PART}\]"
_MOMENT = "[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}(:[0-9]{2})?(Z|[+-][0-9]{2}:[0-9]{2}))?"
#: A year alone is a number to a reader of YAML.
_YEAR = {"minimum": 1000, "maximum": 9999}

#: A date, or a moment where more is known.
PUBLICATION: Mapping[str, Any] = {"type": ["string", "integer"], "pattern": f"^({_DATE}|{_MOMENT})$", **_YEAR}

_NOTATIONS: Mapping[Any, Mapping[str, Any]] = {
    EdtfDate: {"type": ["string", "integer"], "pattern": f"^({_DATE})$", **_YEAR},
    Moment: {"type": "string", "pattern": f"^({_MOMENT})$"},
    LocalTime: {"type": "string", "pattern": "^([01][0-9]|2[0-3]):[0-5][0-9] [A-Za-z][A-Za-z0-9_+/-]*$"},
    Duration: {"type": "string", "pattern": "^P(?=.)([0-9]+W)?([0-9]+D)?(T(?=.)([0-9]+H)?([0-9]+M)?)?$"},
    bool: {"type": "boolean"},
    int: {"type": "integer", "minimum": 1, "maximum": 9999},
}


def find_notation(kind: Any) -> Mapping[str, Any] | None:
    """The form of a value of this type; None for plain text and numbers, which have bounds of their own."""
    return _NOTATIONS.get(kind)


def find_bound(notes: Sequence[Any], name: str) -> Any:
    """A bound that the model's annotations set, under the validator's name for it; None where they do not."""
    for note in notes:
        bound = getattr(note, name, None)
        if bound is not None:
            return bound
        inner = find_bound(tuple(getattr(note, "metadata", ())), name)
        if inner is not None:
            return inner
    return None
