"""What somebody probably meant who wrote a date-time or a zone in words: hints only, never a way to read one."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dragoman.model.date_suggestions import suggest_date

#: Abbreviations that mean one zone only, each with its offset from UTC and the zone's name. Armenia's AMT is left out,
#: which is also the Amazon's, and so is BST.
_ZONES = {
    "mez": ("+01:00", "Europe/Berlin"), "cet": ("+01:00", "Europe/Berlin"),
    "mesz": ("+02:00", "Europe/Berlin"), "cest": ("+02:00", "Europe/Berlin"),
    "eet": ("+02:00", "Europe/Kyiv"), "eest": ("+03:00", "Europe/Kyiv"),
    "msk": ("+03:00", "Europe/Moscow"), "мск": ("+03:00", "Europe/Moscow"), "trt": ("+03:00", "Europe/Istanbul"),
    "azt": ("+04:00", "Asia/Baku"), "get": ("+04:00", "Asia/Tbilisi"), "irst": ("+03:30", "Asia/Tehran"),
    "est": ("-05:00", "America/New_York"), "edt": ("-04:00", "America/New_York"),
    "utc": ("Z", "UTC"), "gmt": ("Z", "UTC"), "z": ("Z", "UTC"),
}  # fmt: skip
_CLOCK = r"(?P<hour>[01]?\d|2[0-3])[:.](?P<minute>[0-5]\d)(?::[0-5]\d)?\s*(?:uhr\b|h\b|(?P<half>[ap])\.?m\b\.?)?"
_ZONE = r"\(?(?P<word>[a-zA-Zмск]{1,4})?\s*(?P<offset>[+-]\s?\d\d?(?::?\d\d)?)?(?:\s*(?:time|zeit))?\)?"
_DATE_TIME = re.compile(rf"(?P<day>.*?\d)(?:,\s*|[Tt]|\s+(?:um|at)\s+|\s+){_CLOCK}\s*{_ZONE}", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class DateTimeWords:
    """A date and a time as they were probably meant; ``offset`` is empty where none is given or known."""

    day: str
    time: str
    offset: str

    def __str__(self) -> str:
        return f"{self.day}T{self.time}{self.offset}"


def read_date_time(text: str) -> DateTimeWords | None:
    """``23.11.2026, 14:00 MEZ`` or ``2023-09-26 14:00 GMT+4``; None where this is not a date with a time."""
    found = _DATE_TIME.fullmatch(text.strip())
    day = suggest_date(found["day"]) if found else None
    if found is None or day is None or not re.fullmatch(r"\d{4}-\d\d-\d\d", day):
        return None
    hour = int(found["hour"])
    if found["half"]:
        hour = hour % 12 + (12 if found["half"].lower() == "p" else 0)
    time = f"{hour:02}:{found['minute']}"
    return DateTimeWords(day=day, time=time, offset=_read_offset(found["word"] or "", found["offset"] or ""))


def suggest_zone_of(abbreviation: str) -> str | None:
    """The zone that an abbreviation means (``MEZ``); None where it could be several, or none."""
    known = _ZONES.get(abbreviation.strip("()").casefold())
    return known[1] if known else None


def _read_offset(word: str, offset: str) -> str:
    known = _ZONES.get(word.casefold(), ("", ""))[0]
    if not offset:
        return known
    if word and known != "Z":
        return ""
    digits = re.sub(r"\D", "", offset)
    hours, minutes = (digits[:-2], digits[-2:]) if len(digits) > 2 else (digits, "00")
    return f"{offset[0]}{int(hours):02}:{minutes}"
