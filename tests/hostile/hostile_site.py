"""Puts the hostile texts into the fields, takes back those that the rules refuse, and builds what is left."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from dragoman.content.checking import read_content
from dragoman.diagnostics import Diagnostic
from tests.hostile.carrier import COPIES, HARMLESS, Carrier, iter_fields
from tests.hostile.strings import read_strings
from tests.pictures import make_png
from tests.small_site import SmallSite

TODAY = dt.date(2024, 11, 15)
STRINGS = read_strings()
#: So many builds put every text into every field that stands in more than one file.
BUILDS = -(-len(STRINGS) // COPIES)
#: Neighbouring fields of a record get texts that stand so far apart in the collection.
_STEP = 7
_ROUNDS = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class HostileSite:
    """``carried`` and ``refused`` are pairs of a field and a text; ``stray`` are findings that fit no field."""

    site: SmallSite
    carried: frozenset[tuple[str, str]]
    refused: frozenset[tuple[str, str]]
    stray: tuple[Diagnostic, ...]


def make_hostile_site(folder: Path, number: int) -> HostileSite:
    """The site of one of the ``BUILDS``."""
    order = {name: index for index, name in enumerate(iter_fields())}

    def choose(name: str, copy: int) -> str:
        return STRINGS[(number * COPIES + copy + order[name] * _STEP) % len(STRINGS)].text

    return _make(folder, choose)


def make_harmless_site(folder: Path) -> SmallSite:
    """The same site without anything hostile in it."""
    return _make(folder, _get_harmless).site


def _get_harmless(name: str, copy: int) -> str:
    return HARMLESS.get(name, f"Harmless {copy}")


def _make(folder: Path, choose: Callable[[str, int], str]) -> HostileSite:
    site = SmallSite(folder)
    refused: set[tuple[str, int]] = set()
    carrier = Carrier(lambda name, copy: _get_harmless(name, copy) if (name, copy) in refused else choose(name, copy))
    stray: tuple[Diagnostic, ...] = ()
    said: set[tuple[str, str]] = set()
    for _ in range(_ROUNDS):
        site.write({**carrier.make_files(), "content/media/dock.png": make_png()})
        findings = [one for one in read_content(folder / "content", TODAY)[1] if one.severity.value == "error"]
        found = [carrier.slots.get((one.location.path, one.location.line)) for one in findings]
        stray = tuple(one for one, slot in zip(findings, found, strict=True) if slot is None)
        new = {(slot.field, slot.copy): slot for slot in found if slot is not None}
        if not new.keys() - refused:
            break
        said |= {(slot.field, slot.text) for place, slot in new.items() if place not in refused}
        refused |= new.keys()
    carried = {(slot.field, slot.text) for slot in carrier.slots.values() if (slot.field, slot.copy) not in refused}
    return HostileSite(site=site, carried=frozenset(carried), refused=frozenset(said), stray=stray)
