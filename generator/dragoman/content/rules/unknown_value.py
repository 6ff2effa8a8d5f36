"""unknown-value: a word, or a number, that the field does not take."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.content.fields import Leaf
from dragoman.content.files import Kind
from dragoman.content.near import find_near
from dragoman.content.rules.registry import get_rules
from dragoman.content.rules.rule import Finding, Group, Rule, Scope, ShapeError, explain_in_the_models_words
from dragoman.content.settings import Settings
from dragoman.content.yamltree import Part, Path
from dragoman.diagnostics import Severity
from dragoman.model.event import Event
from dragoman.model.site import Site

#: What contributors write from habit, in English and German, for a word of ours.
_SYNONYMS = {
    "phone": "call", "telephone": "call", "phone-call": "call", "phone call": "call", "anruf": "call",
    "telefonat": "call", "videocall": "video-call", "video": "video-call", "videokonferenz": "video-call",
    "treffen": "meeting", "gespräch": "meeting", "bilateral": "meeting", "besuch": "visit", "reise": "visit",
    "trip": "visit", "gipfel": "summit", "brief": "letter", "erklärung": "statement", "unterzeichnung": "signing",
    "agreement": "signing", "negotiations": "talks", "verhandlungen": "talks", "konsultationen": "consultation",
    "austausch": "exchange", "abgesagt": "cancelled", "canceled": "cancelled", "verschoben": "postponed",
    "abgelehnt": "declined", "angekündigt": "announced", "planned": "announced", "done": "held",
    "stattgefunden": "held", "refused": "declined", "anrufer": "caller", "angerufener": "callee",
    "gastgeber": "host", "gast": "guest", "vermittler": "mediator", "participant": "attendee",
    "teilnehmer": "attendee", "dolmetscher": "interpreter", "leiter": "chair", "pressemitteilung": "press-release",
    "statement": "press-release", "tweet": "social-post", "post": "social-post", "briefing": "press-briefing",
    "article": "news-report", "news": "news-report", "readout": "spokesperson-readout", "same-as": "same",
    "different": "differ", "contradiction": "contradict", "complete": "full", "partial": "excerpt", "town": "city",
    "village": "city", "stadt": "city", "land": "country", "state": "country",
    "department": "ministry", "ministerium": "ministry", "ngo": "non-governmental",
}  # fmt: skip


def _explain(error: ShapeError, settings: Settings) -> Finding:
    if error.type == "unknown-value":
        return explain_in_the_models_words(error, settings)
    name = error.name
    if not isinstance(error.shape, Leaf) or not error.shape.choices:
        bounds = [
            f"{word} {error.context[key]:g}"
            for key, word in (("ge", "at least"), ("le", "at most"))
            if key in error.context
        ]
        message = f'{error.value} cannot be a "{name}"'
        return Finding(path=error.path, message=message, hint=f"write a number of {' and '.join(bounds)}")
    choices = error.shape.choices
    near = find_near(str(error.value), choices, _SYNONYMS)
    allowed = f"“{name}” is one of {', '.join(choices)}"
    hint = f"did you mean “{near}”? {allowed}" if near else allowed
    return Finding(path=error.path, message=f'"{error.value}" is not a value of "{name}"', hint=hint)


def _check_rule_names(record: Site | Event, settings: Settings) -> Iterator[Finding]:  # noqa: ARG001 - a record's check
    """The names of rules in the site's ``checks``, which cannot change what is an error, and an event's ``waive``."""
    rules = get_rules()
    if isinstance(record, Event):
        for number, waiver in enumerate(record.waive):
            if waiver.rule not in rules:
                yield _report_rule(("waive", number, "rule"), "value", waiver.rule)
        return
    for name, severity in record.checks.items():
        if name not in rules:
            yield _report_rule(("checks", name), "key", name)
        elif rules[name].severity is Severity.ERROR and severity != "error":
            message = f'"{name}" is always an error: what it finds would be wrong on the pages'
            yield Finding(path=("checks", name), message=message, hint="remove the line; only warnings can be changed")


def _report_rule(path: Path, part: Part, name: str) -> Finding:
    near = find_near(name, get_rules(), {})
    hint = f"did you mean “{near}”?" if near else "the names of the rules are in docs/rules.md"
    return Finding(path=path, part=part, message=f'there is no rule "{name}"', hint=hint)


RULE = Rule(
    name="unknown-value",
    group=Group.SHAPE,
    severity=Severity.ERROR,
    scope=Scope.RECORD,
    sentence="Where a field takes certain words only, or a number within bounds, it has one of them.",
    claims=lambda error: (
        error.type in {"greater_than_equal", "less_than_equal", "unknown-value"}
        or (error.type == "literal_error" and error.part == "value" and isinstance(error.value, str))
    ),
    explain=_explain,
    kinds=frozenset({Kind.SITE, Kind.EVENT}),
    check_record=_check_rule_names,
)
