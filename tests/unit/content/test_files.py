from __future__ import annotations

import hashlib
import os
import socket
from pathlib import Path

import pytest

from dragoman.content.files import MAXIMUM_SIZE, Kind, Loaded, load_folder
from dragoman.errors import DragomanError
from tests.pictures import PDF
from tests.privileges import ordinary_user, reachable_folder


def write(content: Path, files: dict[str, str]) -> Path:
    for path, text in files.items():
        target = content / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    return content


def find_rules(loaded: Loaded) -> list[tuple[str, str]]:
    return [(finding.location.path, finding.rule) for finding in loaded.diagnostics]


def test_every_kind_of_record_is_found_and_sorted_by_path(tmp_path: Path) -> None:
    content = write(
        tmp_path / "content",
        {
            "topics/a.yaml": "x",
            "site.yaml": "x",
            "coverage.yaml": "x",
            "events/2023/2023-a.yaml": "x",
            "people/a.yaml": "x",
            "organisations/a.yaml": "x",
            "places/a.yaml": "x",
            "terms/a.yaml": "x",
        },
    )
    loaded = load_folder(content)
    assert [(file.path, file.kind, file.id) for file in loaded.files] == [
        ("content/coverage.yaml", Kind.COVERAGE, "coverage"),
        ("content/events/2023/2023-a.yaml", Kind.EVENT, "2023-a"),
        ("content/organisations/a.yaml", Kind.ORGANISATION, "a"),
        ("content/people/a.yaml", Kind.PERSON, "a"),
        ("content/places/a.yaml", Kind.PLACE, "a"),
        ("content/site.yaml", Kind.SITE, "site"),
        ("content/terms/a.yaml", Kind.TERM, "a"),
        ("content/topics/a.yaml", Kind.TOPIC, "a"),
    ]
    assert not loaded.diagnostics


def test_bytes_are_untouched_and_have_a_digest(tmp_path: Path) -> None:
    content = write(tmp_path / "content", {"topics/a.yaml": ""})
    (content / "topics/a.yaml").write_bytes(b"\xef\xbb\xbfa: 1\r\n")
    (file,) = load_folder(content).files
    assert file.content == b"\xef\xbb\xbfa: 1\r\n"
    assert file.digest == hashlib.sha256(file.content).hexdigest()


def test_prose_and_media_are_left_to_others_but_media_are_listed(tmp_path: Path) -> None:
    pdf = PDF.decode()
    content = write(tmp_path / "content", {"pages/about.de.md": "x", "media/a.pdf": pdf, "media/2023/b.pdf": pdf})
    loaded = load_folder(content)
    assert not loaded.files
    assert loaded.media == {"a.pdf", "2023/b.pdf"}
    assert not loaded.diagnostics


def test_a_pipe_is_named_and_not_waited_for(tmp_path: Path) -> None:
    content = write(tmp_path / "content", {"people/a.yaml": "x"})
    os.mkfifo(content / "people/b.yaml")
    os.mkfifo(content / "pages")
    loaded = load_folder(content)
    assert [file.id for file in loaded.files] == ["a"]
    assert find_rules(loaded) == [("content/pages", "unreadable-file"), ("content/people/b.yaml", "unreadable-file")]
    assert "a pipe" in next(iter(loaded.diagnostics)).message


def test_a_socket_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    content = write(tmp_path / "content", {"people/a.yaml": "x"})
    monkeypatch.chdir(content / "people")  # the path of a socket is short by nature
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("b.yaml")
        loaded = load_folder(content)
    assert find_rules(loaded) == [("content/people/b.yaml", "unreadable-file")]


@pytest.mark.parametrize("target", ["/etc/passwd", "a.yaml", "nowhere"])
def test_a_link_is_never_followed(tmp_path: Path, target: str) -> None:
    content = write(tmp_path / "content", {"people/a.yaml": "x"})
    (content / "people/b.yaml").symlink_to(target)
    loaded = load_folder(content)
    assert [file.id for file in loaded.files] == ["a"]
    assert find_rules(loaded) == [("content/people/b.yaml", "unreadable-file")]


def test_a_folder_that_is_a_link_is_not_entered(tmp_path: Path) -> None:
    write(tmp_path / "elsewhere", {"secret.yaml": "x"})
    content = write(tmp_path / "content", {"people/a.yaml": "x"})
    (content / "topics").symlink_to(tmp_path / "elsewhere")
    loaded = load_folder(content)
    assert [file.id for file in loaded.files] == ["a"]
    assert find_rules(loaded) == [("content/topics", "unreadable-file")]


def test_a_file_without_permission_is_named() -> None:
    with reachable_folder() as folder:
        content = write(folder / "content", {"people/a.yaml": "x", "people/b.yaml": "x"})
        (content / "people/a.yaml").chmod(0)
        with ordinary_user():
            loaded = load_folder(content)
    assert [file.id for file in loaded.files] == ["b"]
    assert find_rules(loaded) == [("content/people/a.yaml", "unreadable-file")]


def test_a_file_over_the_limit_is_not_kept(tmp_path: Path) -> None:
    content = write(
        tmp_path / "content", {"people/a.yaml": "x" * (MAXIMUM_SIZE + 1), "people/b.yaml": "x" * MAXIMUM_SIZE}
    )
    large, just = load_folder(content).files
    assert (large.size, large.content) == (MAXIMUM_SIZE + 1, b"")
    assert len(just.content) == MAXIMUM_SIZE


def test_a_name_that_is_not_utf8_can_still_be_shown(tmp_path: Path) -> None:
    content = write(tmp_path / "content", {"people/a.yaml": "x"})
    with open(os.fsencode(content) + b"/people/\xfc.yaml", "wb"):
        pass
    paths = [file.path for file in load_folder(content).files]
    assert paths == ["content/people/\\xfc.yaml", "content/people/a.yaml"]


def test_a_missing_folder_is_the_operators(tmp_path: Path) -> None:
    with pytest.raises(DragomanError, match="there is no folder"):
        load_folder(tmp_path / "content")
