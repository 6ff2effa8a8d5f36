"""How one text became another, word by word. Knows texts, not how the difference is shown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

_WORD = re.compile(r"\s+|\w+(?:[-’'.]\w+)*|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch that both texts share (``removed == added``), or what stood there and what stands there now."""

    removed: str
    added: str

    @property
    def is_shared(self) -> bool:
        return self.removed == self.added


def compare_words(before: str, after: str) -> tuple[Piece, ...]:
    """The two texts side by side; the pieces' ``removed`` make up the first, their ``added`` the second."""
    old, new = _WORD.findall(before), _WORD.findall(after)
    return tuple(_merge(_iter_pieces(old, new)))


def _iter_pieces(old: list[str], new: list[str]) -> Iterator[Piece]:
    for _, first, last, start, end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        yield Piece("".join(old[first:last]), "".join(new[start:end]))


def _merge(pieces: Iterator[Piece]) -> Iterator[Piece]:
    """Two changes with nothing but a blank between them are one."""
    pending: Piece | None = None
    blank = ""
    for piece in pieces:
        if piece.is_shared and pending and not piece.added.strip():
            blank = piece.added
        elif piece.is_shared:
            if pending:
                yield pending
            if blank:
                yield Piece(blank, blank)
            pending, blank = None, ""
            yield piece
        else:
            before, after = (pending.removed, pending.added) if pending else ("", "")
            pending = Piece(before + blank + piece.removed, after + blank + piece.added)
            blank = ""
    if pending:
        yield pending
    if blank:
        yield Piece(blank, blank)
