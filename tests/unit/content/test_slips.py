"""What looks like a slip of the hand on a line, and what only looks like one."""

from __future__ import annotations

import pytest

from dragoman.content.slips import find_slips


def find(text: str) -> list[tuple[str, str]]:
    return [(text[slip.start : slip.end], slip.hint) for slip in find_slips(text)]


@pytest.mark.parametrize(
    "text",
    [
        "topics:\n  -aid\n",
        "topics:\n-aid\n",
        "people:\n  - {a: b}\n  -{a: c}\n",
        "people:\n  - a: b\n    c: d\n  -a: e\n",
        "people:\r\n  - a: b\r\n  -a: e\r\n",
    ],
)
def test_a_hyphen_without_its_space(text: str) -> None:
    [(marked, hint)] = find(text)
    assert marked == "-"
    assert hint.startswith("write “- ")


def test_every_item_is_told() -> None:
    assert [marked for marked, _ in find("topics:\n  • aid\n  • peace\n  – truce\n")] == ["•", "•", "–"]


@pytest.mark.parametrize(
    "text",
    [
        "lat:\n  -33.9\n",
        "topics:\n  - aid\n  - - peace\n",
        "a: >-\n  Text:\n  -innen\n  • Punkt\n\nb: c\n",
        "- a: |\n    Text:\n    -innen\n  b: c\n",
        "a:\n  Die Minister\n  -innen kamen\n",
        "# people:\n#   -aid\n",
        "a: 1\n---\nb: 2\n",
        "a:\n  - b: c\n    d:\n      - e\n      - f\n",
        "a:\n  - b:\n      - c\n  - d\n",
        "a:\n  - {b: c}\n",
    ],
)
def test_what_is_no_slip(text: str) -> None:
    assert find(text) == []


def test_two_conflicts_are_two_findings_and_the_only_ones() -> None:
    conflict = "<<<<<<< HEAD\na: 1\n=======\na: 2\n>>>>>>> main\n"
    assert [marked for marked, _ in find(f"{conflict}topics:\n  -aid\n{conflict}")] == ["<<<<<<< HEAD"] * 2


def test_a_line_of_many_hyphens_takes_no_time() -> None:
    assert find("a:\n" + "  -" * 80_000) == []
