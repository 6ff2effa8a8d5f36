"""When a source was published: a moment, or only a month or a year where no more is known of it."""

from __future__ import annotations

from typing import Annotated, cast

from pydantic import GetPydanticSchema

from dragoman.model.dates import EdtfDate
from dragoman.model.notation import notation_schema
from dragoman.model.times import Moment


def parse_publication(text: str) -> Moment | EdtfDate:
    """A Moment for a day or a date-time; an EdtfDate for anything less exact. Raises as their ``parse`` does."""
    if ":" in text:
        return Moment.parse(text)
    date = EdtfDate.parse(text)
    return Moment.parse(text) if date.is_exact else date


PublicationDate = Annotated[
    Moment | EdtfDate,
    GetPydanticSchema(
        lambda _source, _handler: notation_schema(
            cast("type[Moment | EdtfDate]", Moment | EdtfDate), parse_publication, str
        )
    ),
]
