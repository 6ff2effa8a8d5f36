"""A reading as plain data is the same reading when it comes back, whatever record it is and whatever was found."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.content.fields import Leaf, ListOf, MappingOf, ModelShape, OneOf, Shape
from dragoman.content.files import Kind, SourceFile, load_folder
from dragoman.content.plain import freeze_reading, thaw_reading
from dragoman.content.reading import FileReader, FileReading
from dragoman.content.settings import Settings
from dragoman.content.validating import get_file_shape, validate
from dragoman.model.dates import EdtfDate
from dragoman.model.times import Duration, LocalTime, Moment
from tests.tools.programs import CHECKOUT

SETTINGS = Settings(languages=("de", "en"))
TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=60)
LONG_ENOUGH = TEXT.map(lambda text: (text * 40)[:60])
NOTATIONS = {
    EdtfDate: ("2023-09-26", "2023-09?", "2023~", "2023-09-XX", "../2023", "2023/..", "[2023-09-08..2025-05-16]"),
    LocalTime: ("10:30 Asia/Baku", "00:00 UTC"),
    Duration: ("PT90M", "P1DT1H"),
    Moment: ("2023-09-26", "2023-09-26T14:30+04:00", "2023-09-26T10:30:05Z"),
}


def written(shape: Shape) -> st.SearchStrategy[Any]:
    """What could be written for a field, as the parser gives it; most of it is sound."""
    match shape:
        case Leaf(type=kind) if kind in NOTATIONS:
            return st.sampled_from(NOTATIONS[kind])
        case Leaf() if shape.choices:
            return st.sampled_from(shape.choices)
        case Leaf() if shape.is_localized:
            return st.dictionaries(st.sampled_from(["de", "en", "az"]), LONG_ENOUGH, min_size=1)
        case Leaf(type=kind) if kind in {bool, int, float}:
            return st.sampled_from({bool: ["true", "false"], int: ["7", "30"], float: ["40.4", "-7.25"]}[kind])
        case Leaf():
            return TEXT
        case ListOf(item=item):
            return st.lists(written(item), min_size=1, max_size=2)
        case MappingOf(key=key, value=value):
            return st.dictionaries(written(key), written(value), min_size=1, max_size=2)
        case OneOf(options=options):
            return st.one_of(*map(written, options.values()))
        case ModelShape(fields=fields, required=required):
            all_fields = {field: written(inner) for field, (_, inner) in fields.items()}
            return st.fixed_dictionaries(
                {field: all_fields[field] for field in required},
                optional={field: one for field, one in all_fields.items() if field not in required},
            )


@pytest.mark.parametrize("kind", Kind)
def test_every_record_comes_back_equal_to_the_last_field(kind: Kind) -> None:
    seen = []

    @settings(max_examples=60, deadline=None, suppress_health_check=[*HealthCheck], database=None)
    @given(written(get_file_shape(kind)))
    def check(data: Any) -> None:
        source = SourceFile(path="content/x/some-id.yaml", kind=kind, content=b"", size=0, digest="")
        record, _ = validate(source, data, SETTINGS)
        if record is not None:
            seen.append(record)
            assert_same(FileReading(record=record, findings=()))

    check()
    assert len(seen) >= 5, "hardly anything that was made up was a record"


def assert_same(reading: FileReading) -> None:
    line = freeze_reading(reading)
    assert line is not None
    assert b"\n" not in line
    again = thaw_reading(line)
    assert again == reading
    assert repr(again) == repr(reading)
    assert [finding.fix for finding in again.findings] == [finding.fix for finding in reading.findings]
    for one, other in zip(list_parts(again.record), list_parts(reading.record), strict=True):
        assert type(one) is type(other)
        if hasattr(one, "model_fields_set"):
            assert one.model_fields_set == other.model_fields_set


def list_parts(value: Any) -> list[Any]:
    """A value and all parts of it, in order."""
    if isinstance(value, tuple):
        inside = [*value]
    elif isinstance(value, dict):
        inside = [*value.values()]
    else:
        inside = [*getattr(value, "__dict__", {}).values()]
    return [value, *(part for one in inside for part in list_parts(one))]


def test_every_reading_of_the_real_content_comes_back() -> None:
    read = FileReader(settings=SETTINGS)
    readings = [read(file) for file in load_folder(CHECKOUT / "content").files]
    assert len(readings) > 200
    for reading in readings:
        assert_same(reading)
        assert isinstance(json.loads(freeze_reading(reading) or b""), list)


@pytest.mark.parametrize(
    "text",
    [
        "date: 26.09.2023\n",
        "date: 2023-09-26\ntitle: {de: Am Montag}\n",
        "a: no\n",
        "[",
        "\tx",
        "date: '\\u202e'\n",
        "x: \xe9\u200b",
    ],
)
def test_findings_and_their_fixes_come_back_and_what_is_half_a_record_is_left_out(text: str) -> None:
    content = text.encode()
    source = SourceFile(
        path="content/events/2023/2023-09-26-x.yaml", kind=Kind.EVENT, content=content, size=len(content), digest=""
    )
    reading = FileReader(settings=SETTINGS)(source)
    assert reading.findings
    if reading.remains is None:
        assert_same(reading)
    else:
        assert freeze_reading(reading) is None
