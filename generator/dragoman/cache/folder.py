"""Where what is remembered lies, and how a file of it is written and read. Must not know what is in it.

Imported before every command: the standard library's lightest modules only.
"""

from __future__ import annotations

import contextlib
import os
import sys
from hashlib import blake2b

#: Names another folder; empty: nothing is remembered.
FOLDER_VARIABLE = "DRAGOMAN_CACHE"
#: How many files are kept; the oldest make room.
MOST_FILES = 64
_DIGEST_SIZE = 16
_TAG = "Signature: 8a477f597d28d172789f06886806bc55\n# Made by Dragoman; see https://bford.info/cachedir/\n"


def switch_off() -> None:
    """From now on, and in whatever this process starts, nothing is remembered or recalled."""
    os.environ[FOLDER_VARIABLE] = ""


def find_folder() -> str | None:
    """The folder, which need not exist; None where nothing is to be remembered or no place is known for it."""
    named = os.environ.get(FOLDER_VARIABLE)
    if named is not None:
        return os.path.abspath(named) if named else None  # noqa: PTH100 - pathlib takes longer than all the rest
    above = _find_user_folder()
    return os.path.join(above, "dragoman") if above else None  # noqa: PTH118 - as above


def _find_user_folder() -> str | None:
    """Where programs keep what can be made again: https://specifications.freedesktop.org/basedir-spec/"""
    if sys.platform == "win32":
        return os.environ.get("LOCALAPPDATA")
    home = os.environ.get("HOME")
    if sys.platform == "darwin":
        return f"{home}/Library/Caches" if home else None
    return os.environ.get("XDG_CACHE_HOME") or (f"{home}/.cache" if home else None)


def make_digest(*parts: bytes) -> str:
    """A digest of texts of any length, in hexadecimal."""
    digest = blake2b(digest_size=_DIGEST_SIZE)
    for part in parts:
        digest.update(len(part).to_bytes(8, "big"))
        digest.update(part)
    return digest.hexdigest()


def name_of_folder(what: str, folder: str | os.PathLike[str]) -> str:
    """The name of a file about one folder, wherever it is called from."""
    return f"{what}-{make_digest(os.fsencode(os.path.realpath(folder)))}"


def read_sealed(name: str) -> bytes | None:
    """What was written under that name; None where nothing was, or it is not as it was written."""
    folder = find_folder()
    if folder is None:
        return None
    try:
        with open(f"{folder}/{name}", "rb") as stream:
            seal, _, content = stream.read().partition(b"\n")
    except OSError:
        return None
    return content if seal == make_digest(content).encode() else None


def write_sealed(name: str, content: bytes) -> None:
    """Keep something under a name, in one step; where that cannot be done, it is not kept."""
    folder = find_folder()
    if folder is None:
        return
    temporary = f"{folder}/{name}.{os.getpid()}"
    with contextlib.suppress(OSError):
        make_ready(folder)
        try:
            with open(temporary, "wb") as stream:
                stream.write(make_digest(content).encode() + b"\n" + content)
            os.replace(temporary, f"{folder}/{name}")  # noqa: PTH105 - as above
        finally:
            with contextlib.suppress(FileNotFoundError):
                os.unlink(temporary)  # noqa: PTH108 - as above


def make_ready(folder: str) -> None:
    """Make the folder, or room for one more file in it. Raises OSError."""
    _make_folder(folder)
    _make_room(folder)


def _make_room(folder: str) -> None:
    with os.scandir(folder) as entries:
        files = sorted((entry.stat().st_mtime_ns, entry.path) for entry in entries if "-" in entry.name)
    for _, path in files[: 1 - MOST_FILES] if len(files) >= MOST_FILES else ():
        os.unlink(path)  # noqa: PTH108 - as above


def _make_folder(folder: str) -> None:
    """The folder, only for this user, marked so that backups leave it out."""
    if not os.path.isdir(folder):  # noqa: PTH112 - as above
        os.makedirs(folder, mode=0o700, exist_ok=True)  # noqa: PTH103 - as above
        with open(f"{folder}/CACHEDIR.TAG", "w", encoding="ascii") as stream:
            stream.write(_TAG)
