"""What all records have in common: an id that never changes, and the state of their translations."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from pydantic import Field

from dragoman.model.values import Language, Text, Value

#: How a translation was made.
Method = Literal["human", "machine", "machine-reviewed", "official"]


class Translation(Value):
    """From which language a record was translated, how, and the digest of each original text by field path."""

    from_: Language = Field(alias="from")
    method: Method
    of: Mapping[str, Text] = {}


class Record(Value):
    """One YAML file. ``id`` is the file's name and is not written in the file."""

    id: str
    former_ids: tuple[Text, ...] = ()
    translations: Mapping[str, Translation] = {}
