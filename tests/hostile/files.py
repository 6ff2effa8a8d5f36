"""Broken and hostile files as data: where each lies below ``content/``, its bytes, and the rule that finds it."""

from __future__ import annotations

import base64
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

READS_RIGHT = "reads right"


@dataclass(frozen=True, slots=True, kw_only=True)
class HostileFile:
    path: str
    note: str
    expected: str
    content: bytes


def read_files() -> tuple[HostileFile, ...]:
    """All of them, in the order of the file."""
    entries = json.loads(Path(__file__).with_name("files.json").read_text(encoding="utf-8"))
    return tuple(
        HostileFile(
            path=entry["path"],
            note=entry["note"],
            expected=entry["expected"],
            content=b"".join(_read_part(part) for part in entry["parts"]),
        )
        for entry in entries
    )


def _read_part(part: dict[str, Any]) -> bytes:
    unit = base64.b64decode(part["bytes"]) if "bytes" in part else part["text"].encode("utf-8")
    times: int = part.get("times", 1)
    return unit * times
