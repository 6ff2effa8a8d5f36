"""Organisations: states, ministries, international organisations, de facto authorities, media."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from dragoman.model.dates import EdtfDate
from dragoman.model.records import Record
from dragoman.model.text import InlineMarkdown, Length, Localized
from dragoman.model.values import OrganisationId, WebAddress, WikidataItem

OrganisationKind = Literal[
    "state", "de-facto-authority", "international-organisation", "organ", "ministry", "presidency", "government",
    "parliament", "armed-forces", "agency", "commission", "party", "non-governmental", "media", "company",
]  # fmt: skip
#: The kinds that can be a side of an event.
SIDE_KINDS = frozenset({"state", "de-facto-authority", "international-organisation"})


class Organisation(Record):
    """A body that people hold office in and that issues readouts. ``parent`` leads up to its side.

    For a state by ISO code, ``name`` and ``kind`` may be left out of the file: reading adds them.
    """

    name: Annotated[Localized, Length(200)]
    short: Annotated[Localized, Length(60)] | None = None
    kind: OrganisationKind
    parent: OrganisationId | None = None
    website: WebAddress | None = None
    wikidata: WikidataItem | None = None
    from_: EdtfDate | None = Field(default=None, alias="from")
    to: EdtfDate | None = None
    note: Annotated[InlineMarkdown, Length(1500)] | None = None
