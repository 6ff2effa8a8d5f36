"""Files that are costly to make and depend on nothing but their key, kept from one build of a site to the next.

Losing one costs time, never correctness: what is missing or damaged is made again. Knows no kind of file.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path

from dragoman.cache.folder import find_folder, make_digest

_DIGEST_BYTES = 32


def find_own_folder(kind: str, site: Path) -> Path | None:
    """The folder of one kind of such files of the site in a folder; None where nothing is to be remembered."""
    above = find_folder()
    return Path(above, kind, make_digest(os.fsencode(site.resolve()))) if above else None


class MadeOnce:
    """One folder of such files. ``remember`` finds or makes, in any process; ``forget_others`` drops what is unused.

    Without a folder all is made whenever it is asked for.
    """

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder

    def remember(self, key: str, make: Callable[[], bytes]) -> bytes:
        """What was made under this key (a hexadecimal digest of all that it depends on), else what is made now."""
        content = self._read(key)
        if content is None:
            content = make()
            self._keep(key, content)
        return content

    def forget_others(self, used: Iterable[str]) -> None:
        """Remove what lies under other keys than these."""
        if self._folder and self._folder.is_dir():
            kept = frozenset(used)
            for path in self._folder.iterdir():
                if path.name not in kept:
                    path.unlink(missing_ok=True)

    def _read(self, key: str) -> bytes | None:
        if self._folder is None:
            return None
        try:
            kept = (self._folder / key).read_bytes()
        except OSError:
            return None
        digest, content = kept[:_DIGEST_BYTES], kept[_DIGEST_BYTES:]
        return content if hashlib.sha256(content).digest() == digest else None

    def _keep(self, key: str, content: bytes) -> None:
        """Written beside and renamed, so that nobody reads a half. A folder that cannot be written is no fault."""
        if self._folder is None:
            return
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            with tempfile.NamedTemporaryFile(dir=self._folder, delete=False) as file:
                file.write(hashlib.sha256(content).digest() + content)
            os.replace(file.name, self._folder / key)  # noqa: PTH105 - the name is a text
        except OSError:
            return
