"""The search: made from the pages that want to be found, taken over where these are the same, absent gracefully."""

from __future__ import annotations

import stat
import subprocess
from pathlib import Path

import pytest

from dragoman.errors import DragomanError
from dragoman.render.search import FOLDER, add_search, find_pagefind
from dragoman.rendered import OutputFile, RenderedFile
from tests.tools.programs import leave_out

PAGE = '<!doctype html><html lang="en"><title>{0}</title><main{1}><h1>{0}</h1><p>{0} was here.</p></main></html>'


def pages(*names: str, mark: str = " data-pagefind-body") -> list[OutputFile]:
    return [RenderedFile(path=f"en/{name}/index.html", content=PAGE.format(name, mark).encode()) for name in names]


def publish(files: list[OutputFile], output: Path) -> dict[str, bytes]:
    """Write what comes out as the writer would; the search files among it."""
    found = {}
    for file in files:
        assert isinstance(file, RenderedFile)
        target = output / file.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(file.content)
        if file.path.startswith(f"{FOLDER}/"):
            found[file.path] = file.content
    return found


@pytest.fixture(scope="module")
def program() -> Path:
    found = find_pagefind()
    if found is None:
        leave_out("the extra search is not installed: pip install 'dragoman[search]'")
    assert found is not None
    return found


def test_pages_pass_through_unchanged_and_the_search_comes_after(program: Path, tmp_path: Path) -> None:
    given = pages("Anna", "Berta")
    made = list(add_search(iter(given), program, tmp_path))
    assert made[:2] == given
    names = {file.path for file in made[2:]}
    assert {f"{FOLDER}/pagefind.js", f"{FOLDER}/pagefind-entry.json", f"{FOLDER}/wasm.en.pagefind"} <= names
    assert not [name for name in names if "ui" in name or "highlight" in name or "worker" in name]


def test_the_same_pages_are_not_indexed_again(program: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = publish(list(add_search(pages("Anna"), program, tmp_path)), tmp_path)
    monkeypatch.setattr(subprocess, "run", None)
    again = publish(list(add_search(pages("Anna"), program, tmp_path)), tmp_path / "other")
    assert again == first


def test_a_changed_page_or_a_damaged_index_is_indexed_anew(program: Path, tmp_path: Path) -> None:
    first = publish(list(add_search(pages("Anna"), program, tmp_path)), tmp_path)
    changed = publish(list(add_search(pages("Anna", "Berta"), program, tmp_path)), tmp_path / "other")
    assert changed[f"{FOLDER}/made-from.json"] != first[f"{FOLDER}/made-from.json"]
    (tmp_path / FOLDER / "pagefind.js").write_bytes(b"damaged")
    mended = publish(list(add_search(pages("Anna"), program, tmp_path)), tmp_path / "third")
    assert mended[f"{FOLDER}/pagefind.js"] == first[f"{FOLDER}/pagefind.js"]


@pytest.mark.parametrize("record", [b"", b"{}", b'{"pages": 1, "files": {"../../x": ""}}', b"[]", b"\xff"])
def test_a_strange_record_of_an_index_is_ignored(program: Path, tmp_path: Path, record: bytes) -> None:
    (tmp_path / FOLDER).mkdir()
    (tmp_path / FOLDER / "made-from.json").write_bytes(record)
    assert publish(list(add_search(pages("Anna"), program, tmp_path)), tmp_path / "other")


def test_a_site_without_a_page_to_be_found_has_no_index(program: Path, tmp_path: Path) -> None:
    given = pages("Anna", mark="")
    assert list(add_search(given, program, tmp_path)) == given


def test_a_program_that_fails_stops_the_build_in_its_own_words(tmp_path: Path) -> None:
    program = tmp_path / "pagefind"
    program.write_text("#!/bin/sh\necho 'no room' >&2\nexit 3\n", encoding="utf-8")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    with pytest.raises(DragomanError, match="could not index the site: no room"):
        list(add_search(pages("Anna"), program, tmp_path))
