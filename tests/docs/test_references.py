"""What the documentation names of the project is there: tests, files, rules. And nothing of anybody's machine."""

from __future__ import annotations

import ast
import re

import pytest

from dragoman.content.rules.registry import get_rules
from tests.docs.documents import Document, all_documents, code_in, document
from tests.tools.programs import CHECKOUT

_OF_A_MACHINE = re.compile(r"(?:^|[\s`(\"'=])(?:/work|/root|/home|/Users|/mnt|[A-Z]:\\)(?:[/\\]|\b)")
_RULE = re.compile(r"\[([a-z]+(?:-[a-z]+)+)\]$", re.MULTILINE)
_FILE = re.compile(r"(?:[\w.-]+/)+[\w.-]*")
#: Where files that the page on the program's structure names may lie.
BASES = ("", "generator/dragoman/")
#: What is made by a build, and so is not in a checkout.
MADE = ("output", ".output", ".venv", ".dragoman", "content/media", "theme/", "media/", "my-site")


@pytest.mark.parametrize("page", all_documents(), ids=lambda page: page.name)
def test_no_line_names_a_path_of_somebodys_machine(page: Document) -> None:
    assert [line for line in page.text.splitlines() if _OF_A_MACHINE.search(line)] == []


@pytest.mark.parametrize("name", ["docs/security.md", "docs/developers.md", "docs/performance.md"])
def test_every_test_that_is_named_exists(name: str) -> None:
    named = [code.split("::") for code in code_in(document(name).prose) if "::" in code]
    assert named or name != "docs/security.md"
    for path, function in named:
        tree = ast.parse((CHECKOUT / path).read_text(encoding="utf-8"))
        assert function in {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}, path


def test_every_file_that_the_developers_page_names_exists() -> None:
    for code in code_in(document("docs/developers.md").prose):
        if _FILE.fullmatch(code) and not code.startswith(MADE) and "NAME" not in code:
            assert any((CHECKOUT / base / code).exists() for base in BASES), code


def test_rules_are_named_as_they_are() -> None:
    named = {name for page in all_documents() for name in _RULE.findall(page.text)}
    assert named
    assert named <= set(get_rules())


def test_the_page_of_rules_has_every_rule() -> None:
    told = set(code_in(document("docs/rules.md").prose))
    assert set(get_rules()) <= told
