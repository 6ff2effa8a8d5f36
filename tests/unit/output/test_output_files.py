"""Output paths that are refused, and files published from disk."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from dragoman.errors import DragomanError
from dragoman.output import publish
from dragoman.rendered import RenderedFile, StagedFile
from tests.unit.output.sites import rendered, texts_in


@pytest.mark.parametrize(
    "path",
    [
        "",
        "/etc/passwd",
        "a//b",
        "a/",
        "../evil",
        "a/../../evil",
        "./a",
        "a/.",
        "a\\b",
        "a\0b",
        "a\nb",
        "a\x7fb",
        "a\x9bb",
        "\ud800",
        "x" * 256,
        "ə" * 128,
        ".dragoman-manifest.json",
        ".dragoman-staging/x",
    ],
)
def test_a_path_that_is_not_safe_everywhere_is_refused(path: str, tmp_path: Path) -> None:
    with pytest.raises(DragomanError, match="cannot be an output path"):
        RenderedFile(path=path, content=b"")
    with pytest.raises(DragomanError, match="cannot be an output path"):
        StagedFile(path=path, source=tmp_path)


@pytest.mark.parametrize(
    "path", ["index.html", "de/ereignisse/x/index.html", ".well-known/x", "..a/b..", "əü/ß", "x" * 255]
)
def test_an_ordinary_path_is_accepted(path: str) -> None:
    assert RenderedFile(path=path, content=b"").path == path


def test_a_refused_path_is_shown_without_its_control_characters() -> None:
    with pytest.raises(DragomanError) as refusal:
        RenderedFile(path="a\x1b[31m\u202eb", content=b"")
    assert refusal.value.message.isprintable()


def test_a_file_on_disk_is_published_as_a_copy(tmp_path: Path) -> None:
    source = tmp_path / "photo.jpg"
    source.write_bytes(b"picture" * 500_000)
    output = tmp_path / "output"

    first = publish([StagedFile(path="media/photo.jpg", source=source)], output)
    second = publish([StagedFile(path="media/photo.jpg", source=source)], output)

    assert (first.created, second.unchanged, second.swapped) == (1, 1, False)
    assert (output / "media/photo.jpg").read_bytes() == source.read_bytes()
    assert not (output / "media/photo.jpg").samefile(source)


def test_a_file_on_disk_that_changed_is_published_again(tmp_path: Path) -> None:
    source = tmp_path / "site.css"
    output = tmp_path / "output"
    for text in ("a {}", "b {}"):
        source.write_text(text)
        publish([StagedFile(path="site.css", source=source)], output)
    assert texts_in(output) == {"site.css": "b {}"}


@pytest.mark.parametrize("kind", ["link", "folder", "pipe", "missing"])
def test_a_source_that_is_not_a_regular_file_is_refused_and_nothing_published_changes(
    kind: str, tmp_path: Path
) -> None:
    source, output = tmp_path / "source", tmp_path / "output"
    publish(rendered({"a": "old"}), output)
    match kind:
        case "link":
            source.symlink_to("/etc/passwd")
        case "folder":
            source.mkdir()
        case "pipe":
            os.mkfifo(source)

    with pytest.raises(DragomanError, match=r"b: its source .* cannot be read"):
        publish([RenderedFile(path="a", content=b"new"), StagedFile(path="b", source=source)], output)

    assert texts_in(output) == {"a": "old"}
