"""unknown-field: a key the model does not know, or a language the site does not have."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dragoman.content.fields import Found, MappingOf, get_shape
from dragoman.content.files import Kind
from dragoman.content.habits import FIELDS
from dragoman.content.languages import is_language_tag
from dragoman.content.near import find_near
from dragoman.content.rules.rule import Finding, Group, Rule, Scope, ShapeError
from dragoman.content.settings import Settings
from dragoman.diagnostics import Severity
from dragoman.model.event import Account, NoneFound, OrganisationParticipant, PersonParticipant
from dragoman.model.values import Value

#: What may stand in place of a participant's or a readout's fields, and tells which of two it is.
_BESIDE: Mapping[type[Value], type[Value]] = {
    PersonParticipant: OrganisationParticipant,
    OrganisationParticipant: PersonParticipant,
    Account: NoneFound,
    NoneFound: Account,
}
_TWO_PARTICIPANTS = "a participant has either “person” or “organisation”: write two participants, or remove one field"
_TELL_APART: Mapping[type[Value], str] = {
    PersonParticipant: _TWO_PARTICIPANTS,
    OrganisationParticipant: _TWO_PARTICIPANTS,
    NoneFound: "an account that was not found has only “by” and “none_found”: remove this, or “none_found”",
    Account: "remove it",
}
_SHOWN = 6
_WRITTEN_BY_TOOLS = frozenset({"translations", "former_ids"})


def find_meant(error: ShapeError) -> str | None:
    """The field that was probably meant by an unknown one; None where nothing is like it."""
    known, written = _find_known(error), str(error.path[-1])
    if written in known:  # of the other kind
        return "person" if written == "name" and error.owner and error.owner.model is PersonParticipant else None
    near = find_near(written, known, FIELDS)
    if near is None and "name" in known and (written == "title" or FIELDS.get(written.lower()) == "title"):
        return "name"  # what an event calls its title, every other record calls its name
    return near


def _find_known(error: ShapeError) -> tuple[str, ...]:
    if error.type == "literal_error" and isinstance(error.shape, MappingOf):
        return error.shape.key.choices
    if error.owner is None:
        return ()
    beside = _BESIDE.get(error.owner.model)
    return tuple({**error.owner.fields, **(get_shape(beside).fields if beside else {})})


def _explain(error: ShapeError, settings: Settings) -> Finding:  # noqa: ARG001 - an Explain
    written = str(error.path[-1])
    near = find_meant(error)
    if written == "id" and error.owner and "former_ids" in error.owner.fields:
        hint = "remove it: a record's id is the name of its file"
    elif near:
        hint = f"did you mean “{near}”?"
    elif error.owner and written in _find_known(error):
        hint = _TELL_APART[error.owner.model]
    else:
        hint = _list_fields(error)
    return Finding(path=error.path, part="key", message=f'there is no field "{written}" here', hint=hint)


def _list_fields(error: ShapeError) -> str:
    """The fields that one would look for first; where there are many, not all of them."""
    known = [field for field in _find_known(error) if field not in _WRITTEN_BY_TOOLS]
    if len(known) <= _SHOWN + 2:
        return f"the fields here are {', '.join(known)}"
    required = error.owner.required if error.owner else frozenset()
    first = sorted(known, key=lambda field: (field not in required, known.index(field)))[:_SHOWN]
    return f"the fields here are {', '.join(first)} and {len(known) - _SHOWN} more: docs/model.md has the list"


def _check_languages(
    record: Value | tuple[Value, ...],  # noqa: ARG001 - a check of texts
    texts: tuple[Found, ...],
    settings: Settings,
) -> Iterator[Finding]:
    """The keys of localised texts: languages of the site."""
    if not settings.languages:
        return
    for found in texts:
        for language in found.value.languages:
            if language not in settings.languages and is_language_tag(language):
                near = find_near(language, settings.languages, {})
                hint = f"did you mean “{near}”?" if near else f"the languages are {', '.join(settings.languages)}"
                yield Finding(
                    path=(*found.path, language),
                    part="key",
                    message=f'this site has no language "{language}"',
                    hint=hint,
                )


RULE = Rule(
    name="unknown-field",
    group=Group.SHAPE,
    severity=Severity.ERROR,
    scope=Scope.RECORD,
    sentence="Every field is one that the model knows, and every text is in a language of the site.",
    claims=lambda error: error.type == "extra_forbidden" or (error.type == "literal_error" and error.part == "key"),
    explain=_explain,
    kinds=frozenset(Kind),
    check_texts=_check_languages,
)
