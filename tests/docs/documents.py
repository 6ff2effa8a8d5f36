"""The documentation as its readers' programs see it: files, headings, links, blocks of code, tables. Knows Markdown."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.tools.programs import CHECKOUT

#: Written for readers. The examples of rules are tested where they lie, and other projects' texts are none of ours.
PATTERNS = ("*.md", "docs/**/*.md", "tests/**/README.md", "generator/dragoman/cli/starter/*.md")

_FENCE = re.compile(r"^(?P<fence>```+)(?P<kind>[^\n`]*)\n(?P<text>.*?)^(?P=fence)\s*$", re.MULTILINE | re.DOTALL)
_HEADING = re.compile(r"^(#{1,6}) (.+?)\s*$", re.MULTILINE)
_CODE = re.compile(r"`[^`\n]*`")
_LINK = re.compile(r"(?<!\\)!?\[(?:[^\[\]]|\[[^\[\]]*\])*\]\(([^)\s]+)\)")
_BETWEEN_CELLS = re.compile(r"(?<!\\)\|")
_PATH_BEFORE = re.compile(r"`([^`\n]+)`\n+\Z")


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A block of code. ``kind`` is all that stands behind the fence, ``path`` the file named in the line before."""

    kind: str
    text: str
    path: str
    line: int


@dataclass(frozen=True, slots=True)
class Document:
    """One file of Markdown."""

    path: Path

    @property
    def name(self) -> str:
        """Its path in the checkout."""
        return self.path.relative_to(CHECKOUT).as_posix()

    @property
    def text(self) -> str:
        return self.path.read_text(encoding="utf-8")

    @property
    def prose(self) -> str:
        """The text with every block of code emptied, so that lines keep their numbers."""
        return _FENCE.sub(lambda block: "\n" * block[0].count("\n"), self.text)

    def blocks(self) -> Iterator[Block]:
        """Its blocks of code, in order."""
        text = self.text
        for found in _FENCE.finditer(text):
            before = _PATH_BEFORE.search(text[: found.start()])
            line = text.count("\n", 0, found.start()) + 1
            yield Block(kind=found["kind"].strip(), text=found["text"], path=before[1] if before else "", line=line)

    def links(self) -> Iterator[str]:
        """Where its links and pictures lead, as written."""
        yield from _LINK.findall(_CODE.sub("", self.prose))

    def anchors(self) -> frozenset[str]:
        """What a fragment may name: each heading, as git hosts name it."""
        seen: dict[str, int] = {}
        anchors = []
        for _, title in _HEADING.findall(self.prose):
            anchor = make_anchor(title)
            number = seen.get(anchor, 0)
            seen[anchor] = number + 1
            anchors.append(f"{anchor}-{number}" if number else anchor)
        return frozenset(anchors)

    def sections(self) -> dict[str, str]:
        """What stands below each heading, up to the next one of any level."""
        _, *parts = _HEADING.split(self.prose)
        return dict(zip(parts[1::3], parts[2::3], strict=True))

    def commands(self) -> Iterator[str]:
        """Every line of code that is, or may be, typed: those of shell blocks, and code between backticks."""
        for block in self.blocks():
            if block.kind in {"sh", "bash", "shell"}:
                yield from block.text.splitlines()
        for code in _CODE.findall(self.prose):
            yield code.strip("`")


def make_anchor(title: str) -> str:
    """The anchor of a heading: lower case, no punctuation, hyphens for blanks."""
    plain = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", title)
    return re.sub(r"[^\w\- ]", "", plain.lower()).replace(" ", "-")


def read_table(section: str) -> list[list[str]]:
    """The cells of a section's only table, its head left out; empty where there is none."""
    rows = [line for line in section.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in _BETWEEN_CELLS.split(row.strip())[1:-1]] for row in rows[2:]]


def code_in(cell: str) -> tuple[str, ...]:
    """What stands between backticks."""
    return tuple(code.strip("`") for code in _CODE.findall(cell))


@functools.cache
def all_documents() -> tuple[Document, ...]:
    """Every document, by path."""
    paths = {path for pattern in PATTERNS for path in CHECKOUT.glob(pattern)}
    return tuple(Document(path) for path in sorted(paths))


def document(name: str) -> Document:
    """A document by its path in the checkout."""
    return Document(CHECKOUT / name)
