"""Reads the examples of the rules (see README.md here), and makes the site that each of them describes."""

from __future__ import annotations

import datetime as dt
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from dragoman.cli.report import render_text
from dragoman.content.checking import read_content
from dragoman.diagnostics import Diagnostics

HERE = Path(__file__).parent
SITE = HERE / "site"
TODAY = dt.date(2026, 11, 24)

_HEADING = re.compile(r"^## (.+)$", re.MULTILINE)
_CHANGE = re.compile(r"^`([^`\n]+)`\n+```(diff|yaml|link)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_EXPECTED = re.compile(r"^```text\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_ESCAPE = re.compile(r"⟦(?:U\+([0-9A-F]{4,6})|0x([0-9A-F]{2})|(\d+) × (.+?))⟧")


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What an example does to one file: its path relative to the site, how, and the text of the block."""

    path: str
    way: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    rule: str
    title: str
    changes: tuple[Change, ...]
    expected: str

    @property
    def is_good(self) -> bool:
        return not self.expected


def iter_files() -> Iterator[Path]:
    """The files of examples."""
    yield from sorted(path for path in HERE.glob("*/*.md"))


def iter_examples(path: Path) -> Iterator[Example]:
    """The examples of one file, whose name is the rule's."""
    _, *parts = _HEADING.split(path.read_text(encoding="utf-8"))
    for title, body in zip(parts[::2], parts[1::2], strict=True):
        changes = tuple(Change(path=path, way=way, text=text) for path, way, text in _CHANGE.findall(body))
        expected = _EXPECTED.search(body)
        yield Example(rule=path.stem, title=title, changes=changes, expected=expected[1] if expected else "")


def find_out(example: Example, folder: Path) -> Diagnostics:
    """Make the example's site in a folder, and return all that is found in it."""
    site = folder / "site"
    shutil.copytree(SITE, site)
    for change in example.changes:
        _apply(change, site)
    return read_content(site / "content", TODAY)[1]


def show(diagnostics: Diagnostics) -> str:
    """The findings as the examples have them."""
    return render_text(diagnostics)


def refresh(path: Path, shown: dict[str, str]) -> None:
    """Write what was found into a file of examples; ``shown`` is by title."""
    beginning, *parts = _HEADING.split(path.read_text(encoding="utf-8"))
    text = beginning
    for title, body in zip(parts[::2], parts[1::2], strict=True):
        text += f"## {title}" + _EXPECTED.sub(lambda _, title=title: f"```text\n{shown[title]}```", body)
    path.write_text(text, encoding="utf-8")


def _apply(change: Change, site: Path) -> None:
    path = site / change.path
    path.parent.mkdir(parents=True, exist_ok=True)
    match change.way:
        case "link":
            path.symlink_to(change.text.strip())
        case "yaml":
            path.write_bytes(_unescape(change.text))
        case _:
            path.write_bytes(_unescape(_patch(path.read_text(encoding="utf-8"), change.text)))


def _patch(text: str, diff: str) -> str:
    for hunk in re.split(r"^@@\n", diff, flags=re.MULTILINE):
        lines = hunk.splitlines()
        old = "".join(f"{line[1:]}\n" for line in lines if line.startswith("-"))
        new = "".join(f"{line[1:]}\n" for line in lines if line.startswith("+"))
        assert text.count(old) == 1 or not old, f"these lines are not in the file once:\n{old}"
        text = text.replace(old, new) if old else text + new
    return text


def _unescape(text: str) -> bytes:
    """The bytes of a text with the signs of README.md."""
    result, position = b"", 0
    for match in _ESCAPE.finditer(text):
        character, byte, count, what = match.groups()
        result += text[position : match.start()].encode()
        if character:
            result += chr(int(character, 16)).encode()
        elif byte:
            result += bytes([int(byte, 16)])
        else:
            result += what.encode() * int(count)
        position = match.end()
    return result + text[position:].encode()
