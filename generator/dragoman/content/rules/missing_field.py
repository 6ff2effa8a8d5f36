"""missing-field: a field that must be there, or that is there without a value."""

from __future__ import annotations

from dragoman.content.examples import show_field
from dragoman.content.fields import Leaf, ListOf, MappingOf, Shape
from dragoman.content.files import Kind
from dragoman.content.rules.rule import Finding, Group, Rule, Scope, ShapeError, explain_in_the_models_words
from dragoman.content.settings import Settings
from dragoman.content.small_words import find_language
from dragoman.diagnostics import Severity
from dragoman.i18n.names import language_name
from dragoman.model.values import LanguageTag

#: An empty value (a key and nothing behind it), which the reader finds before the validator.
EMPTY = "empty"

_PARTS = {
    "PersonParticipant": "a participant", "OrganisationParticipant": "a participant", "Account": "a readout",
    "NoneFound": "a readout", "Point": "a point", "Quote": "a quote", "Source": "a source", "Office": "an office",
    "Medium": "a picture", "Judgement": "a comparison", "Called": "what a source called somebody",
    "UsedName": "a name", "Waiver": "a waiver", "Watched": "an entry", "Initiative": "an initiative",
    "Related": "a related event", "Publisher": "the publisher", "Translation": "a translation",
}  # fmt: skip


def _claims(error: ShapeError) -> bool:
    if error.type == "missing":
        return not (error.owner and error.owner.model.__name__ == "Medium" and error.path[-1] in {"alt", "credit"})
    if error.type in {"too_short", EMPTY, "missing-field"}:
        return True
    return error.type == "string_too_short" and error.context.get("min_length") == 1


def _explain(error: ShapeError, settings: Settings) -> Finding:
    if error.type == "missing-field":
        return _explain_model(error)
    if not error.path:
        return Finding(path=(), message="this file says nothing", hint="write the record, or remove the file")
    name = error.name
    example = show_field(name, error.shape, settings.languages)
    if error.type == "missing" and _is_language(error.shape):
        message = f'{_describe_owner(error)} needs "{name}", the language of its words'
        return Finding(path=error.path[:-1], message=message, hint=_guess_language(error), start=True)
    if error.type == "missing":
        message = f'{_describe_owner(error)} needs "{name}"'
        return Finding(path=error.path[:-1], message=message, hint=f"write {example}", start=True)
    least = error.context.get("min_length")
    if error.type == "too_short" and least and least > 1:
        message = f'"{name}" needs {least} entries or more, and has {error.context.get("actual_length")}'
        return Finding(path=error.path, message=message, hint="add what is missing")
    what = error.path[-1] if isinstance(error.path[-1], str) else name
    is_list = isinstance(error.shape, ListOf | MappingOf)
    hint = f"write {example}" if what == name or is_list else "write it"
    if settings.languages and what == settings.languages[0] and what != name:
        hint += ": a text may be missing in the other languages, not in this one"
    elif not (error.owner and what in error.owner.required):
        hint += ", or remove the line if there is none"
    return Finding(
        path=error.path,
        part="key",
        message=f'"{what}" is empty',
        hint=hint,
        hint_before_comment="what follows “#” is a comment: put a text that begins with it in double quotes",
    )


def _is_language(shape: Shape | None) -> bool:
    return isinstance(shape, Leaf) and shape.find_note(LanguageTag) is not None


def _guess_language(error: ShapeError) -> str:
    """The language of the words beside it, as far as they show one."""
    words = " ".join(value for value in error.value.values() if isinstance(value, str)) if error.value else ""
    language = find_language(words)
    if language:
        return f"write lang: {language} if they are {language_name(language, 'en')}"
    return "write lang: and the code of the language, such as en, az, hy, ka or ru"


def _explain_model(error: ShapeError) -> Finding:
    """Where the model says what is missing (an event of some types needs a place), at its first key."""
    found = explain_in_the_models_words(error, Settings())
    return Finding(path=found.path, message=found.message, hint=found.hint, start=True)


def _describe_owner(error: ShapeError) -> str:
    model = error.owner.model.__name__ if error.owner else ""
    if model in _PARTS:
        return _PARTS[model]
    if len(error.path) > 1:
        return f'"{error.path[-2]}"' if isinstance(error.path[-2], str) else "an entry"
    if error.kind is Kind.SITE:
        return "site.yaml"
    return f"{'an' if error.kind.value[0] in 'aeiou' else 'a'} {error.kind.value}"


RULE = Rule(
    name="missing-field",
    group=Group.SHAPE,
    severity=Severity.ERROR,
    scope=Scope.RECORD,
    sentence="Every required field is there, and no field is left empty.",
    claims=_claims,
    explain=_explain,
)
