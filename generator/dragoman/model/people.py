"""A person and the offices they held."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field

from dragoman.model.dates import EdtfDate
from dragoman.model.records import Record
from dragoman.model.text import Length, Localized
from dragoman.model.values import Flag, OneOrMany, OrganisationId, Text, Value, WebAddress, WikidataItem


class Office(Value):
    """An office with the time it was held. ``from_`` and ``to`` are as uncertain as they are written;

    no ``to`` means that it is still held. ``title`` is shown as written (``acting`` adds no word).
    """

    id: Text
    of: OrganisationId
    title: Annotated[Localized, Length(200)]
    from_: EdtfDate | None = Field(default=None, alias="from")
    to: EdtfDate | None = None
    acting: Flag = False
    sources: OneOrMany[WebAddress] = ()


class Person(Record):
    """Somebody who takes part in contacts or speaks about them; deliberately nothing about their private life."""

    name: Annotated[Localized, Length(120)]
    sort: Annotated[Localized, Length(120)] | None = None
    native: Mapping[str, Text] = {}
    aliases: tuple[Text, ...] = ()
    wikidata: WikidataItem | None = None
    offices: tuple[Office, ...] = ()
