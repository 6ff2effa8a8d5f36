"""The index of the full-text search, made by the Pagefind program from the pages as they are.

The one module that knows Pagefind. Without it a site has no search, and its pages say so. Its files for filters and the
one that names them differ from run to run, so an index that was made from the same pages is used again.
"""

from __future__ import annotations

import hashlib
import importlib
import json
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from dragoman.errors import DragomanError
from dragoman.rendered import OutputFile, RenderedFile
from dragoman.scratch import scratch_folder

#: Where the index lies below the site's root.
FOLDER = "pagefind"
#: What a page says of itself to be found; pages without it stay out.
_MARK = b"data-pagefind-body"
#: Says from which pages an index was made, and what its files were.
_RECORD = "made-from.json"
#: What is on a page but says nothing about its subject; a theme of one's own marks more by ``data-pagefind-ignore``.
_LEFT_OUT = "nav, .crumbs, .ref, .part, .printed, .embed-code, .facts dt"
#: Pagefind's own surface, of which we have another.
_UNUSED = ("pagefind-*ui*", "pagefind-highlight.js", "pagefind-worker.js")


def find_pagefind() -> Path | None:
    """The program, where the extra ``search`` is installed."""
    try:
        found: Any = importlib.import_module("pagefind_bin")
        return Path(found.get_executable())
    except (ImportError, FileNotFoundError):
        return None


def add_search(files: Iterable[OutputFile], program: Path, published: Path) -> Iterator[OutputFile]:
    """The files, and after them the search over those pages that want to be found.

    ``published`` is the output as it is: an index there that was made from the same pages is taken over. Raises
    DragomanError if the program fails.
    """
    with scratch_folder() as scratch:
        pages, digest = scratch / "pages", hashlib.sha256(str(program.stat().st_size).encode())
        pages.mkdir()
        for file in files:
            if isinstance(file, RenderedFile) and file.path.endswith(".html") and _MARK in file.content:
                digest.update(f"{file.path}\0{len(file.content)}\0".encode() + file.content)
                target = pages / file.path
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(file.content)
            yield file
        made_from = digest.hexdigest()
        yield from _read_again(published / FOLDER, made_from) or _make_index(program, pages, made_from)


def _make_index(program: Path, pages: Path, made_from: str) -> tuple[RenderedFile, ...]:
    target = pages.parent / FOLDER
    if not any(pages.iterdir()):
        return ()
    options = ("--silent", "--keep-index-url", "--exclude-selectors", _LEFT_OUT)
    command = (str(program), *options, "--site", str(pages), "--output-path", str(target))
    done = subprocess.run(command, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL)  # noqa: S603 - our own extra
    if done.returncode != 0:
        raise DragomanError(f"Pagefind could not index the site: {(done.stderr or done.stdout).strip()}")
    unused = {path for pattern in _UNUSED for path in target.glob(pattern)}
    names = sorted(path for path in target.rglob("*") if path.is_file() and path not in unused)
    contents = {path.relative_to(target).as_posix(): path.read_bytes() for path in names}
    record = {"pages": made_from, "files": {name: _digest(content) for name, content in contents.items()}}
    contents[_RECORD] = f"{json.dumps(record, indent=0)}\n".encode()
    return tuple(RenderedFile(path=f"{FOLDER}/{name}", content=content) for name, content in contents.items())


def _read_again(folder: Path, made_from: str) -> tuple[RenderedFile, ...]:
    """An index that was published before, if it was made from the same pages and is whole; else nothing."""
    try:
        written = (folder / _RECORD).read_bytes()
        record = json.loads(written)
        if record["pages"] != made_from:
            return ()
        contents = {name: (folder / name).read_bytes() for name in record["files"]}
        if any(_digest(contents[name]) != digest for name, digest in record["files"].items()):
            return ()
        contents[_RECORD] = written
        return tuple(RenderedFile(path=f"{FOLDER}/{name}", content=content) for name, content in contents.items())
    except (OSError, ValueError, KeyError, TypeError, AttributeError, DragomanError):
        return ()


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
