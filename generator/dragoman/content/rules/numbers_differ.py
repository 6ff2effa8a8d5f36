"""numbers-differ: “20,000” in one language and “2.000” in the other.

Only where each of the two has a number that the other has not: one that is missing may be written as a word.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from dragoman.content.fields import Found
from dragoman.content.files import Kind
from dragoman.content.passages import blank_links
from dragoman.content.rules.rule import Finding, Group, Rule, Scope
from dragoman.content.settings import Settings
from dragoman.diagnostics import Severity
from dragoman.i18n.numbers import number_signs

_NUMBER = re.compile(r"\d+(?:[.,'’\u00a0\u202f ]\d{3}(?!\d))+(?:[.,]\d+)?|\d+(?:[.,:]\d+)*", re.ASCII)
_DIGIT = re.compile(r"\d", re.ASCII)
_DIGITS = re.compile(r"\d+", re.ASCII)
_SIGN = re.compile(r"\d[.,]\d", re.ASCII)
_CLOCK = re.compile(r"([01]?\d|2[0-4])[.:h]([0-5]\d)(?![\d:.])(\s*(?:Uhr|[ap]\.?\s?m\b\.?|h\b))?", re.ASCII)
_HOUR = re.compile(r"\b(1?\d|2[0-4])\s*(Uhr|[ap]\.?\s?m\b)", re.ASCII)
#: Times are compared as such, so that 13.00 Uhr, 13:00 and 1 p.m. are one.
_TIME = "{}:{:02}"


def _check(record: Any, texts: tuple[Found, ...], settings: Settings) -> Iterator[Finding]:  # noqa: ARG001 - a check
    for found in texts:
        if len(found.value.texts) < 2 or not any(_DIGIT.search(text) for _, text in found.value.texts):
            continue
        if _are_written_alike(found.value.texts):
            continue
        (first, original), *others = found.value.texts
        numbers = _find_numbers(original, first)
        for language, text in others:
            here = _find_numbers(text, language)
            mine, theirs = _subtract(here, numbers), _subtract(numbers, here)
            if mine and theirs:
                span, written = mine[0]
                message, hint = _word(written, theirs[0][1], language, first)
                yield Finding(path=(*found.path, language), span=span, message=message, hint=hint)


def _are_written_alike(texts: tuple[tuple[str, str], ...]) -> bool:
    """Whether the digits are the same everywhere, and no sign between them could mean this here and that there."""
    runs = [sorted(_DIGITS.findall(text)) for _, text in texts]
    return all(one == runs[0] for one in runs) and not any(_SIGN.search(text) for _, text in texts)


def _word(written: str, original: str, language: str, first: str) -> tuple[str, str]:
    """A message and a hint."""
    if written == original:
        signs = " and ".join(f"“{sign}”" for sign in number_signs(language))
        return (
            f'{written} is one number in "{language}" and another in "{first}"',
            f'in "{language}", the signs for thousands and for decimals are {signs}',
        )
    return f'the numbers differ: {written} here, {original} in "{first}"', "look up in the source which is right"


_Numbers = list[tuple[tuple[int, int], str, str]]


def _subtract(numbers: _Numbers, others: _Numbers) -> list[tuple[tuple[int, int], str]]:
    """The numbers that the others have not, each with its place and as it is written."""
    left = Counter(value for _, _, value in others)
    rest = []
    for span, written, value in numbers:
        if left[value]:
            left[value] -= 1
        elif not any(value == other for _, _, other in others):
            rest.append((span, written))
    return rest


def _find_numbers(text: str, language: str) -> _Numbers:
    """Every number with its place, as it is written, and as a value that is the same in every language."""
    text = blank_links(text)
    found: _Numbers = []
    for pattern, read in ((_CLOCK, _read_clock), (_HOUR, _read_hour)):
        for match in pattern.finditer(text):
            value = read(match)
            if value:
                found.append((match.span(), match.group().strip(), value))
        for start, end in [span for span, _, _ in found]:
            text = text[:start] + " " * (end - start) + text[end:]
    found += [(match.span(), match.group(), _read_number(match.group(), language)) for match in _NUMBER.finditer(text)]
    return sorted(found)


def _read_clock(match: re.Match[str]) -> str | None:
    """A time of day: with a colon, or with a point where a word says so (else 13.30 is a number)."""
    word = (match[3] or "").strip().lower()
    separator = match.group()[len(match[1])]
    if separator != ":" and not word:
        return None
    return _TIME.format(_to_24_hours(int(match[1]), word), int(match[2]))


def _read_hour(match: re.Match[str]) -> str | None:
    return _TIME.format(_to_24_hours(int(match[1]), match[2].lower()), 0)


def _to_24_hours(hour: int, word: str) -> int:
    if word.startswith("p"):
        return hour % 12 + 12
    return hour % 12 if word.startswith("a") else hour % 24


def _read_number(written: str, language: str) -> str:
    group, decimal = number_signs(language)
    plain = re.sub(r"[\s\u00a0\u202f'’]", "", written)
    if re.fullmatch(rf"\d{{1,3}}(?:{re.escape(group)}\d{{3}})+(?:{re.escape(decimal)}\d+)?", plain):
        plain = plain.replace(group, "")
    whole, _, fraction = plain.partition(decimal)
    if not whole.isdigit() or (fraction and not fraction.isdigit()):
        return plain
    fraction = fraction.rstrip("0")
    return (whole.lstrip("0") or "0") + (f".{fraction}" if fraction else "")


RULE = Rule(
    name="numbers-differ",
    group=Group.LANGUAGES,
    severity=Severity.WARNING,
    scope=Scope.RECORD,
    sentence="A text has the same numbers in every language, each written in that language’s way.",
    kinds=frozenset(Kind),
    check_texts=_check,
)
