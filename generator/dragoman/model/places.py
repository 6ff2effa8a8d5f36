"""Places and terms: things that sides, languages and periods name differently."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field
from pydantic_core import PydanticCustomError

from dragoman.model.dates import EdtfDate
from dragoman.model.records import Record
from dragoman.model.text import InlineMarkdown, Length, Localized
from dragoman.model.values import Language, OneOrMany, OrganisationId, OrganisationOrName, Text, Value

PlaceKind = Literal["city", "region", "country", "building", "road", "border-section", "other"]


def _as_number(value: Any) -> Any:
    try:
        return float(value)
    except (TypeError, ValueError):
        raise PydanticCustomError(
            "wrong-type", "expected a number of degrees", {"hint": "write degrees with a point, such as 39.82"}
        ) from None


Latitude = Annotated[float, BeforeValidator(_as_number), Field(ge=-90, le=90)]
Longitude = Annotated[float, BeforeValidator(_as_number), Field(ge=-180, le=180)]


class UsedName(Value):
    """A name, who uses it, when, and where that is known from (an address or a plain reference)."""

    text: Text
    lang: Language
    used_by: OneOrMany[OrganisationOrName] = ()
    from_: EdtfDate | None = Field(default=None, alias="from")
    to: EdtfDate | None = None
    source: Text | None = None


class Place(Record):
    """Somewhere. ``name`` is the site's own usage; ``in_`` the organisation(s), mostly states, it lies in."""

    name: Annotated[Localized, Length(120)]
    kind: PlaceKind
    names: tuple[UsedName, ...] = ()
    in_: OneOrMany[OrganisationId] = Field(default=(), alias="in")
    lat: Latitude | None = None
    lon: Longitude | None = None
    note: Annotated[InlineMarkdown, Length(1500)] | None = None


class Term(Record):
    """What a thing is called, such as “anti-terror measures” and “military operation”."""

    name: Annotated[Localized, Length(120)]
    definition: Annotated[InlineMarkdown, Length(1500)]
    names: tuple[UsedName, ...] = ()
