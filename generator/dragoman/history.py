"""Reads earlier states of files out of git's store. Never checks out, never writes; knows bytes and paths only.

A repository may be a stranger's: of its settings none is followed that names a program to run, its files are read as
they are stored (no filter is applied), and nothing is fetched.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from dragoman.errors import DragomanError

_GIT = ("git", "-c", "core.fsmonitor=false", "-c", "core.quotePath=false", "--no-pager", "--literal-pathspecs")
_ENVIRONMENT = {"GIT_OPTIONAL_LOCKS": "0", "GIT_NO_LAZY_FETCH": "1", "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"}
_SECONDS = 60
_REGULAR_FILE = "100"
_HASHES = {40: "sha1", 64: "sha256"}


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredFile:
    """A file of a revision: its path from the folder, and the name of its content in the store."""

    path: str
    blob: str

    def holds(self, content: bytes) -> bool:
        """Whether its content is exactly this, without reading it."""
        digest = hashlib.new(_HASHES[len(self.blob)], usedforsecurity=False)
        digest.update(b"blob %d\0" % len(content))
        digest.update(content)
        return digest.hexdigest() == self.blob


@dataclass(frozen=True, slots=True)
class History:
    """What git remembers of a folder, which may lie anywhere within a repository."""

    folder: Path

    def find_revision(self, name: str) -> str:
        """The commit that a name, tag or expression (``main``, ``HEAD~2``) means. Raises DragomanError if none."""
        answer = self._try("rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
        if answer is None:
            self.check()
            raise DragomanError(
                f'git knows no revision "{name}"', hint="name a branch, a tag or a commit, such as main or HEAD~1"
            )
        return answer.decode("ascii").strip()

    def check(self) -> None:
        """Raise DragomanError where the folder is in no repository, or git is missing or refuses."""
        self._run("rev-parse", "--git-dir")

    @property
    def is_kept(self) -> bool:
        """Whether there is a repository that has at least one commit."""
        return self._try("rev-parse", "--verify", "--quiet", "HEAD") is not None

    def list_files(self, commit: str, below: str) -> tuple[StoredFile, ...]:
        """The ordinary files below a path in a commit, by path; links and submodules are left out."""
        listing = self._run("ls-tree", "-r", "-z", commit, "--", f"{below}/")
        entries = (entry.split(b"\t", 1) for entry in listing.split(b"\0") if entry)
        return tuple(
            StoredFile(path=path.decode("utf-8", "backslashreplace"), blob=facts.split()[2].decode("ascii"))
            for facts, path in entries
            if facts.decode("ascii").startswith(_REGULAR_FILE)
        )

    def read(self, blobs: Iterable[str]) -> Mapping[str, bytes]:
        """The contents of blobs, by their names. One that the store does not hold is left out."""
        wanted = list(dict.fromkeys(blobs))
        if not wanted:
            return {}
        answer = self._run("cat-file", "--batch", given="".join(f"{blob}\n" for blob in wanted).encode("ascii"))
        contents: dict[str, bytes] = {}
        position = 0
        for blob in wanted:
            end = answer.index(b"\n", position)
            head = answer[position:end].split()
            position = end + 1
            if len(head) == 3:
                size = int(head[2])
                contents[blob] = answer[position : position + size]
                position += size + 1
        return contents

    def find_versions(self, paths: Iterable[str], *, most: int) -> Mapping[str, tuple[str, ...]]:
        """For each path the blobs it was, newest first, as far back as the last ``most`` changes to any of them."""
        wanted = sorted(set(paths))
        if not wanted or not self.is_kept:
            return {}
        log = self._run(
            "log", f"--max-count={most}", "--raw", "--no-abbrev", "--no-renames", "-m", "--full-history", "-z",
            "--relative", "--no-ext-diff", "--no-textconv", "--format=", "--", *wanted,
        )  # fmt: skip
        versions: dict[str, list[str]] = {}
        fields = iter(log.split(b"\0"))
        for field in fields:
            facts = field.strip().split()
            if len(facts) == 5 and facts[0].startswith(b":"):
                path = next(fields).decode("utf-8", "backslashreplace")
                before, after = facts[2].decode("ascii"), facts[3].decode("ascii")
                versions.setdefault(path, []).extend(blob for blob in (after, before) if blob.strip("0"))
        return {path: tuple(dict.fromkeys(blobs)) for path, blobs in versions.items()}

    def _try(self, *arguments: str) -> bytes | None:
        try:
            return self._run(*arguments)
        except DragomanError:
            return None

    def _run(self, *arguments: str, given: bytes = b"") -> bytes:
        command = [*_GIT, "-C", os.fspath(self.folder), *arguments]
        try:
            answer = subprocess.run(  # noqa: S603 - git with fixed words, names after "--" or "--end-of-options"
                command,
                input=given,
                capture_output=True,
                check=False,
                timeout=_SECONDS,
                env={**os.environ, **_ENVIRONMENT},
            )
        except OSError as error:
            raise DragomanError("this needs git, which could not be started", hint="install git") from error
        except subprocess.TimeoutExpired as error:
            raise DragomanError(f"git has not answered for {_SECONDS} seconds") from error
        if answer.returncode != 0:
            raise DragomanError(f"git refuses: {_first_line(answer.stderr)}")
        return answer.stdout


def _first_line(message: bytes) -> str:
    lines = message.decode("utf-8", "replace").strip().splitlines()
    return lines[0].removeprefix("fatal: ") if lines else "it gives no reason"
