"""The guide for the first contact, in each language, does what it says when it is followed to the letter."""

from __future__ import annotations

import contextlib
import re
import shlex
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.docs.documents import Document, code_in, document, read_table
from tests.small_site import SmallSite
from tests.tools.programs import CHECKOUT

GUIDES = ("docs/first-contact.md", "docs/first-contact.de.md")
EVENT = "content/events/2024/2024-06-04-mallinen-daemason.yaml"
#: What the draft brings already, by the guide's own words.
PREPARED = (
    "draft: true",
    "#     by: [fi-foreign-ministry]",
    "#     source: [is-ministry]",
    "  - {person: aino-mallinen, part: caller}",
    "topics: [fisheries, rescue-at-sea]",
)


@dataclass(slots=True)
class Newcomer:
    """Somebody in a folder, who types what the guide shows and writes what it shows into files."""

    folder: Path
    said: list[str] = field(default_factory=list)
    replaced: str = ""

    def type(self, line: str) -> None:
        program, *arguments = shlex.split(line)
        if program == "cd":
            self.folder = self.folder / arguments[0]
            return
        assert program == "dragoman", line
        with contextlib.chdir(self.folder):
            done = SmallSite(Path()).type(*arguments)
        assert done.code == 0, f"{line}: {done}"
        self.said.append(done.stdout)

    def follow(self, guide: Document) -> None:
        for block in guide.blocks():
            if block.kind == "sh":
                for line in block.text.splitlines():
                    self.type(line)
            elif block.path:
                self.replaced = (self.folder / block.path).read_text(encoding="utf-8")
                SmallSite(self.folder).write({block.path: block.text})


@pytest.fixture(params=GUIDES)
def guide(request: pytest.FixtureRequest) -> Document:
    return document(request.param)


def test_the_guide_can_be_followed_to_the_letter(guide: Document, tmp_path: Path) -> None:
    newcomer = Newcomer(tmp_path)
    newcomer.follow(guide)
    path, warning, error = (block.text for block in guide.blocks() if block.kind == "text")
    _, drafted, checked, _ = newcomer.said
    assert (drafted, checked) == (path, warning)
    for line in PREPARED:
        assert f"\n{line}\n" in newcomer.replaced
    site = SmallSite(newcomer.folder)
    for shown in (code for code in code_in(guide.prose) if code.startswith("output/")):
        page = site.page(shown.removeprefix("output/"))
        assert page.select_one("table"), "the accounts are compared"
        quoted = re.search(r"(?:says|steht bei Island) [“„](.+?)[”“]", guide.prose)
        assert quoted
        assert quoted[1] in page.get_text()
    (mistake,) = (code for code in code_in(guide.prose) if code.startswith("topics:"))
    site.change(EVENT, "topics: [fisheries, rescue-at-sea]", mistake)
    assert site.call("check").stdout.startswith(error)


def test_the_messages_that_the_german_guide_explains_are_said() -> None:
    said = "\n".join(path.read_text(encoding="utf-8") for path in sorted(CHECKOUT.glob("tests/rules/**/*.md")))
    table = read_table(document("docs/first-contact.de.md").sections()["4. Prüfen"])
    assert table
    for message, _ in table:
        (code,) = code_in(message)
        assert re.search(re.escape(code).replace("…", '[^"\n]+'), said), code
