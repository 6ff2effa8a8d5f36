"""A fault of shape hides nothing else of its record: two mistakes together are what each of them is alone."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path

import pytest

from dragoman.content.collecting import read_records
from dragoman.content.files import load_folder
from dragoman.diagnostics import Severity

SITE = Path(__file__).parents[2] / "rules" / "site"
TODAY = dt.date(2026, 11, 24)
EVENT = "content/events/2023/2023-09-26-baker-hasanov.yaml"
Change = tuple[str, str]

#: Values that the model does not take, in every kind of place.
FAULTS: dict[str, Change] = {
    "a date": ("date: 2023-09-26\ntime", "date: 26.9.2023\ntime"),
    "a time": ("17:00 Asia/Baku", "17 Uhr"),
    "a type": ("type: call", "type: calll"),
    "a moment": ("published: 2023-10-01", "published: gestern"),
    "a text for a mapping": ("title:\n  de: Baker ruft Hasanov an\n  en: Baker calls Hasanov", "title: Baker calls"),
    "a short text": ("de: Die beiden sprachen über die Waffenruhe und über den Zugang für Helfer.", "de: Kurz."),
    "a part": ("part: caller", "part: anrufend"),
    "an item": ("{person: zakir-hasanov, part: callee}", "zakir-hasanov"),
    "a field left out": ("    by: us-defense\n", ""),
    "an id left out": ("  - id: us-defense\n    by", "  - by"),
    "a kind": ("kind: press-release", "kind: press"),
    "no mapping": ("text: {de: Die Waffenruhe müsse halten., en: The ceasefire had to hold.}", "text: Ja"),
    "a search": ("none_found: 2023-10-01", "none_found: nie"),
    "a relation": ("relation: differ", "relation: similar"),
    "a language": ("    lang: en\n", "    lang: english\n"),
    "a source’s day": ("    published: 2023-09-26\n    accessed", "    published: 26.9.\n    accessed"),
    "a source’s day of reading": ("accessed: 2023-10-01", "accessed: bald"),
    "a field left empty": ("    kind: press-release", "    kind:"),
    "an optional field left empty": ("    title: Readout of the call", "    title:"),
    "an unknown field": ("type: call", "type: call\nnonsense: 1"),
}
#: Mistakes of every other sort in the same file, none of which rests on a value that is faulty above.
OTHERS: dict[str, Change] = {
    "an unknown person": ("person: kate-baker", "person: kate-backer"),
    "an unknown topic": ("topics: [ceasefire]", "topics: [ceasefir]"),
    "an unknown speaker": ("speaker: kate-baker", "speaker: nobody"),
    "an unknown source": ("    source: us-defense", "    source: us-defence"),
    "a topic that no point has": ("comparison:\n  - topic: ceasefire", "comparison:\n  - topic: aid"),
    "a topic twice": ("topics: [ceasefire]", "topics: [ceasefire, ceasefire]"),
    "another page’s copy": ("20231001120000/https://example.gov/readouts/1", "20231001120000/https://example.com/9"),
    "no address": ("url: https://example.gov/readouts/1\n    pub", "url: example.gov/readouts/1\n    pub"),
    "markup": ("de: Nur Washington", "de: Nur <b>Washington</b>"),
    "a missing picture": ("topics: [", "media: [{file: x.jpg, alt: {de: Ein Bild}, credit: Wer}]\ntopics: ["),
    "itself": ("topics: [", "related: [{event: 2023-09-26-baker-hasanov, type: follows}]\ntopics: ["),
    "no such readout": ("    relation: differ", "    between: [us-defense, az]\n    relation: differ"),
}
#: What cannot be told while another value is faulty, and so comes only when that is mended.
WAITING = {("an id left out", "no such readout")}
Found = frozenset[tuple[str, str, str]]


def find_errors(folder: Path, *changes: Change) -> Found:
    site = Path(shutil.copytree(SITE, folder))
    text = (site / EVENT).read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    (site / EVENT).write_text(text, encoding="utf-8")
    return frozenset(
        (finding.location.path, finding.rule, finding.message)
        for finding in read_records(load_folder(site / "content"), today=TODAY).diagnostics
        if finding.severity is Severity.ERROR
    )


@pytest.fixture(scope="module")
def others(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Found]:
    """What each of the other mistakes is alone."""
    return {other: find_errors(tmp_path_factory.mktemp("alone") / "site", change) for other, change in OTHERS.items()}


def test_every_other_mistake_is_one(others: dict[str, Found]) -> None:
    assert {other: len(found) for other, found in others.items()} == dict.fromkeys(OTHERS, 1)


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_hides_nothing_and_adds_nothing(fault: str, others: dict[str, Found], tmp_path: Path) -> None:
    alone = find_errors(tmp_path / "fault", FAULTS[fault])
    assert len(alone) == 1
    for other, change in OTHERS.items():
        if change[0] in FAULTS[fault][0] or FAULTS[fault][0] in change[0]:
            continue  # both change the same words
        together = find_errors(tmp_path / other, change, FAULTS[fault])
        assert together == (alone if (fault, other) in WAITING else alone | others[other]), other


def test_all_faults_that_can_stand_together_are_found_in_one_run(tmp_path: Path) -> None:
    words = [*FAULTS.values(), *OTHERS.values()]
    chosen: list[Change] = []
    text = (SITE / EVENT).read_text(encoding="utf-8")
    for old, new in words:
        if old in text and (old, new) not in {FAULTS[fault] for fault in ("an id left out", "no mapping", "a type")}:
            chosen.append((old, new))
            text = text.replace(old, new, 1)
    assert len(chosen) > 15
    # Whether an archive's copy is of the very page cannot be told while that page has no proper address.
    assert len(find_errors(tmp_path / "site", *chosen)) == len(chosen) - 1
