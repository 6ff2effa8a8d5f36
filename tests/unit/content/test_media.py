"""What may lie in content/media: what a file is, how large, and under what name."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.content.files import load_folder
from dragoman.content.media import MOST_PIXELS, find_kind, look_at
from dragoman.content.pixels import measure
from tests import pictures

MAKERS = {
    "a.png": pictures.make_png,
    "a.jpg": pictures.make_jpeg,
    "b.JPEG": pictures.make_jpeg,
    "a.gif": pictures.make_gif,
    "a.webp": pictures.make_webp,
    "b.webp": pictures.make_lossy_webp,
    "c.webp": pictures.make_lossless_webp,
    "a.avif": pictures.make_avif,
}


@pytest.mark.parametrize(("name", "make"), MAKERS.items())
def test_a_pictures_size_is_read_from_its_head(name: str, make: Callable[[int, int], bytes]) -> None:
    assert measure(make(640, 480)) == (640, 480)
    assert find_kind(make(1, 1)) is not None
    assert name


@pytest.mark.parametrize("name", [*MAKERS, "a.pdf"])
def test_pictures_and_pdf_are_taken(tmp_path: Path, name: str) -> None:
    assert not find_rules(tmp_path, {name: MAKERS[name](20, 10) if name in MAKERS else pictures.PDF})


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.svg", b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
        ("a.png", b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
        ("a.html", b"<!doctype html><script>alert(1)</script>"),
        ("a.jpg", b"<html><script>alert(1)</script>"),
        ("a.png", pictures.make_gif()),
        ("a.html", pictures.make_gif()),
        ("a.js", b"alert(1)"),
        ("a.xml", b"<?xml version='1.0'?><x/>"),
        ("a.png", b""),
        ("a.png", b"\x89PNG\r\n\x1a\n"),
        ("a.jpg", b"\xff\xd8\xff"),
        ("a.png", pictures.make_png(0, 10)),
        ("a.exe", b"MZ"),
        ("a.zip", b"PK\x03\x04"),
        ("a", pictures.PDF),
    ],
)
def test_what_is_something_else_or_is_named_so_is_refused(tmp_path: Path, name: str, content: bytes) -> None:
    assert find_rules(tmp_path, {name: content}) == [(f"content/media/{name}", "media-kind")]


@pytest.mark.parametrize("make", [pictures.make_png, pictures.make_jpeg, pictures.make_webp, pictures.make_avif])
def test_a_picture_of_too_many_pixels_is_refused(tmp_path: Path, make: Callable[[int, int], bytes]) -> None:
    path = tmp_path / f"large.{make.__name__.removeprefix('make_')}"
    path.write_bytes(make(16_000, MOST_PIXELS // 16_000 + 1))
    problem = look_at(path).problem
    assert problem is not None
    assert problem.rule in {"too-large", "media-kind"}
    assert "pixels" in problem.message or path.suffix == ".jpeg"


@pytest.mark.parametrize(
    "name",
    [
        "con.png",
        "NUL.png",
        "com1.tar.png",
        "a b.png",
        "ü.png",
        "a\x07.png",
        "a\\b.png",
        "-a.png",
        "a<b>.png",
        "a%2f.png",
    ],
)
def test_names_that_do_not_work_everywhere_are_refused(tmp_path: Path, name: str) -> None:
    assert [rule for _, rule in find_rules(tmp_path, {name: pictures.make_png()})] == ["bad-id"]


def test_names_that_differ_by_capital_letters_only_are_refused(tmp_path: Path) -> None:
    found = find_rules(tmp_path, {"Dock.png": pictures.make_png(), "dock.png": pictures.make_png()})
    assert found == [("content/media/dock.png", "duplicate-id")]


def test_a_medium_that_cannot_be_read_is_a_finding(tmp_path: Path) -> None:
    path = tmp_path / "gone.png"
    problem = look_at(path).problem
    assert problem is not None
    assert problem.rule == "unreadable-file"


def test_a_pipe_in_the_place_of_a_picture_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.png")
    problem = look_at(tmp_path / "a.png").problem
    assert problem is not None
    assert problem.rule == "unreadable-file"


@given(
    start=st.sampled_from([b"", *(make(3, 4)[:40] for make in MAKERS.values())]),
    rest=st.binary(max_size=300),
)
def test_no_bytes_stop_the_reader(start: bytes, rest: bytes) -> None:
    size = measure(start + rest)
    assert size is None or min(size) > 0


def find_rules(folder: Path, media: dict[str, bytes]) -> list[tuple[str, str]]:
    (folder / "content/media").mkdir(parents=True)
    for name, content in media.items():
        (folder / "content/media" / name).write_bytes(content)
    return [(finding.location.path, finding.rule) for finding in load_folder(folder / "content").diagnostics]
