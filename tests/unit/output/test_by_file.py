"""Where trees cannot be exchanged: file by file, in an order that readers do not notice."""

from __future__ import annotations

import errno
import sys
from pathlib import Path

import pytest

from dragoman.output import publish, verify
from dragoman.output.by_file import in_reading_order
from tests.unit.output.refusing import REFUSALS, Refusal
from tests.unit.output.sites import NEW, OLD, names_beside, rendered, states_in, texts_in


@pytest.mark.parametrize("refuse", REFUSALS)
def test_a_system_that_refuses_gets_the_same_site_file_by_file(
    refuse: Refusal,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    output = tmp_path / "output"
    publish(rendered(OLD), output)
    refuse(monkeypatch)

    same = {"de/a/index.html": "same"}
    for site in (NEW, OLD, {**same, "de/b": "a file now"}, {**same, "de/b/c/d": "a folder again"}, NEW):
        published = publish(rendered(site), output)
        assert not published.swapped
        assert published.reason
        assert texts_in(output) == site
        assert verify(output) == ()
    assert names_beside(output) <= {".output.next"}
    assert not [path for path in output.rglob(".dragoman-*") if path.name != ".dragoman-manifest.json"]


@pytest.mark.parametrize("refuse", REFUSALS)
def test_a_build_that_changes_nothing_replaces_nothing(
    refuse: Refusal,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    output = tmp_path / "output"
    refuse(monkeypatch)
    publish(rendered(OLD), output)
    before = states_in(output)
    del before[str(output)]  # the lock may be inside

    assert publish(rendered(OLD), output).reason == ""
    after = states_in(output)
    del after[str(output)]
    assert after == before


def test_an_exchange_refused_at_the_last_moment_is_made_up_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_first: Path, _second: Path) -> None:
        raise OSError(errno.EBUSY, "busy")

    output = tmp_path / "output"
    publish(rendered(OLD), output)
    (output / "mine").write_text("mine")
    monkeypatch.setattr(sys.modules["dragoman.output.publish"], "exchange", refuse)

    published = publish(rendered(NEW), output)

    assert published.reason == f"{str(output)!r} cannot be exchanged as a whole (busy)"
    assert texts_in(output) == {**NEW, "mine": "mine"}
    assert names_beside(output) == set()


def test_files_appear_before_what_refers_to_them() -> None:
    paths = ["index.html", "de/feed.xml", "de/index.html", "de/a/index.html", "theme/site.css", "sitemap.xml", "a.jpg"]
    assert in_reading_order(paths) == [
        "a.jpg",
        "theme/site.css",
        "de/a/index.html",
        "de/index.html",
        "index.html",
        "de/feed.xml",
        "sitemap.xml",
    ]


def test_replaced_files_are_new_ones_and_removals_come_last(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    output = tmp_path / "output"
    publish(rendered(OLD), output)
    REFUSALS[0](monkeypatch)
    done: list[str] = []
    replace, unlink = Path.replace, Path.unlink

    def note_replace(source: Path, target: Path) -> Path:
        done.append(target.relative_to(output).as_posix())
        return replace(source, target)

    def note_unlink(path: Path, missing_ok: bool = False) -> None:
        if output in path.parents:
            done.append(f"- {path.relative_to(output).as_posix()}")
        unlink(path, missing_ok=missing_ok)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", note_replace)
        patch.setattr(Path, "unlink", note_unlink)
        publish(rendered(NEW), output)

    assert done == [
        ".dragoman-manifest.json",
        "theme/site.css",
        "de/b/index.html",
        "de/new/index.html",
        "index.html",
        "feed.xml",
        "- de/gone/index.html",
        ".dragoman-manifest.json",
    ]
