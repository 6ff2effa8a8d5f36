"""Many small results of one pure function, each by the digest of what it was computed from.

One file holds them, a line each: key, digest of the line, result. It is only ever added to, or replaced as a whole, so
that two runs at once do not harm each other; a line that is not whole counts as not there. Knows no result.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from dragoman.cache.folder import find_folder, make_digest, make_ready
from dragoman.cache.program import describe_program

_KEY = 32
#: Where a line's result begins: after the key, its digest and two blanks.
_RESULT = 2 * _KEY + 2
#: Lines that nobody asked for any more are left while they are not more than these and the others.
_IDLE_LINES = 500
_BATCH = 250

#: Computes the results of the items with these numbers, in their order; one that is None is not remembered.
Compute = Callable[[Sequence[int]], Iterable[bytes | None]]


def make_keys(items: Iterable[Sequence[str]]) -> list[str]:
    """The key of each item: a digest of what its result depends on, and of the program."""
    program = "\n".join(describe_program())
    return [make_digest(*(part.encode("utf-8", "surrogateescape") for part in (program, *item))) for item in items]


def compute_missing(name: str, keys: Sequence[str], compute: Compute) -> Iterator[bytes | None]:
    """The results of all items in their order: those that are remembered, and the others computed."""
    folder = find_folder()
    path = f"{folder}/{name}" if folder else ""
    content = _read(path)
    known = _find_lines(content)
    results = {key: _open(content, known[key]) for key in keys if key in known}
    if len(known) - len(results) > _IDLE_LINES + len(results):
        _replace(path, [_close(key, result) for key, result in results.items() if result is not None])
    computed = iter(compute([number for number, key in enumerate(keys) if results.get(key) is None]))
    fresh: list[bytes] = []
    for key in keys:
        result = results.get(key)
        if result is None:
            result = next(computed)
            if result is not None:
                fresh.append(_close(key, result))
                if len(fresh) >= _BATCH:
                    _append(folder, path, fresh)
                    fresh = []
        yield result
    _append(folder, path, fresh)


def _read(path: str) -> bytes:
    try:
        with open(path, "rb") as stream:
            return stream.read()
    except OSError:
        return b""


def _find_lines(content: bytes) -> Mapping[str, tuple[int, int]]:
    """Where the line of each key is; of two, the later."""
    lines = {}
    start = 0
    while (end := content.find(b"\n", start)) >= 0:
        if end - start > _RESULT:
            lines[content[start : start + _KEY].decode("latin-1")] = (start, end)
        start = end + 1
    return lines


def _open(content: bytes, line: tuple[int, int]) -> bytes | None:
    """The result in a line; None if the line is not as it was written."""
    start, end = line
    result = content[start + _RESULT : end]
    key = content[start : start + _KEY].decode("latin-1")
    return result if content[start : end + 1] == _close(key, result) else None


def _close(key: str, result: bytes) -> bytes:
    name = key.encode("latin-1")
    return b"%b %b %b\n" % (name, make_digest(name, result).encode(), result)


def _append(folder: str | None, path: str, lines: Sequence[bytes]) -> None:
    if folder is None or not lines:
        return
    with contextlib.suppress(OSError):
        make_ready(folder)
        with open(path, "ab") as stream:  # what a killed run has left of a line ends here
            stream.write(b"\n" + b"".join(lines) if stream.tell() else b"".join(lines))


def _replace(path: str, lines: Sequence[bytes]) -> None:
    temporary = f"{path}.{os.getpid()}"
    with contextlib.suppress(OSError):
        with open(temporary, "wb") as stream:
            stream.writelines(lines)
        os.replace(temporary, path)  # noqa: PTH105 - as in the rest of this package
