"""Whatever a file holds, reading it ends with a record or with findings in it, never with an exception."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.content.files import Kind, SourceFile
from dragoman.content.reading import FileReading, read_file
from dragoman.content.rules.registry import get_rules
from dragoman.content.settings import Settings
from dragoman.content.validating import validate

SITE = Path(__file__).parents[2] / "rules" / "site"
EVENT = (SITE / "content/events/2023/2023-09-26-baker-hasanov.yaml").read_bytes()
WORDS = [
    "de",
    "en",
    "[key]",
    "person",
    "account",
    "id",
    "2023-09-26",
    "call",
    "true",
    "",
    "us",
    "http://[",
    "a: b",
    "\\x",
]
FIELDS = [
    *("participants", "sources", "title", "readouts", "disputed", "according_to", "date", "offices", "checks", "lat"),
    *("names", "media", "initiative", "native", "languages", "place", "part_of", "translations", "waive"),
]


QUICK = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
kinds = st.sampled_from(list(Kind))
texts = st.sampled_from(WORDS) | st.text(max_size=20)
values = st.recursive(
    texts | st.none(),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from([*WORDS, *FIELDS]) | texts, inner, max_size=3)
    ),
    max_leaves=12,
)


def read(kind: Kind, content: bytes) -> FileReading:
    digest = hashlib.sha256(content).hexdigest()
    source = SourceFile(path="content/people/x.yaml", kind=kind, content=content, size=len(content), digest=digest)
    return read_file(source, Settings(languages=("de", "en")))


def check(reading: FileReading) -> None:
    assert reading.record is not None or reading.findings
    for finding in reading.findings:
        assert finding.location.line >= 1
        assert finding.location.column >= 1
        assert finding.message


@QUICK
@given(kinds, st.binary(max_size=200))
def test_any_bytes(kind: Kind, content: bytes) -> None:
    check(read(kind, content))


@QUICK
@given(kinds, st.text(alphabet=st.sampled_from("ab:- \n[]{},\"'#&*!|>%@`?\t\\"), max_size=60))
def test_any_text_of_yamls_own_signs(kind: Kind, text: str) -> None:
    check(read(kind, text.encode()))


@QUICK
@given(kinds, st.dictionaries(st.sampled_from(FIELDS) | texts, values, max_size=5) | values)
def test_any_structure(kind: Kind, data: Any) -> None:
    check(read(kind, json.dumps(data).encode()))


@QUICK
@given(st.integers(0, len(EVENT)), st.integers(0, 40), st.binary(max_size=5))
def test_an_event_with_any_stretch_exchanged(start: int, length: int, other: bytes) -> None:
    check(read(Kind.EVENT, EVENT[:start] + other + EVENT[start + length :]))


@QUICK
@given(st.sampled_from(EVENT.decode().splitlines()), values)
def test_an_event_with_any_value_exchanged(line: str, value: Any) -> None:
    key, colon, _ = line.partition(":")
    check(read(Kind.EVENT, EVENT.decode().replace(line, f"{key}{colon} {json.dumps(value)}", 1).encode()))


@QUICK
@given(kinds, st.dictionaries(st.sampled_from(FIELDS) | texts, values, max_size=5) | values)
def test_whatever_does_not_fit_the_model_is_claimed_by_exactly_one_rule(kind: Kind, data: Any) -> None:
    source = SourceFile(path="content/people/x.yaml", kind=kind, content=b"", size=0, digest="")
    _, errors = validate(source, data, Settings())
    for error in errors:
        claiming = [rule.name for rule in get_rules().values() if rule.claims and rule.claims(error)]
        assert len(claiming) == 1, error
