"""The site's identity, languages and policies (content/site.yaml) and who is monitored (content/coverage.yaml)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field
from pydantic_core import PydanticCustomError

from dragoman.model.dates import EdtfDate
from dragoman.model.text import InlineMarkdown, Length, Localized
from dragoman.model.values import Contact, Language, Licence, OrganisationOrName, Text, Value, WebAddress


def _as_days(value: Any) -> Any:
    if isinstance(value, str) and value.isascii() and value.isdigit() and 0 < int(value) < 10_000:
        return int(value)
    raise PydanticCustomError("wrong-type", "expected a number of days", {"hint": "write a whole number, such as 7"})


class Publisher(Value):
    """Who is responsible for the site."""

    name: Text
    url: WebAddress | None = None
    email: Text | None = None


class Site(Value):
    """Everything about the site as a whole. ``languages[0]`` is the default, into which missing texts fall back."""

    title: Annotated[Localized, Length(120)]
    description: Annotated[Localized, Length(400)]
    url: WebAddress
    id: Text | None = None
    languages: Annotated[tuple[Language, ...], Field(min_length=2)]
    timezone: Text = "UTC"
    licence: Licence = "CC-BY-4.0"
    publisher: Publisher
    corrections_url: Contact | None = None
    complete_until: EdtfDate | None = None
    checks: Mapping[str, Literal["error", "warning", "off"]] = {}
    wording: Mapping[str, tuple[Text, ...]] = {}

    @property
    def default_language(self) -> str:
        """The language that missing texts fall back into."""
        return self.languages[0]


class Pause(Value):
    """A time in which a publisher was not watched."""

    from_: EdtfDate = Field(alias="from")
    to: EdtfDate
    reason: Annotated[InlineMarkdown, Length(400)] | None = None


class Watched(Value):
    """One publisher that is watched, since when, how often (``every``, in days), and with which pauses."""

    publisher: OrganisationOrName
    url: WebAddress | None = None
    since: EdtfDate
    until: EdtfDate | None = None
    every: Annotated[int, BeforeValidator(_as_days)] | None = None
    pauses: tuple[Pause, ...] = ()
