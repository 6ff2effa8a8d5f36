"""How a text in a fixed notation (a date, a time, a duration) is refused, and how pydantic learns of it.

Knows no notation itself; ``dates`` and ``times`` do.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal, TypeVar

from pydantic import ValidatorFunctionWrapHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

NotationRule = Literal["bad-date", "impossible-date", "end-before-start", "bad-time", "bad-zone"]

Notated = TypeVar("Notated")


class NotationError(ValueError):
    """A text that is not in the notation its field wants.

    ``rule`` names the diagnostic, ``hint`` says what to do, and ``suggestion`` is a text that could stand in the
    place of the wrong one, or None where that would be a guess.
    """

    def __init__(self, rule: NotationRule, message: str, *, hint: str, suggestion: str | None = None) -> None:
        super().__init__(message)
        self.rule: NotationRule = rule
        self.message = message
        self.hint = hint
        self.suggestion = suggestion


def notation_schema(
    kind: type[Notated], parse: Callable[[str], Notated], to_text: Callable[[Notated], str]
) -> CoreSchema:
    """The validation of a field that holds a ``kind``: text that ``parse`` understands, or a ``kind`` ready made.

    A NotationError becomes an error whose ``type`` is the rule, with ``hint`` and ``suggestion`` (which may be
    None) in its ``ctx``. To editors (JSON Schema) the field is a string; it is serialised as ``to_text`` says.
    """

    def validate(value: Any, as_text: ValidatorFunctionWrapHandler) -> Notated:
        if isinstance(value, kind):
            return value
        try:
            return parse(as_text(value))
        except NotationError as error:
            # The words go in as context, and last, so that a brace of the contributor's is not read as a field.
            context = {"hint": error.hint, "suggestion": error.suggestion, "message": error.message}
            raise PydanticCustomError(error.rule, "{message}", context) from error

    return core_schema.no_info_wrap_validator_function(
        validate,
        core_schema.str_schema(),
        serialization=core_schema.plain_serializer_function_ser_schema(to_text, return_schema=core_schema.str_schema()),
    )
