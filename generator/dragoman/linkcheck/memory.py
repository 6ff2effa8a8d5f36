"""What was found out earlier, in a file below ``.dragoman/``: so that a run can go on where the last one ended."""

from __future__ import annotations

import datetime as dt
import json
import os
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from dragoman.linkcheck.outcome import Outcome, Status, Traces

_FORM = 1
"""Counted up when the file's form changes; a file of another form is begun anew."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Remembered:
    """An outcome and when it was found. ``known`` are the traces of the page as it was first seen, or accepted."""

    outcome: Outcome
    checked: dt.datetime
    known: Traces


def load(path: Path) -> dict[str, Remembered]:
    """Everything remembered, by spelled address. A damaged file costs the memory, never the run."""
    try:
        written = json.loads(path.read_text(encoding="utf-8"))
        if written["form"] != _FORM:
            return {}
        return {url: _read(entry) for url, entry in written["addresses"].items()}
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return {}


def save(path: Path, remembered: Mapping[str, Remembered]) -> None:
    """Write it all down in one step. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    addresses = {url: _write(entry) for url, entry in sorted(remembered.items())}
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with open(descriptor, "w", encoding="utf-8") as stream:
            json.dump({"form": _FORM, "addresses": addresses}, stream, ensure_ascii=False, indent=1)
        os.replace(name, path)  # noqa: PTH105 - both are plain names here
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _read(entry: Mapping[str, Any]) -> Remembered:
    checked = dt.datetime.fromisoformat(entry["checked"])
    if checked.tzinfo is None:
        raise ValueError("a time without zone")
    outcome = Outcome(
        status=Status(entry["status"]),
        detail=str(entry.get("detail", "")),
        target=str(entry.get("target", "")),
        traces=_read_traces(entry.get("traces", {})),
    )
    return Remembered(outcome=outcome, checked=checked, known=_read_traces(entry.get("known", {})))


def _read_traces(written: Mapping[str, Any]) -> Traces:
    return Traces(**{name: str(value) for name, value in written.items() if name in Traces.__dataclass_fields__})


def _write(entry: Remembered) -> dict[str, Any]:
    outcome = entry.outcome
    return dict(
        _iter_filled(
            {
                "status": outcome.status.value,
                "detail": outcome.detail,
                "target": outcome.target,
                "checked": entry.checked.isoformat(timespec="seconds"),
                "traces": dict(_iter_filled(asdict(outcome.traces))),
                "known": dict(_iter_filled(asdict(entry.known))),
            }
        )
    )


def _iter_filled(fields: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    return ((name, value) for name, value in fields.items() if value)
