"""A build broken off at every single call to the system: by an error, an interruption, the death of the process."""

from __future__ import annotations

import errno
import itertools
import os
import resource
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from dragoman.errors import DragomanError
from dragoman.output import publish, verify
from tests.privileges import ordinary_user, reachable_folder
from tests.unit.output.refusing import without_exchange
from tests.unit.output.sites import NEW, OLD, names_beside, rendered, states_in, texts_in

_CALLS = (
    "open",
    "fdopen",
    "close",
    "mkdir",
    "rmdir",
    "unlink",
    "link",
    "rename",
    "replace",
    "chmod",
    "fchmod",
    "utime",
)
_EXCHANGES = ("dragoman.output.shadow", "dragoman.output.publish")
_MOST_CALLS = 300

_FIRST = {**OLD, "index.html": "first front", "de/first/index.html": "first"}
_THIRD = {"index.html": "third front", "de/a/index.html": "same", "de/new": "a file now", "theme/site.css": "new style"}
_MINE = {"de/mine.txt": "mine"}

_Harm = Callable[[], None]


def _full_disk() -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def _interruption() -> None:
    raise KeyboardInterrupt


def _death() -> None:
    os._exit(9)


class _Striker:
    """Counts the calls that change the disk, and does harm before one of them."""

    def __init__(self, strike: int, harm: _Harm) -> None:
        self.count = 0
        self.strike = strike
        self.harm = harm

    def install(self, patch: pytest.MonkeyPatch) -> None:
        for name in _CALLS:
            patch.setattr(os, name, self._wrapped(getattr(os, name)))
        for name in _EXCHANGES:
            patch.setattr(sys.modules[name], "exchange", self._wrapped(sys.modules[name].exchange))

    @property
    def has_struck(self) -> bool:
        return self.count >= self.strike

    def _wrapped(self, call: Callable[..., object]) -> Callable[..., object]:
        def counted(*arguments: object, **options: object) -> object:
            self.count += 1
            if self.count == self.strike:
                self.harm()
            return call(*arguments, **options)

        return counted


def _build_and_strike(output: Path, striker: _Striker) -> bool:
    """Whether the build was struck."""
    with pytest.MonkeyPatch.context() as patch:
        striker.install(patch)
        try:
            publish(rendered(NEW), output)
        except (DragomanError, KeyboardInterrupt):
            return True
        except OSError as error:  # in releasing the lock, when all was done
            assert error.errno == errno.ENOSPC
            return True
    return striker.has_struck


def _build_and_die(output: Path, striker: _Striker) -> bool:
    child = os.fork()
    if child == 0:
        try:
            _build_and_strike(output, striker)
            os._exit(0)
        except BaseException:  # noqa: BLE001  # the parent's test must not go on in the child
            os._exit(1)
    _, status = os.waitpid(child, 0)
    assert os.waitstatus_to_exitcode(status) in (0, 9)
    return os.waitstatus_to_exitcode(status) == 9


def _strike_everywhere(folder: Path, harm: _Harm) -> Iterator[Path]:
    """For each call to the system in turn: an output whose build from OLD to NEW was struck there."""
    for strike in itertools.count(1):
        assert strike < _MOST_CALLS
        output = folder / str(strike) / "output"
        publish(rendered(_FIRST), output)
        (output / "de/mine.txt").write_text("mine")
        publish(rendered(OLD), output)
        striker = _Striker(strike, harm)
        struck = _build_and_die(output, striker) if harm is _death else _build_and_strike(output, striker)
        if not struck:
            assert strike > 20  # the injector does reach the writer
            return
        yield output


def _check_that_the_next_build_is_right(output: Path) -> None:
    publish(rendered(_THIRD), output, wait=0)
    assert texts_in(output) == {**_THIRD, **_MINE}
    assert verify(output) == ()
    assert names_beside(output) <= {".output.next"}
    assert [path.name for path in output.glob(".*")] == [".dragoman-manifest.json"]


@pytest.mark.parametrize("harm", [_full_disk, _interruption, _death])
def test_broken_off_anywhere_a_build_leaves_the_old_site_or_the_new_one(harm: _Harm, tmp_path: Path) -> None:
    seen = set()
    for output in _strike_everywhere(tmp_path, harm):
        texts = texts_in(output)
        assert texts in ({**OLD, **_MINE}, {**NEW, **_MINE})
        seen.add(texts["index.html"])
        _check_that_the_next_build_is_right(output)
    assert "old front" in seen


@pytest.mark.parametrize("harm", [_full_disk, _death])
def test_broken_off_anywhere_a_build_by_file_leaves_whole_files(
    harm: _Harm,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    without_exchange(monkeypatch)
    for output in _strike_everywhere(tmp_path, harm):
        for path, text in texts_in(output).items():
            if not path.startswith(".dragoman-"):
                assert text in (OLD.get(path), NEW.get(path), _MINE.get(path))
        assert texts_in(output).items() >= (OLD.items() & NEW.items()) | _MINE.items()
        _check_that_the_next_build_is_right(output)


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (errno.ENOSPC, "the disk is full"),
        (errno.EDQUOT, "the disk is full"),
        (errno.EROFS, "lies on a disk that is read-only"),
        (errno.EACCES, "may not be written by this user"),
        (errno.EIO, "could not be written (Input/output error)"),
    ],
)
def test_what_the_system_refuses_is_told_in_clear_words(
    code: int,
    words: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(*_arguments: object, **_options: object) -> None:
        raise OSError(code, os.strerror(code), str(tmp_path / "the-file"))

    output = tmp_path / "output"
    publish(rendered(OLD), output)
    before = states_in(output)
    with monkeypatch.context() as patch:
        patch.setattr(os, "fchmod", refuse)
        with pytest.raises(DragomanError) as refusal:
            publish(rendered(NEW), output)

    assert words in refusal.value.message
    assert "the-file" in refusal.value.message
    assert refusal.value.message.endswith("; what is published stays as it was")
    assert states_in(output) == before


@contextmanager
def _files_of_at_most(size: int) -> Iterator[None]:
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_a_file_that_the_system_cuts_off_is_never_published(tmp_path: Path) -> None:
    output = tmp_path / "output"
    publish(rendered(OLD), output)
    with _files_of_at_most(50_000), pytest.raises(DragomanError, match="could not be written"):
        publish(rendered({**NEW, "large": "x" * 60_000}), output)
    assert texts_in(output) == OLD
    publish(rendered(NEW), output)
    assert texts_in(output) == NEW


def test_a_folder_that_may_not_be_written_is_told() -> None:
    with reachable_folder() as folder:
        output = folder / "closed/output"
        publish(rendered(OLD), output)
        output.chmod(0o555)
        output.parent.chmod(0o555)
        before = states_in(output.parent)
        try:
            with ordinary_user(), pytest.raises(DragomanError, match="may not be written by this user") as refusal:
                publish(rendered(NEW), output)
            assert states_in(output.parent) == before
        finally:
            output.parent.chmod(0o755)
            output.chmod(0o755)
    assert "--output" in refusal.value.hint
