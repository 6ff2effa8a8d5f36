"""What a build asks of the system: no connection, no program but known ones, no file written outside of its places."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from tests.small_site import TODAY, SmallSite

#: What a process runs before the program: it notes what the interpreter reports of connections and changes.
_WATCH = """\
import json, os, sys
notes, busy = open(sys.argv[1], "w"), []
WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
PATHS = {
    "os.rename": 2, "os.link": 2, "os.symlink": 2, "os.remove": 1, "os.mkdir": 1, "os.rmdir": 1, "os.chmod": 1,
    "os.chown": 1, "os.utime": 1, "shutil.rmtree": 1,
}

def note(kind, *values):
    texts = [os.fsdecode(value) if isinstance(value, (bytes, os.PathLike)) else str(value) for value in values]
    notes.write(json.dumps([kind, *texts]))
    notes.write("\\n")
    notes.flush()

def watch(event, arguments):
    if busy:
        return
    busy.append(event)
    try:
        if event.startswith("socket.") and event not in {"socket.__new__", "socket.gethostname"}:
            note("connection", event)
        elif event in {"subprocess.Popen", "os.exec", "os.posix_spawn", "os.system"}:
            note("program", arguments[0])
        elif event == "open" and isinstance(arguments[2], int) and arguments[2] & WRITES:
            note("write", arguments[0])
        elif event in PATHS and not isinstance(arguments[0], int):
            # With a folder's descriptor at the end, it is a step of removing a tree, whose root was noted.
            if arguments[-1] in (-1, None):
                note("write", *arguments[: PATHS[event]])
    finally:
        busy.pop()

sys.addaudithook(watch)
from dragoman.cli import main
code = main(sys.argv[2:])
sys.exit(code)
"""


def watch_build(site: SmallSite, notes: Path, arguments: Sequence[str] = ()) -> list[tuple[str, str]]:
    """Build a site; what was reported meanwhile: ("connection", event), ("program", path), ("write", path).

    Its temporary folder is ``tmp`` in its folder, and what it remembers is in ``cache``.
    """
    (site.folder / "tmp").mkdir(exist_ok=True)
    environment = {
        "SOURCE_DATE_EPOCH": TODAY,
        "PYTHONDONTWRITEBYTECODE": "1",
        "TMPDIR": str(site.folder / "tmp"),
        "DRAGOMAN_CACHE": str(site.folder / "cache"),
    }
    done = subprocess.run(
        (sys.executable, "-c", _WATCH, str(notes), "build", *arguments),
        cwd=site.folder,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, **environment},
    )
    assert done.returncode == 0, done.stderr
    told = map(json.loads, notes.read_text(encoding="utf-8").splitlines())
    return [(kind, value) for kind, *values in told for value in values]


def find_writes_outside(told: Sequence[tuple[str, str]], site: SmallSite) -> list[str]:
    """The paths that were written though they are in none of a build's places.

    The site's folder itself is not one of them: it is "made" in case it does not exist.
    """
    places = [site.folder / name for name in ("output", ".output.next", ".output.lock", "cache", "tmp")]
    written = {Path(site.folder, path) for kind, path in told if kind == "write" and not path.isdigit()}
    outside = {path for path in written if not any(path.is_relative_to(place) for place in places)}
    return sorted(map(str, outside - {Path(os.devnull), site.folder}))
