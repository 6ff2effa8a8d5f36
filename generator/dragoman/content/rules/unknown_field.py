"""unknown-field: a key the model does not know, or a language the site does not have."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.content.fields import Found, MappingOf
from dragoman.content.files import Kind
from dragoman.content.languages import is_language_tag
from dragoman.content.near import find_near
from dragoman.content.rules.rule import Finding, Group, Rule, Scope, ShapeError
from dragoman.content.settings import Settings
from dragoman.diagnostics import Severity
from dragoman.model.values import Value

#: What contributors write from habit, in English and German, for a field of ours.
_SYNONYMS = {
    "datum": "date", "day": "date", "when": "date", "uhrzeit": "time", "art": "type", "category": "type",
    "titel": "title", "headline": "title", "description": "summary", "zusammenfassung": "summary", "text": "summary",
    "people": "participants", "persons": "participants", "teilnehmer": "participants", "attendees": "participants",
    "ort": "place", "location": "place", "where": "place", "dauer": "duration", "themen": "topics", "topic": "topics",
    "tags": "topics", "thema": "topic", "quellen": "sources", "source": "sources", "references": "sources",
    "quelle": "source", "statements": "readouts", "accounts": "readouts", "role": "part", "rolle": "part",
    "link": "url", "href": "url", "address": "url", "language": "lang", "sprache": "lang", "author": "publisher",
    "positions": "offices", "roles": "offices", "start": "from", "since": "from", "end": "to", "until": "to",
    "organization": "organisation", "license": "licence", "images": "media", "photos": "media", "images_alt": "alt",
    "caption": "alt", "copyright": "credit", "comment": "note", "remark": "note", "name": "title",
    "lng": "lon", "longitude": "lon", "latitude": "lat", "accessed_on": "accessed", "archive": "archived",
}  # fmt: skip


def _explain(error: ShapeError, settings: Settings) -> Finding:  # noqa: ARG001 - an Explain
    written = str(error.path[-1])
    known = _find_known(error)
    near = find_meant(error)
    if written == "id" and "former_ids" in known:
        hint = "remove it: a record's id is the name of its file"
    elif near:
        hint = f"did you mean “{near}”?"
    else:
        hint = f"the fields here are {', '.join(known)}"
    return Finding(path=error.path, part="key", message=f'there is no field "{written}" here', hint=hint)


def find_meant(error: ShapeError) -> str | None:
    """The field that was meant, as far as its name or its habitual other names tell."""
    return find_near(str(error.path[-1]), _find_known(error), _SYNONYMS)


def _find_known(error: ShapeError) -> tuple[str, ...]:
    if error.type == "literal_error" and isinstance(error.shape, MappingOf):
        return error.shape.key.choices
    return tuple(error.owner.fields) if error.owner else ()


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
