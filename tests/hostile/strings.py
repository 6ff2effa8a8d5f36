"""Our collection of texts that are meant to do harm: markup, schemes, templates, formulas, line breaks, odd letters."""

from __future__ import annotations

import json
import unicodedata
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Hostile:
    kind: str
    text: str


def read_strings() -> tuple[Hostile, ...]:
    """All of them, in the order of the file."""
    entries = json.loads(Path(__file__).with_name("strings.json").read_text(encoding="utf-8"))
    return tuple(Hostile(entry["kind"], entry["text"] * entry.get("times", 1)) for entry in entries)


def quote(text: str) -> str:
    """A text in YAML's double quotation marks, so that whatever it says reaches the rules and the pages as it is."""
    return '"' + "".join(map(_escape, text)) + '"'


def _escape(letter: str) -> str:
    if letter in '"\\':
        return "\\" + letter
    if unicodedata.category(letter) in {"Cc", "Cf", "Zl", "Zp", "Cn", "Co"}:
        return f"\\U{ord(letter):08X}"
    return letter
