"""A git repository of a test's own, that follows no setting of the machine's."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass
from pathlib import Path

_IDENTITY = ("-c", "user.name=A Tester", "-c", "user.email=tester@example.org", "-c", "commit.gpgsign=false")


@dataclass(frozen=True, slots=True)
class Repository:
    """A folder under git."""

    folder: Path

    def write(self, name: str, text: str) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())

    def commit(self) -> None:
        """Commit everything that is there."""
        self.run("add", "--all")
        self.run("commit", "--quiet", "--message", "A change", "--allow-empty")

    def run(self, *arguments: str) -> None:
        command = ("git", *_IDENTITY, "-c", "core.autocrlf=false", "-C", str(self.folder), *arguments)
        subprocess.run(command, check=True, capture_output=True)


def make_repository(folder: Path) -> Repository:
    """An empty repository in a folder, which may hold files already."""
    folder.mkdir(parents=True, exist_ok=True)
    repository = Repository(folder)
    repository.run("init", "--quiet")
    return repository
