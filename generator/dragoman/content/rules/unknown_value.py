"""unknown-value: a word, or a number, that the field does not take."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from dragoman.content.fields import Found, Leaf
from dragoman.content.files import Kind
from dragoman.content.habits import WORDS
from dragoman.content.near import find_near
from dragoman.content.rules.registry import get_rules
from dragoman.content.rules.rule import (
    Finding,
    Group,
    Replacement,
    Rule,
    Scope,
    ShapeError,
    explain_in_the_models_words,
)
from dragoman.content.settings import Settings
from dragoman.content.yamltree import Part, Path
from dragoman.diagnostics import Severity
from dragoman.model.event import Event
from dragoman.model.site import Site
from dragoman.model.values import Code


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
    near = find_near(str(error.value), choices, WORDS)
    allowed = f"“{name}” is one of {', '.join(choices)}"
    hint = f"did you mean “{near}”? {allowed}" if near else allowed
    return Finding(path=error.path, message=f'"{error.value}" is not a value of "{name}"', hint=hint)


def _is_code(leaf: Leaf) -> bool:
    return leaf.find_note(Code) is not None


def _check_codes(record: Any, texts: tuple[Found, ...], settings: Settings) -> Iterator[Finding]:  # noqa: ARG001 - a check
    for found in texts:
        code: Code = found.leaf.find_note(Code)
        if re.fullmatch(code.pattern, found.value):
            continue
        meant = _find_code(found.value, code)
        hint = f"write {meant}" if meant else f"write it as in {code.example}; the list is at {_LISTS[code.example]}"
        mends = (Replacement(start=0, end=-1, text=meant),) if meant else ()
        yield Finding(path=found.path, message=f'"{found.value}" is not {code.name}', hint=hint, replacements=mends)


def _find_code(written: str, code: Code) -> str | None:
    """The code that stands in an address, or in words that are its own."""
    words = re.sub(r"https?://creativecommons\.org/licenses/([a-z-]+)/(\d\.\d).*", r"CC \1 \2", written.strip())
    words = words.rstrip("/").rpartition("/")[2]
    candidates = (words, words.upper(), re.sub(r"[\s_-]+", "-", words.upper()))
    return next((one for one in candidates if re.fullmatch(code.pattern, one) and re.search(r"\d", one)), None)


_LISTS = {"Q30": "https://www.wikidata.org", "CC-BY-4.0": "https://spdx.org/licenses"}


def _check_rule_names(record: Any, settings: Settings) -> Iterator[Finding]:  # noqa: ARG001 - a record's check
    """The names of rules in the site's ``checks``, which cannot change what is an error, and an event's ``waive``."""
    rules = get_rules()
    if isinstance(record, Event):
        for number, waiver in enumerate(record.waive):
            if waiver.rule not in rules:
                yield _report_rule(("waive", number, "rule"), "value", waiver.rule)
        return
    if not isinstance(record, Site):
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
    kinds=frozenset(Kind),
    check_record=_check_rule_names,
    wants=_is_code,
    check_texts=_check_codes,
)
