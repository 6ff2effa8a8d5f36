"""How one text became another, word by word."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dragoman.model.word_changes import Piece, compare_words


def test_words_are_compared_whole() -> None:
    assert compare_words("am Montag um 10.30 Uhr", "am Dienstag um 10.30 Uhr") == (
        Piece("am ", "am "),
        Piece("Montag", "Dienstag"),
        Piece(" um 10.30 Uhr", " um 10.30 Uhr"),
    )


def test_neighbouring_changes_are_one() -> None:
    assert compare_words("a one two b", "a three four b") == (
        Piece("a ", "a "),
        Piece("one two", "three four"),
        Piece(" b", " b"),
    )


TEXT = st.text(st.sampled_from("ab c\n.,ä’-"), max_size=40)


@given(TEXT, TEXT)
def test_the_pieces_make_up_both_texts(before: str, after: str) -> None:
    pieces = compare_words(before, after)
    assert "".join(piece.removed for piece in pieces) == before
    assert "".join(piece.added for piece in pieces) == after
