"""Links of the documentation lead somewhere, and everything in it can be found from its first page."""

from __future__ import annotations

import pytest

from tests.docs.documents import Document, all_documents, document
from tests.tools.programs import CHECKOUT

ELSEWHERE = ("https://", "http://", "mailto:")


@pytest.mark.parametrize("page", all_documents(), ids=lambda page: page.name)
def test_every_link_leads_to_a_file_and_a_heading_that_are_there(page: Document) -> None:
    broken = [link for link in page.links() if not link.startswith(ELSEWHERE) and not leads_somewhere(page, link)]
    assert broken == []


def leads_somewhere(page: Document, link: str) -> bool:
    path, _, fragment = link.partition("#")
    target = (page.path.parent / path).resolve() if path else page.path
    if not target.exists() or not target.is_relative_to(CHECKOUT):
        return False
    return not fragment or fragment in Document(target).anchors()


def test_broken_links_are_found() -> None:
    page = document("docs/README.md")
    assert leads_somewhere(page, "model.md#event")
    assert not leads_somewhere(page, "model.md#no-such-heading")
    assert not leads_somewhere(page, "no-such-page.md")
    assert not leads_somewhere(page, "../../outside.md")


def test_every_page_is_in_the_index() -> None:
    index = {link.partition("#")[0] for link in document("docs/README.md").links()}
    pages = {page.path.name for page in all_documents() if page.name.startswith("docs/")} - {"README.md"}
    assert pages <= index


def test_the_readme_leads_to_the_index() -> None:
    assert "docs/README.md" in set(document("README.md").links())
