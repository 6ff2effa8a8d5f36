"""The page on the data has the dictionary that the program writes."""

from __future__ import annotations

from dragoman.render.data.dictionary import describe_tables
from dragoman.render.data.table_kinds import KINDS
from tests.tools.programs import CHECKOUT


def test_the_dictionary_is_that_of_the_program() -> None:
    page = (CHECKOUT / "docs/data.md").read_text(encoding="utf-8")
    assert page.endswith(describe_tables(KINDS).replace("\n## ", "\n### "))
