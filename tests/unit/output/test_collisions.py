"""Output paths that cannot stand side by side are refused before anything published changes."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.errors import DragomanError
from dragoman.output import publish
from dragoman.rendered import RenderedFile
from tests.unit.output.sites import rendered, texts_in


@pytest.mark.parametrize(
    ("first", "second", "message"),
    [
        ("a/b", "a/b", "two files want the same output path: 'a/b'"),
        ("a", "a/b/c", "'a' is wanted both as a file and as a folder"),
        ("a/b/c", "a/b", "'a/b' is wanted both as a file and as a folder"),
        ("a/b", "A/c", "'a' and 'A' differ only in capitals"),
        ("de/Ə", "de/ə", "'de/Ə' and 'de/ə' differ only in capitals"),
        ("e\u0301", "\u00e9", "differ only in capitals or in the form of a letter"),
        ("straße", "STRASSE", "differ only in capitals"),
    ],
)
def test_colliding_paths_are_refused(first: str, second: str, message: str, tmp_path: Path) -> None:
    output = tmp_path / "output"
    publish(rendered({"x": "old"}), output)

    with pytest.raises(DragomanError) as refusal:
        publish([RenderedFile(path=path, content=b"new") for path in ("x", first, second)], output)

    assert message in refusal.value.message
    assert texts_in(output) == {"x": "old"}


def test_paths_that_only_begin_alike_are_accepted(tmp_path: Path) -> None:
    site = {"a/b": "1", "a-b": "2", "a.b": "3", "ab": "4", "a/bb/c": "5"}
    publish(rendered(site), tmp_path / "output")
    assert texts_in(tmp_path / "output") == site
