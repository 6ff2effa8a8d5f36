"""A small site in a folder of its own, made from texts: two ministers of made-up offices, one call, one page of prose.

Its languages are whatever a test wants; nothing here but the texts knows which. They have no small words ("the",
"and"), so that no rule can tell what language they are really in.
"""

from __future__ import annotations

import contextlib
import io
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from textwrap import dedent
from unittest import mock

from bs4 import BeautifulSoup

from dragoman.cli import main
from tests.tools.programs import CHECKOUT

#: 15 November 2024: the day on which all these sites are built.
TODAY = "1731672000"

SETTINGS = """\
import dragoman

PATH = "content"
OUTPUT_PATH = "output"
TIMEZONE = "UTC"
PLUGINS = ["dragoman"]
DRAGOMAN = {}
THEME = dragoman.theme_path()
ARTICLE_PATHS = []
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = TRANSLATION_FEED_ATOM = None
"""

EVENT = "content/events/2024/2024-02-01-moana-wirihana.yaml"


def localized(languages: Sequence[str], text: str) -> str:
    """``{xx: "text (xx)", …}``: a text that shows which language it was taken from."""
    return "{" + ", ".join(f'{language}: "{text} ({language})"' for language in languages) + "}"


def make_files(languages: Sequence[str] = ("de", "en")) -> dict[str, str]:
    """The files of a whole site in these languages, by path. A test changes, adds or removes what it is about."""

    def say(text: str) -> str:
        return localized(languages, text)

    first = languages[0]
    return {
        "pelicanconf.py": SETTINGS,
        "content/site.yaml": dedent(f"""\
            title: {say("Harbour talks")}
            description: {say("Harbours, talks, years.")}
            url: https://harbours.example/talks/
            languages: [{", ".join(languages)}]
            publisher: {{name: Harbour Watch}}
            """),
        "content/people/moana.yaml": dedent(f"""\
            name: {say("Moana Tide")}
            offices:
              - {{id: minister, of: nz-ports, title: {say("Minister of Ports")}, from: 2023-01-01}}
            """),
        "content/people/wirihana.yaml": dedent(f"""\
            name: {say("Wirihana Reef")}
            offices:
              - {{id: minister, of: fj-ports, title: {say("Minister of Harbours")}, from: 2022-01-01}}
            """),
        "content/organisations/nz-ports.yaml": f"name: {say('Ports of New Zealand')}\nkind: ministry\nparent: nz\n",
        "content/organisations/fj-ports.yaml": f"name: {say('Harbours of Fiji')}\nkind: ministry\nparent: fj\n",
        "content/topics/harbour-dues.yaml": f"name: {say('Harbour dues')}\n",
        EVENT: make_event(languages),
        f"content/pages/about.{first}.md": "Title: About the talks\nSlug: about\n\nA page of *prose*.\n",
    }


def make_event(languages: Sequence[str], *, date: str = "2024-02-01", more: str = "") -> str:
    """An event file: a call of the two ministers on a day."""
    return dedent(f"""\
        date: {date}
        type: call
        title: {localized(languages, "Ministers telephone")}
        summary: {localized(languages, "Two ministers telephoned: harbour dues, berths, cranes.")}
        participants:
          - {{person: moana, part: caller}}
          - {{person: wirihana, part: callee}}
        topics: [harbour-dues]
        sources:
          gazette: {{url: "https://gazette.example/1", publisher: The Gazette, lang: en,
            archived: "https://archive.today/AbCdE"}}
        published: 2024-02-03
        """) + dedent(more)


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """How a command ended, and what it said."""

    code: int
    stdout: str
    stderr: str


@dataclass(frozen=True, slots=True)
class SmallSite:
    """A site's folder, with what tests do to it."""

    folder: Path

    def write(self, files: Mapping[str, str | bytes]) -> None:
        """Write files by their path below the folder."""
        for name, content in files.items():
            path = self.folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())

    def change(self, name: str, before: str, after: str) -> None:
        """Replace a text that a file must hold."""
        text = (self.folder / name).read_text(encoding="utf-8")
        assert before in text
        self.write({name: text.replace(before, after)})

    def remove(self, name: str) -> None:
        (self.folder / name).unlink()

    def run(self, program: str, *arguments: str, **environment: str) -> Done:
        """Run an installed program in the folder, as a process of its own."""
        command = [str(Path(sys.executable).with_name(program)), *arguments]
        return self.run_command(command, **environment)

    def run_command(self, command: Sequence[str], **environment: str) -> Done:
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG", "PYTHON"))}
        done = subprocess.run(
            command,
            cwd=self.folder,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
            timeout=120,
            env={**kept, "SOURCE_DATE_EPOCH": TODAY, "PYTHONDONTWRITEBYTECODE": "1", **environment},
        )
        return Done(code=done.returncode, stdout=done.stdout, stderr=done.stderr)

    def call(self, command: str, *arguments: str) -> Done:
        """Run one of the program's commands in this process, which is quicker."""
        return self.type(command, "--site", str(self.folder), *arguments)

    def call_part(self, command: str, part: str, *arguments: str) -> Done:
        """The same for a command that has commands of its own."""
        return self.type(command, part, "--site", str(self.folder), *arguments)

    def type(self, *arguments: str) -> Done:
        """Run exactly this in this process, in whatever folder it is in."""
        out, err = io.StringIO(), io.StringIO()
        with (
            mock.patch.dict(os.environ, {"SOURCE_DATE_EPOCH": TODAY}),
            contextlib.redirect_stdout(out),
            contextlib.redirect_stderr(err),
        ):
            code = main(arguments)
        return Done(code=code, stdout=out.getvalue(), stderr=err.getvalue())

    def build(self, *arguments: str) -> None:
        """Build; it must succeed and have nothing to say."""
        done = self.call("build", *arguments)
        assert (done.code, done.stdout, done.stderr) == (0, "", ""), f"{done}"

    @property
    def output(self) -> Path:
        return self.folder / "output"

    def read_output(self) -> dict[str, bytes]:
        """What is published, by path, but for the record of it and the search index, which is not reproducible."""
        left_out = (".dragoman-", "pagefind/")
        return {name: content for name, content in read_tree(self.output).items() if not name.startswith(left_out)}

    def page(self, name: str) -> BeautifulSoup:
        """A published page, parsed."""
        return BeautifulSoup((self.output / name).read_text(encoding="utf-8"), "lxml")

    def text(self, name: str) -> str:
        """What a reader reads on a published page, blanks made single."""
        return " ".join(self.page(name).get_text(" ").split())


def read_tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, by its path there."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def make_site(folder: Path, files: Mapping[str, str | bytes] | None = None) -> SmallSite:
    """A site in a new folder."""
    site = SmallSite(folder)
    site.write(make_files() if files is None else files)
    return site


def starter() -> Path:
    """The folder of what ``dragoman init`` copies."""
    return CHECKOUT / "generator/dragoman/cli/starter"
