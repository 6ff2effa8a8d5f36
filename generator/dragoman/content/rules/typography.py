"""typography: marks that come from a keyboard, where the language has its own: „…“ and “…”, and a dash in ranges."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from typing import Any

from dragoman.content.fields import Found
from dragoman.content.files import Kind
from dragoman.content.passages import blank_foreign, blank_links
from dragoman.content.rules.rule import Finding, Group, Replacement, Rule, Scope
from dragoman.content.settings import Settings
from dragoman.diagnostics import Severity
from dragoman.i18n.calendar_words import month_words
from dragoman.i18n.quotes import quotation_marks

_STRAIGHT = re.compile(r'(?<![\w"])"(?=\S)([^"\n]*?)(?<=\S)"(?![\w"])')
_CURLED = re.compile(r"[„“]([^„“”]*)[“”]")
_YEARS = re.compile(r"(?<![\w/.–-])(1[5-9]\d\d|20\d\d) ?- ?(1[5-9]\d\d|20\d\d)(?![\w/–-])")
_DASH = re.compile(r"(?<=[\w.,;:!?”“»)]) --? (?=[\w„“«(])")
_EN_DASH = "–"
_HYPHEN = re.compile(r"\d\.? ?-| -")
_SIGNS = re.compile(r'["„“”-]')


def _check(record: Any, texts: tuple[Found, ...], settings: Settings) -> Iterator[Finding]:  # noqa: ARG001 - a check
    for found in texts:
        for language, text in found.value.texts:
            if not _SIGNS.search(text):
                continue
            changes = _find_changes(text, language)
            if changes:
                first = min(changes, key=lambda change: change.start)
                yield Finding(
                    path=(*found.path, language),
                    span=(first.start, first.end),
                    message=_word(text[first.start : first.end], language),
                    hint=f"write {_show(text, changes)}",
                    replacements=tuple(changes),
                )


def _find_changes(text: str, language: str) -> list[Replacement]:
    own = blank_foreign(blank_links(text))
    return [*_find_quotes(own, language), *_find_ranges(own, language)]


def _find_quotes(text: str, language: str) -> Iterator[Replacement]:
    """Quotation marks of the keyboard, and those of another language that are curled as well."""
    marks = quotation_marks(language)
    curled = {"„", "“", "”"} >= {marks.opening, marks.closing}
    for pattern in (_STRAIGHT, _CURLED) if curled else (_STRAIGHT,):
        for match in pattern.finditer(text):
            if marks.opening in match[1] or marks.closing in match[1] or _is_inside(match.start(), text, language):
                continue  # a quotation within a quotation is more than can be mended without asking
            for place, mark in ((match.start(), marks.opening), (match.end() - 1, marks.closing)):
                if text[place] != mark:
                    yield Replacement(start=place, end=place + 1, text=mark)


def _is_inside(place: int, text: str, language: str) -> bool:
    marks = quotation_marks(language)
    opened = text.rfind(marks.opening, 0, place)
    return marks.opening != marks.closing and opened >= 0 and text.find(marks.closing, opened + 1, place) < 0


def _find_ranges(text: str, language: str) -> Iterator[Replacement]:
    if not _HYPHEN.search(text):
        return
    for match in _YEARS.finditer(text):
        if match[1] < match[2]:
            yield Replacement(start=match.end(1), end=match.start(2), text=_EN_DASH)
    for match in _days_pattern(language).finditer(text):
        yield Replacement(start=match.start(1), end=match.end(1), text=_EN_DASH)
    for match in _DASH.finditer(text):
        yield Replacement(start=match.start(), end=match.end(), text=f" {_EN_DASH} ")


@functools.lru_cache(maxsize=64)
def _days_pattern(language: str) -> re.Pattern[str]:
    """``25-28 September``, ``25.-28. September``."""
    words = "|".join(re.escape(word) for word in sorted(month_words(language), key=len, reverse=True)) or "(?!)"
    return re.compile(rf"(?<![\w.–-])\d{{1,2}}\.?( ?- ?)\d{{1,2}}\.? (?:{words})\b", re.IGNORECASE)


def _word(written: str, language: str) -> str:
    if "-" in written:
        return "a hyphen stands here where a dash belongs"
    marks = quotation_marks(language)
    return f'in "{language}", quotation marks are {marks.opening.strip()}…{marks.closing.strip()}'


def _show(text: str, changes: list[Replacement]) -> str:
    """The first place mended, with a little of what stands around it."""
    first, *rest = sorted(changes, key=lambda change: change.start)
    quoted = bool(rest) and first.text not in {_EN_DASH, f" {_EN_DASH} "}
    inside = [first, rest[0]] if quoted else [first]
    end = min(len(text), inside[-1].end + (0 if quoted else 6))
    start = first.start if quoted else max(0, first.start - 6)
    shown, last = "", start
    for change in inside:
        shown += text[last : change.start] + change.text
        last = change.end
    return " ".join((shown + text[last:end]).split())


RULE = Rule(
    name="typography",
    group=Group.LANGUAGES,
    severity=Severity.WARNING,
    scope=Scope.RECORD,
    sentence=(
        "Quotation marks are those of the text’s language, and ranges (2020–2023) have a dash. `--fix` writes them. "
        "Words quoted as published are left as they are."
    ),
    kinds=frozenset(Kind),
    check_texts=_check,
)
