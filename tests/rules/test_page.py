"""The page of rules in the documentation is the one that the rules make."""

from __future__ import annotations

from pathlib import Path

from dragoman.content.rules.page import render_page
from dragoman.content.rules.registry import get_rules

PAGE = Path(__file__).parents[2] / "docs" / "rules.md"


def test_the_page_in_the_documentation_is_up_to_date() -> None:
    assert PAGE.read_text(encoding="utf-8") == render_page()


def test_every_rule_has_one_row() -> None:
    for name in get_rules():
        assert render_page().count(f"| `{name}` |") == 1


def test_a_rule_is_named_like_its_module() -> None:
    folder = Path(__file__).parents[2] / "generator/dragoman/content/rules"
    modules = {path.stem.replace("_", "-") for path in folder.glob("*.py")} - {"--init--", "rule", "registry", "page"}
    assert modules == set(get_rules())
