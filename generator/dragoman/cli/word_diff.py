"""Shows on a terminal how one text became another: ``[-old-]{+new+}``, as git's word diff has it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.cli.report import make_harmless
from dragoman.model.word_changes import Piece

#: How many characters of an unchanged stretch are shown on either side of a change.
CONTEXT = 40


def render_words(pieces: Sequence[Piece], *, colour: bool = False, context: int = CONTEXT) -> str:
    """The changed words with some of those around them, on one line."""

    def paint(text: str, code: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if colour else text

    def show(piece: Piece, text: str) -> Iterator[str]:
        if piece.is_shared:
            yield make_harmless(text)
            return
        if piece.removed:
            yield paint(f"[-{_on_one_line(piece.removed)}-]", "31")
        if piece.added:
            yield paint(f"{{+{_on_one_line(piece.added)}+}}", "32")

    return "".join(part for piece, text in crop(pieces, context) for part in show(piece, text))


def crop(pieces: Sequence[Piece], context: int) -> Iterator[tuple[Piece, str]]:
    """Each piece, and its text on one line: of a long unchanged one only what is near a change, and ``…``."""
    for number, piece in enumerate(pieces):
        text = " ".join(piece.added.split("\n"))
        if not piece.is_shared or len(text) <= 2 * context:
            yield piece, text
            continue
        after = _cut(text, context) if number else ""
        before = _cut(text[::-1], context)[::-1] if number < len(pieces) - 1 else ""
        yield piece, f"{after}…{before}"


def _cut(text: str, length: int) -> str:
    """The beginning of a text, up to a blank near ``length``."""
    end = text.find(" ", length)
    return text[: end if 0 <= end < length + 20 else length]


def _on_one_line(text: str) -> str:
    return make_harmless(" ".join(text.split("\n")))
