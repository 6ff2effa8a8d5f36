"""Letters garbled by another encoding, and letters that only look like it."""

from __future__ import annotations

import pytest

from dragoman.content.garbled import find_garbled


@pytest.mark.parametrize(
    "text", ["Französisch", "həsən", "İlham", "Bakı", "„Frieden“", "20\u00a0km", "Привет", "Groß", "5 €", "Čaputová"]
)
def test_what_was_read_as_windows_1252_is_found_and_undone(text: str) -> None:
    mended = text.encode().decode("cp1252")
    for garbled in reversed(list(find_garbled(mended))):
        mended = mended[: garbled.start] + garbled.text + mended[garbled.end :]
    assert mended == text


@pytest.mark.parametrize(
    "text",
    ["Französisch", "„FPÖ“", "ÖVP–FPÖ–Koalition", "»Ä«", "NÃO", "IRMÃ E IRMÃO", "Əliyev", "Äußerung über Öl", "GROẞ"],
)
def test_words_that_are_right(text: str) -> None:
    assert list(find_garbled(text)) == []


def test_a_long_run_takes_no_time() -> None:
    assert list(find_garbled("Ã" * 250_000)) == []
