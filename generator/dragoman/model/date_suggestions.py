"""What somebody probably meant who wrote a date in some other notation: hints only, never a way to read a date.

Knows how dates are commonly written and nothing of what makes one valid: the caller checks what comes out of here.
"""

from __future__ import annotations

import re

#: English and German names, since dates are often pasted from texts; three letters of a name are enough.
_MONTHS = (
    ("january", "januar"), ("february", "februar"), ("march", "märz", "maerz"), ("april",), ("may", "mai"),
    ("june", "juni"), ("july", "juli"), ("august",), ("september",), ("october", "oktober"), ("november",),
    ("december", "dezember"),
)  # fmt: skip
_WORDS_WITHOUT_MEANING = re.compile(
    r"(?:mon|tue|wed|thu|fri|fre|sat|sun|die|mit|don|sam|son)\w*(?:day|tag|woch)|st|nd|rd|th|of|the|der|den|dem|am|on|in|im"
)
_ABOUT = re.compile(r"(?:about|around|circa|ca\.?|c\.|etwa|um)\s+", re.IGNORECASE)
_TWO_DATES = re.compile(r"\s*(?:/|–|—|\s-\s|\bto\b|\buntil\b|\bbis\b)\s*")

_ALMOST = re.compile(r"\d{4}(?:-(?:\d\d|[xX]{2})(?:-(?:\d\d|[xX]{2}))?)?")
_DATE_TIME = re.compile(r"(\d{4}-\d\d-\d\d)[T ]\d\d?:\d\d.*")
_DECADE = re.compile(r"(\d{2,3})([xX]{1,2})")
_YEAR_FIRST = re.compile(r"(?P<y>\d{4})[-./ ](?P<m>\d{1,2})(?:[-./ ](?P<d>\d{1,2}))?\.?")
_DIGITS = re.compile(r"(?P<y>\d{4})(?P<m>\d\d)(?P<d>\d\d)")
_YEAR_LAST = re.compile(r"(?:(?P<d>\d{1,2})(?P<sep>[-./]) ?)?(?P<m>\d{1,2})[-./] ?(?P<y>\d{4})")


def suggest_date(text: str) -> str | None:
    """The text as a date in our notation, as far as one can tell; None where it could be several or none."""
    text = text.strip(" \t“”„‟‘’‚«»\"'")
    if text.startswith("[") or text.endswith("]"):
        return _suggest_one_of(text.strip("[] "))
    if text.startswith("..") or text.endswith(".."):
        return _suggest_interval(text.strip("./ "), opens=text.startswith(".."))
    if text.endswith("/") or text.startswith("/"):
        return _suggest_interval(text.strip("/ "), opens=text.startswith("/"))
    single = _suggest_part(text)
    if single is not None:
        return single
    ends = [_suggest_part(end) for end in _TWO_DATES.split(text)]
    return f"{ends[0]}/{ends[1]}" if len(ends) == 2 and all(ends) else None


def _suggest_interval(known_end: str, *, opens: bool) -> str | None:
    end = _suggest_part(known_end)
    if end is None:
        return None
    return f"../{end}" if opens else f"{end}/.."


def _suggest_one_of(inside: str) -> str | None:
    if inside.startswith("..") or inside.endswith(".."):
        return _suggest_interval(inside.strip(". "), opens=inside.startswith(".."))
    separator = ".." if ".." in inside else ","
    parts = [_suggest_part(part) for part in inside.split(separator)]
    if len(parts) == 1:
        return parts[0]
    return "[" + separator.join(str(part) for part in parts) + "]" if all(parts) else None


def _suggest_part(text: str) -> str | None:
    """One day, month or year with its qualifier, which is kept."""
    text = text.strip()
    about = _ABOUT.match(text)
    if about:
        text = text[about.end() :] + "~"
    bare = text.rstrip("?~% ")
    qualifier = text[len(bare) :].strip()
    if _ALMOST.fullmatch(bare):
        return bare.upper() + qualifier
    if found := _DATE_TIME.fullmatch(bare):
        return found[1] + qualifier
    if found := _DECADE.fullmatch(bare):
        return _suggest_years(found[1], unknown_digits=len(found[2]))
    numbers = _read_numbers(bare) or _read_words(bare)
    return numbers + qualifier if numbers else None


def _suggest_years(digits: str, *, unknown_digits: int) -> str | None:
    if len(digits) + unknown_digits != 4:
        return None
    return f"[{digits}{'0' * unknown_digits}..{digits}{'9' * unknown_digits}]"


def _read_numbers(text: str) -> str | None:
    found = _YEAR_FIRST.fullmatch(text) or _DIGITS.fullmatch(text)
    if found:
        return _as_date(found["y"], found["m"], found["d"])
    found = _YEAR_LAST.fullmatch(text)
    if not found:
        return None
    day, month = found["d"], found["m"]
    if day and found["sep"] == "/":
        # 26/09/2023 or 09/26/2023, by country; only a number over 12 tells which.
        if int(day) <= 12 and int(month) <= 12 and int(day) != int(month):
            return None
        day, month = (day, month) if int(month) <= 12 else (month, day)
    return _as_date(found["y"], month, day)


def _read_words(text: str) -> str | None:
    """``Tuesday, 26 September 2023``, ``26. Sept. 2023``, ``September 26th, 2023``, ``September 2023``."""
    years: list[str] = []
    days: list[str] = []
    months: list[int] = []
    for token in re.findall(r"\d+|[^\W\d_]+", text.casefold()):
        month = _find_month(token)
        if token.isdigit():
            (years if len(token) == 4 else days).append(token)
        elif month is not None:
            months.append(month)
        elif not _WORDS_WITHOUT_MEANING.fullmatch(token):
            return None
    if len(years) != 1 or len(months) != 1 or len(days) > 1:
        return None
    return _as_date(years[0], str(months[0]), days[0] if days else None)


def _find_month(word: str) -> int | None:
    if len(word) < 3:
        return None
    matches = (number for number, names in enumerate(_MONTHS, 1) if any(name.startswith(word) for name in names))
    return next(matches, None)


def _as_date(year: str, month: str, day: str | None) -> str:
    return f"{year}-{int(month):02}" + (f"-{int(day):02}" if day else "")
