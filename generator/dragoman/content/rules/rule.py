"""What a rule is, and what it may see and say. Knows no single rule."""

from __future__ import annotations

import enum
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from dragoman.content.fields import Found, Leaf, ModelShape, Shape
from dragoman.content.files import Kind, SourceFile
from dragoman.content.index import Index
from dragoman.content.settings import Settings
from dragoman.content.yamltree import Part, Path
from dragoman.diagnostics import Severity


class Group(enum.Enum):
    """The chapters of the page of rules, in its order."""

    READING = "reading"
    SHAPE = "shape"
    IDENTITY = "identity"
    REFERENCES = "references"
    DATES = "dates"
    OFFICES = "offices"
    CONTACT = "contact"
    READOUTS = "readouts"
    SOURCES = "sources"
    LANGUAGES = "languages"
    MEDIA = "media, privacy"
    WAIVERS = "waivers"


class Scope(enum.Enum):
    """What a rule must see to judge: one file, one record, or all of them."""

    FILE = "file"
    RECORD = "record"
    SITE = "site"


@dataclass(frozen=True, slots=True, kw_only=True)
class Replacement:
    """What stands in a value from one character index up to another becomes ``text``. An ``end`` of -1 is the end."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something wrong at a path in a record: at its value or its key. ``start`` marks the first key of a mapping.

    ``span`` narrows the place down to some of the value's characters; ``replacements`` mend the value.
    ``rests_on`` names fields elsewhere in the record (``date``, ``readouts.id``) without whose true values this could
    not be said: where one of them is faulty, the finding waits until it is mended.
    What a finding of a missing value advises where only a comment follows is its ``hint_before_comment``.
    """

    path: Path
    message: str
    hint: str = ""
    part: Part = "value"
    start: bool = False
    span: tuple[int, int] | None = None
    replacements: tuple[Replacement, ...] = ()
    rests_on: tuple[str, ...] = ()
    hint_before_comment: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TextFinding:
    """Something wrong in a file's text, from one character index up to another."""

    start: int
    end: int
    message: str
    hint: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShapeError:
    """A field that does not fit the model. ``type`` is what the validator calls it, or the name of a rule.

    ``owner`` is the model that holds the field, ``shape`` what the field should be, ``value`` what was written.
    """

    type: str
    path: Path
    part: Part
    kind: Kind
    owner: ModelShape | None
    shape: Shape | None
    value: Any
    message: str
    context: Mapping[str, Any] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """The field's name: the last word of its path (a list item's or a language's is that of its field)."""
        fields = self.owner.fields if self.owner else {}
        words = [step for step in self.path if isinstance(step, str)]
        return next((word for word in reversed(words) if word in fields), words[-1] if words else "")


def is_localized(leaf: Leaf) -> bool:
    """Whether this is a text in the languages of the site."""
    return leaf.is_localized


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)  # there is one of each: compared by identity
class Rule:
    """One thing that must hold.

    A rule has the check that its scope calls for: ``check_file`` sees a file's name and size, ``check_text`` its
    text, ``check_record`` a record of one of the ``kinds``,
    ``check_texts`` a record and those of its texts that the rule ``wants`` (the localised ones), ``check_site``
    everything (and yields the path of the file with each finding). Where the validator finds the error, the rule
    ``claims`` it and ``explain``s it.
    A rule with neither is found by the parser itself.
    """

    name: str
    group: Group
    severity: Severity
    scope: Scope
    sentence: str
    check_file: Callable[[SourceFile], Iterator[Finding]] | None = None
    check_text: Callable[[str], Iterator[TextFinding]] | None = None
    kinds: frozenset[Kind] = frozenset()
    wants: Callable[[Leaf], bool] = is_localized
    check_texts: Callable[[Any, tuple[Found, ...], Settings], Iterator[Finding]] | None = None
    check_record: Callable[[Any, Settings], Iterator[Finding]] | None = None
    check_site: Callable[[Index], Iterator[tuple[str, Finding]]] | None = None
    claims: Callable[[ShapeError], bool] | None = None
    explain: Callable[[ShapeError, Settings], Finding] | None = None


def named(rule: str) -> Callable[[ShapeError], bool]:
    """Claims the errors to which the model itself gives the name of the rule."""
    return lambda error: error.type == rule


def explain_in_the_models_words(error: ShapeError, settings: Settings) -> Finding:  # noqa: ARG001 - an Explain
    """A finding as the model worded it; its context may name the key ``at`` which it is shown."""
    at = error.context.get("at")
    hint = error.context.get("hint") or ""
    if at:
        return Finding(path=(*error.path, at), part="key", message=error.message, hint=hint)
    return Finding(path=error.path, part=error.part, message=error.message, hint=hint, start=not error.path)


def explain_with_suggestion(error: ShapeError, settings: Settings) -> Finding:
    """The same, where what the model suggests is the only thing that can have been meant, so that it mends."""
    finding = explain_in_the_models_words(error, settings)
    suggestion = error.context.get("suggestion")
    mends = (Replacement(start=0, end=-1, text=suggestion),) if suggestion else ()
    return replace(finding, replacements=mends)
