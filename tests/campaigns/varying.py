"""The same content under other circumstances: hash seed, zone, locale, umask, home, path, file order, times, clock.

What differs is what a machine differs in; each build runs as a process of its own.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from tests.small_site import TODAY, SmallSite, read_tree

#: What a process runs before the program: files are found in the opposite order, and it is years later.
_ODD = """\
import os, sys, time
scandir, listdir, clock = os.scandir, os.listdir, time.time

class Backwards:
    def __init__(self, entries):
        with entries:
            self.entries = sorted(entries, key=lambda entry: entry.name)
    def __enter__(self):
        return self
    def __exit__(self, *error):
        self.entries = []
    def __iter__(self):
        return self
    def __next__(self):
        if not self.entries:
            raise StopIteration
        return self.entries.pop()
    close = __exit__

if "order" in sys.argv[1]:
    os.scandir = lambda *path: Backwards(scandir(*path))
    os.listdir = lambda *path: sorted(listdir(*path), reverse=True)
if "clock" in sys.argv[1]:
    time.time = lambda: clock() + 1e8
from dragoman.cli import main
sys.exit(main(sys.argv[2:]))
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Circumstances:
    """What one build finds: ``odd`` names ways in which the system itself is unusual."""

    environment: Mapping[str, str] = field(default_factory=dict)
    umask: int = 0o022
    folder: str = "site"
    odd: tuple[str, ...] = ()
    modified: int | None = None  # the time of all files, in seconds since 1970


PLAIN = Circumstances(environment={"PYTHONHASHSEED": "0", "TZ": "UTC", "LC_ALL": "C.UTF-8", "DRAGOMAN_CACHE": ""})
EACH: Mapping[str, Circumstances] = {
    "hash seed": Circumstances(environment={"PYTHONHASHSEED": "4711"}),
    "time zone": Circumstances(environment={"TZ": "Pacific/Kiritimati"}),
    "locale": Circumstances(environment={"LC_ALL": "C", "LANG": "tr_TR.UTF-8", "LANGUAGE": "ar"}),
    "no UTF-8": Circumstances(environment={"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}),
    "umask": Circumstances(umask=0o077),
    "home": Circumstances(environment={"HOME": "/nonexistent", "USER": "nobody"}),
    "path": Circumstances(folder="an other/Ort ü/x"),
    "file order": Circumstances(odd=("order",)),
    "file times": Circumstances(modified=1),
    "clock": Circumstances(odd=("clock",)),
    "optimised": Circumstances(environment={"PYTHONOPTIMIZE": "2"}),
    "cache": Circumstances(environment={"DRAGOMAN_CACHE": "cache"}),
    "terminal": Circumstances(environment={"TERM": "dumb", "COLUMNS": "20", "NO_COLOR": "1"}),
}
ALL = Circumstances(
    environment={
        "PYTHONHASHSEED": "4711",
        "TZ": "Pacific/Kiritimati",
        "LC_ALL": "C",
        "PYTHONUTF8": "0",
        "COLUMNS": "20",
        "PYTHONCOERCECLOCALE": "0",
        "LANG": "tr_TR.UTF-8",
        "LANGUAGE": "ar",
        "HOME": "/nonexistent",
        "DRAGOMAN_CACHE": "cache",
    },
    umask=0o077,
    folder="an other/Ort ü/x",
    odd=("order", "clock"),
    modified=1,
)


def build_under(circumstances: Circumstances, files: Mapping[str, str | bytes], folder: Path) -> dict[str, bytes]:
    """Write the files of a site below a folder and build it under these circumstances; the tree, with its modes."""
    site = SmallSite(folder / circumstances.folder)
    site.write(files)
    if circumstances.modified is not None:
        for path in site.folder.rglob("*"):
            os.utime(path, (circumstances.modified, circumstances.modified))
    kept = {name: os.environ[name] for name in ("PATH", "PYTHONPATH", "VIRTUAL_ENV") if name in os.environ}
    done = subprocess.run(
        (sys.executable, "-c", _ODD, ",".join(circumstances.odd), "build"),
        cwd=site.folder,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
        umask=circumstances.umask,
        env={**kept, "SOURCE_DATE_EPOCH": TODAY, "PYTHONDONTWRITEBYTECODE": "1", **circumstances.environment},
    )
    assert done.returncode == 0, done.stderr.decode("utf-8", "replace")
    tree = {name: content for name, content in read_tree(site.output).items() if not name.startswith("pagefind/")}
    modes = {path.relative_to(site.output).as_posix(): path.stat().st_mode for path in site.output.rglob("*")}
    tree[""] = repr(sorted((name, oct(mode)) for name, mode in modes.items() if "pagefind" not in name)).encode()
    shutil.rmtree(folder / circumstances.folder)
    return {name: content for name, content in tree.items() if name != ".dragoman-manifest.json"}


def find_differing(one: Mapping[str, bytes], other: Mapping[str, bytes]) -> list[str]:
    """The paths at which two trees differ."""
    return [name for name in sorted({*one, *other}) if one.get(name) != other.get(name)]
