"""What a command said is said again at once as long as nothing has changed, and never after."""

from __future__ import annotations

import os
import random
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from dragoman.cache import answers, program
from dragoman.cache.answers import Answer, Inputs, Question
from dragoman.cache.folder import MOST_FILES, write_sealed

ANSWER = Answer(code=1, output="öut\n", error="err\n", told="Done in \0 s.")


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for memories, and files that count as old as soon as they are written."""
    folder = tmp_path / "cache"
    monkeypatch.setenv("DRAGOMAN_CACHE", str(folder))
    monkeypatch.setattr(answers, "TICK", 0)
    return folder


def ask(*arguments: str) -> Question:
    return Question([*arguments] or ["check"])


def remember(inputs: Inputs, *arguments: str) -> None:
    time.sleep(0.01)  # the clock of files is coarser than ours
    question = ask(*arguments)
    question.recall()
    question.remember(ANSWER, inputs)


def recall(*arguments: str) -> Answer | None:
    return ask(*arguments).recall()


def test_an_answer_is_given_again_with_the_time_it_took_now(tmp_path: Path, cache: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content/a.yaml").write_text("a: 1")
    assert recall() is None
    remember(Inputs([str(tmp_path / "content")]))
    answer = recall()
    assert answer is not None
    assert (answer.code, answer.output, answer.error, answer.told) == (1, "öut\n", "err\n", "Done in 0.0 s.")
    assert recall("check", "--strict") is None
    assert recall("check", "--no-cache") is None
    assert (cache / "CACHEDIR.TAG").read_text().startswith("Signature: 8a477f597d28d172789f06886806bc55")


def edit(folder: Path) -> None:
    (folder / "a.yaml").write_text("a: 2")


def edit_secretly(folder: Path) -> None:
    """The same size, and the time of modification put back."""
    before = (folder / "a.yaml").stat()
    (folder / "a.yaml").write_text("a: 2")
    os.utime(folder / "a.yaml", ns=(before.st_atime_ns, before.st_mtime_ns))


def replace(folder: Path) -> None:
    (folder / "new").write_text("a: 2")
    (folder / "new").replace(folder / "a.yaml")


CHANGES: list[Callable[[Path], object]] = [
    edit,
    edit_secretly,
    replace,
    lambda folder: (folder / "a.yaml").unlink(),
    lambda folder: (folder / "a.yaml").rename(folder / "b.yaml"),
    lambda folder: (folder / "b.yaml").write_text(""),
    lambda folder: (folder / "deep/c.yaml").unlink(),
    lambda folder: (folder / "empty").mkdir(),
    lambda folder: (folder / "link.yaml").symlink_to(folder / "a.yaml"),
    lambda folder: (folder / "link").symlink_to(folder / "deep"),
    lambda folder: (folder / "a.yaml").chmod(0o400),
    lambda folder: (folder / "not-there-yet.py").write_text(""),
]


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.usefixtures("cache")
def test_whatever_changes_the_answer_is_sought_anew(tmp_path: Path, change: Callable[[Path], object]) -> None:
    folder = tmp_path / "content"
    (folder / "deep").mkdir(parents=True)
    (folder / "a.yaml").write_text("a: 1")
    (folder / "deep/c.yaml").write_text("c: 1")
    remember(Inputs([str(folder), str(folder / "not-there-yet.py")]))
    assert recall() is not None
    time.sleep(0.01)
    change(folder)
    assert recall() is None


@pytest.mark.usefixtures("cache")
def test_another_environment_program_or_day_is_another_question(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    remember(Inputs([], until=time.time() + 3600))
    assert recall() is not None
    with monkeypatch.context() as changed:
        changed.setenv("SOURCE_DATE_EPOCH", "1695686400")
        assert recall() is None
    with monkeypatch.context() as changed:
        changed.setattr(program, "_PACKAGE", str(tmp_path))
        assert recall() is None
    with monkeypatch.context() as changed:
        changed.chdir(tmp_path)
        assert recall() is None
    for clock in (time.time_ns() + 3601 * 10**9, time.time_ns() - 10**9):
        with monkeypatch.context() as changed:
            changed.setattr(time, "time_ns", lambda clock=clock: clock)
            assert recall() is None
    assert recall() is not None


def test_a_file_that_was_changed_a_moment_ago_is_not_trusted(tmp_path: Path, cache: Path) -> None:
    (tmp_path / "a.yaml").write_text("a: 1")
    question = ask()
    question.recall()
    (tmp_path / "a.yaml").write_text("a: 2")  # after it was read, as it may be
    question.remember(ANSWER, Inputs([str(tmp_path / "a.yaml")]))
    assert not cache.exists()


def test_what_was_published_must_be_there_as_it_was(tmp_path: Path, cache: Path) -> None:
    (tmp_path / "output/en").mkdir(parents=True)
    page = tmp_path / "output/en/index.html"
    page.write_text("page")
    inputs = Inputs([], root=str(tmp_path / "output"), published=["en/index.html"])
    remember(inputs)
    os.link(page, tmp_path / "twin")  # what the next build does
    assert recall() is not None
    page.write_text("pages")
    assert recall() is None
    page.unlink()
    assert recall() is None
    assert cache.exists()


def test_no_damage_to_a_memory_makes_an_answer(tmp_path: Path, cache: Path) -> None:
    remember(Inputs([]))
    [path] = cache.glob("answer-*")
    whole = path.read_bytes()
    dice = random.Random(6)  # noqa: S311 - repeatable on purpose
    damaged = [whole[:length] for length in range(0, len(whole), 7)]
    for _ in range(300):
        flipped = bytearray(whole)
        flipped[dice.randrange(len(flipped))] ^= dice.randrange(1, 256)
        damaged.append(bytes(flipped))
    damaged += [b"", whole + b" ", whole * 2, b"\x80\x04]."]
    for content in damaged:
        path.write_bytes(content)
        assert recall() is None
    path.write_bytes(whole)
    assert recall() is not None
    assert tmp_path.exists()


def test_old_memories_make_room(cache: Path) -> None:
    for number in range(MOST_FILES + 5):
        write_sealed(f"answer-{number}", b"")
        os.utime(cache / f"answer-{number}", (number, number))
    kept = {path.name for path in cache.glob("answer-*")}
    assert len(kept) <= MOST_FILES
    assert f"answer-{MOST_FILES + 4}" in kept
    assert "answer-0" not in kept


def test_a_folder_that_cannot_be_written_or_is_no_folder_costs_time_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("")
    for folder in ("", str(tmp_path / "file"), str(tmp_path / "file/below"), "/proc/nowhere"):
        monkeypatch.setenv("DRAGOMAN_CACHE", folder)
        remember(Inputs([]))
        assert recall() is None
