"""What Zotero makes of a contact's page, by the rules of its translator "Embedded Metadata" for Highwire's elements.

The translator itself runs in Zotero only, so its rules were read and written down here: which element is which field,
that an element without content counts as missing, and how an author's name is taken apart.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any

import pytest
from bs4 import BeautifulSoup

from tests.unit.render.outputs_world import AWKWARD, make_files
from tests.unit.render.rendered_world import render_world
from tests.unit.site.world import make_world

FIELDS = {
    "citation_title": "title",
    "citation_publication_date": "date",
    "citation_publisher": "publisher",
    "citation_public_url": "url",
    "citation_language": "language",
}
EVENT: dict[str, Any] = {"date": "2024-01-01", "updated": "2024-01-05"}
PATH = "en/events/2024-01-01-a/index.html"


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """An item of a library. An author is a last name, and a first name where the text has two words or a comma."""

    fields: dict[str, str]
    authors: list[tuple[str, str]]


def read_item(page: BeautifulSoup) -> Item:
    found = [(str(meta["name"]), str(meta["content"])) for meta in page.select("head > meta[name][content]")]
    fields = {FIELDS[name]: " ".join(content.split()) for name, content in found if name in FIELDS and content.strip()}
    names = [name for key, content in found if key == "citation_author" for name in re.split(r"\s*;\s*", content)]
    return Item(fields=fields, authors=[take_apart(name) for name in names if re.search(r"[^\s,\-.;]", name)])


def take_apart(name: str) -> tuple[str, str]:
    last, comma, first = name.partition(",")
    if comma:
        return last.strip(), first.strip()
    first, _, last = name.strip().rpartition(" ")
    return last, first


def test_a_library_gets_what_the_files_for_citing_say() -> None:
    item = read_item(render_world({"2024-01-01-a": EVENT}).page(PATH))
    (citation,) = json.loads(
        make_files(make_world({"2024-01-01-a": EVENT}))["en/events/2024-01-01-a/citation.csl.json"]
    )
    assert item.fields == {
        "title": citation["title"],
        "date": "/".join(f"{number:02}" for number in citation["issued"]["date-parts"][0]),
        "publisher": citation["publisher"],
        "url": citation["URL"],
        "language": citation["language"],
    }
    assert item.authors == [("Trial", "")]


@pytest.mark.parametrize("title", [AWKWARD, '"A" & <b>', "A; B, C"])
def test_awkward_signs_reach_the_library_as_they_are(title: str) -> None:
    item = read_item(render_world({"2024-01-01-a": {**EVENT, "title": {"en": title}}}).page(PATH))
    assert item.fields["title"] == " ".join(title.split())
