"""Many builds of one small site, as the command does them, each in a process that may be killed.

Templates are compiled once for all of them: that is most of a small build's time, and nothing of it reaches the disk.
"""

from __future__ import annotations

import errno
import os
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from unittest import mock

import jinja2

from dragoman import build as pipeline
from dragoman.cli import main
from dragoman.output import shadow, verify
from dragoman.output.manifest import MANIFEST_NAME
from tests.small_site import EVENT, TODAY, SmallSite, make_event, make_files, make_site, read_tree
from tests.unit.output.refusing import raising

Tree = Mapping[str, bytes]

_SECOND = "content/events/2024/2024-03-05-second-call.yaml"
_THIRD = "content/events/2024/2024-04-08-third-call.yaml"
_LANGUAGES = ("de", "en")
_BROKEN = 70


def old_files() -> dict[str, str]:
    """The files of a site with two events."""
    second = make_event(_LANGUAGES, date="2024-03-05").replace("Ministers telephone", "A second call")
    settings = 'DRAGOMAN = {"forgotten_ids": ["events/2024-03-05-second-call", "events/2024-04-08-third-call"]}'
    files = make_files() | {_SECOND: second}
    return files | {"pelicanconf.py": files["pelicanconf.py"].replace("DRAGOMAN = {}", settings)}


def new_files() -> dict[str, str]:
    """The same site later: one event changed, one gone, one new, so that pages change, go and come."""
    files = old_files()
    del files[_SECOND]
    third = make_event(_LANGUAGES, date="2024-04-08").replace("Ministers telephone", "A third call")
    return files | {_THIRD: third, EVENT: files[EVENT].replace("cranes", "cranes and tugs")}


@contextmanager
def quick_builds(*, search: bool = False) -> Iterator[None]:
    """Within, builds of this process and its children compile no template twice, and make no index for the search."""
    compiled: dict[tuple[object, object], object] = {}
    compile_template = jinja2.Environment.compile

    def compile_once(environment: jinja2.Environment, source: str, name: str | None = None, *more: object) -> object:
        key = (source, name)
        if key not in compiled:
            compiled[key] = compile_template(environment, source, name, *more)  # type: ignore[call-overload]
        return compiled[key]

    with mock.patch.object(jinja2.Environment, "compile", compile_once):
        if search:
            yield
        else:
            with mock.patch.object(pipeline, "find_pagefind", return_value=None):
                yield


@dataclass(frozen=True, slots=True)
class Bench:
    """A small site in a folder of its own, with a temporary folder beside it that only its builds use.

    Without ``swap``, its builds find that the system cannot exchange folders; they render by so many ``processes``.
    """

    site: SmallSite
    swap: bool = True
    processes: int = 1

    @property
    def temporary(self) -> Path:
        return self.site.folder / "tmp"

    def write(self, files: Mapping[str, str]) -> None:
        """Make the site consist of these files."""
        for path in self.site.folder.joinpath("content").rglob("*"):
            if path.is_file() and path.relative_to(self.site.folder).as_posix() not in files:
                path.unlink()
        self.site.write(files)

    def start(self, prepare: Callable[[], object] = lambda: None) -> int:
        """Begin a build in a process of its own; its id. What it says is found in ``said``."""
        child = os.fork()
        if child:
            return child
        code = _BROKEN
        try:
            os.setpgid(0, 0)
            said = os.open(self.site.folder / "said", os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
            os.dup2(said, 1)
            os.dup2(said, 2)
            sys.stdout = sys.stderr = os.fdopen(said, "w", buffering=1)
            os.environ.update(SOURCE_DATE_EPOCH=TODAY, DRAGOMAN_CACHE=str(self.site.folder / "cache"))
            tempfile.tempdir = str(self.temporary)
            if not self.swap:
                vars(shadow)["exchange"] = raising(errno.ENOSYS)
            vars(pipeline)["_choose_processes"] = lambda _site, _jobs: self.processes
            prepare()
            code = main(["build", "--site", str(self.site.folder)])
        except BaseException:  # noqa: BLE001 - the caller's code must not go on in the child
            os.write(2, traceback.format_exc().encode())
        finally:
            os._exit(code)

    def build(self) -> None:
        """Build in a process of its own; it must succeed."""
        code = wait_for(self.start())
        assert code == 0, (code, self.said)

    def build_here(self) -> Tree:
        """Build in this process, so that its children find everything imported and compiled; what is published."""
        nothing_kept = mock.patch.dict(os.environ, {"DRAGOMAN_CACHE": ""})
        with mock.patch.object(tempfile, "tempdir", str(self.temporary)), nothing_kept:
            done = self.site.call("build")
        assert done.code == 0, done
        return self.read()

    @property
    def said(self) -> str:
        return (self.site.folder / "said").read_text(encoding="utf-8")

    def read(self) -> dict[str, bytes]:
        """Everything that is published, the manifest too, but for the index of the search."""
        tree = read_tree(self.site.output)
        return {path: content for path, content in tree.items() if not path.startswith("pagefind/")}

    def find_leftovers(self) -> list[str]:
        """What a build should not have left: in the output, beside it, or in the temporary folder."""
        ours = {"content", "output", "pelicanconf.py", "said", "tmp", ".output.next", "cache"}
        beside = [path.name for path in self.site.folder.iterdir() if path.name not in ours]
        inside = [name for name in map(_name, self.site.output.rglob(".dragoman-*")) if name != MANIFEST_NAME]
        begun = map(_name, self.site.folder.glob("cache/**/tmp*"))
        return [*beside, *inside, *begun, *map(_name, self.temporary.iterdir()), *map(str, verify(self.site.output))]


def make_bench(folder: Path, files: Mapping[str, str] | None = None, *, swap: bool = True, processes: int = 1) -> Bench:
    """A site in a new folder, not yet built."""
    bench = Bench(make_site(folder, old_files() if files is None else files), swap=swap, processes=processes)
    bench.temporary.mkdir()
    return bench


def wait_for(child: int) -> int:
    """The exit code of a process; that of a signal is negative."""
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status)


def wait_for_orphans(leader: int, patience: float = 20.0) -> bool:
    """Whether nothing is left, before long, of the group of processes that a build led."""
    end = time.monotonic() + patience
    while time.monotonic() < end:
        try:
            os.killpg(leader, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.02)
    return False


def _name(path: Path) -> str:
    return path.name
