"""The kinds of value that records are made of: references, one-or-many, text read as a flag or a number.

Everything arrives as text (see ``content.yamltree``); a declared type is what converts it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any, Literal, TypeVar

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints
from pydantic_core import PydanticCustomError

from dragoman.model.lines import join_lines

Item = TypeVar("Item")


class Value(BaseModel):
    """A part of a record: frozen, and closed to fields it does not declare."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=False, hide_input_in_errors=True)


RecordKind = Literal["event", "person", "organisation", "place", "topic", "term"]
ReferenceKind = Literal["event", "person", "organisation", "place", "place-or-term", "topic", "source", "readout"]


@dataclass(frozen=True, slots=True)
class Reference:
    """An annotation on a text field: it holds the id of a record, or of a part of its own event.

    ``or_plain`` marks fields that take a record's id or any plain name (a publisher, say).
    """

    kind: ReferenceKind
    or_plain: bool = False


@dataclass(frozen=True, slots=True)
class Url:
    """An annotation on a text field: it holds a web address (``mail``: or a mailto address)."""

    mail: bool = False


def _as_list(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


def _as_flag(value: Any) -> Any:
    match value:
        case "true":
            return True
        case "false":
            return False
        case _:
            raise PydanticCustomError("wrong-type", "expected true or false", {"hint": "write true or false"})


#: Text on one line, at most 1,000 characters; where it was written on several, blanks take the place of their ends.
Text = Annotated[str, StringConstraints(min_length=1, max_length=1000), AfterValidator(join_lines)]
#: `true` or `false`.
Flag = Annotated[bool, BeforeValidator(_as_flag)]
#: One item, or a list of them; always a tuple once read. An error in a lone item is located at index 0.
OneOrMany = Annotated[tuple[Item, ...], BeforeValidator(_as_list), Field(min_length=1)]

EventId = Annotated[Text, Reference("event")]
PersonId = Annotated[Text, Reference("person")]
OrganisationId = Annotated[Text, Reference("organisation")]
PlaceId = Annotated[Text, Reference("place")]
PlaceOrTermId = Annotated[Text, Reference("place-or-term")]
TopicId = Annotated[Text, Reference("topic")]
SourceHandle = Annotated[Text, Reference("source")]
ReadoutId = Annotated[Text, Reference("readout")]
#: A publisher: an organisation's id or a plain name.
OrganisationOrName = Annotated[Text, Reference("organisation", or_plain=True)]
WebAddress = Annotated[Text, Url()]
Contact = Annotated[Text, Url(mail=True)]


@dataclass(frozen=True, slots=True)
class LanguageTag:
    """An annotation on a text field: it holds a BCP 47 language tag."""


Language = Annotated[Text, LanguageTag()]


@dataclass(frozen=True, slots=True)
class Code:
    """An annotation on a text field: it holds a code of a form that others have laid down, as ``example`` is one."""

    name: str
    pattern: str
    example: str


#: The number of an item of Wikidata.
WikidataItem = Annotated[Text, Code(name="the number of a Wikidata item", pattern=r"Q[1-9]\d*", example="Q30")]
#: The name of a licence in the list of SPDX, https://spdx.org/licenses/; those of Creative Commons have a version.
Licence = Annotated[
    Text,
    Code(
        name="the SPDX name of a licence",
        pattern=r"CC-[A-Z-]+-\d\.\d(?:-[A-Z]+)?|(?!CC-)[A-Za-z0-9]+(?:[.+-][A-Za-z0-9]+)*\+?",
        example="CC-BY-4.0",
    ),
]
