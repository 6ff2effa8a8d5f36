"""A page that is there in German shows what the English one shows, in the same order, and each leads to the other."""

from __future__ import annotations

import pytest
import yaml

from tests.docs.documents import Document, all_documents, document

PAIRS = [
    (document(page.name.replace(".de.md", ".md")), page) for page in all_documents() if page.name.endswith(".de.md")
]


@pytest.fixture(params=PAIRS, ids=lambda pair: pair[1].name)
def pair(request: pytest.FixtureRequest) -> tuple[Document, Document]:
    found: tuple[Document, Document] = request.param
    return found


def test_both_show_the_same_kinds_of_example_in_the_same_order(pair: tuple[Document, Document]) -> None:
    english, german = ([(block.kind, block.path.rpartition("/")[0]) for block in page.blocks()] for page in pair)
    assert english == german


def test_both_show_the_same_lines_of_an_event(pair: tuple[Document, Document]) -> None:
    english, german = (
        [yaml.load(block.text, Loader=yaml.BaseLoader) for block in page.blocks() if block.kind == "yaml event"]  # noqa: S506 - makes nothing but text
        for page in pair
    )
    assert english == german


def test_each_leads_to_the_other_at_its_top(pair: tuple[Document, Document]) -> None:
    english, german = pair
    assert next(english.links()) == german.path.name
    assert next(german.links()) == english.path.name


def test_both_have_as_many_sections(pair: tuple[Document, Document]) -> None:
    english, german = pair
    assert len(english.sections()) == len(german.sections())


def test_there_are_pairs() -> None:
    assert {german.path.name for _, german in PAIRS} >= {"first-contact.de.md", "contributors.de.md", "records.de.md"}
