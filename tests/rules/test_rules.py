"""Every rule's examples: the good ones without a finding, the bad ones with exactly what is written there."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from dragoman.content.rules.registry import get_rules
from dragoman.diagnostics import Diagnostics
from tests.rules.examples import Example, find_out, iter_examples, iter_files, refresh, show

FILES = {path.stem: path for path in iter_files()}
EXAMPLES = [example for path in FILES.values() for example in iter_examples(path)]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: f"{example.rule}: {example.title}")
def test_an_example_has_the_findings_it_says(example: Example, tmp_path: Path) -> None:
    if os.environ.get("DRAGOMAN_REFRESH"):
        pytest.skip("the examples are being written anew")
    assert show(find_out(example, tmp_path)) == example.expected


@pytest.mark.parametrize("rule", get_rules())
def test_every_rule_has_a_good_example_and_a_bad_one_that_it_finds(rule: str) -> None:
    own = [example for example in EXAMPLES if example.rule == rule]
    assert any(example.is_good and example.changes for example in own)
    assert any(f"[{rule}]" in example.expected for example in own)


def test_every_example_belongs_to_a_rule_and_is_in_the_folder_of_its_group() -> None:
    groups = {rule.name: rule.group.value.partition(",")[0] for rule in get_rules().values()}
    assert {name: path.parent.name for name, path in FILES.items()} == groups


def test_the_site_that_examples_change_is_without_fault(tmp_path: Path) -> None:
    untouched = Example(rule="", title="", changes=(), expected="")
    assert find_out(untouched, tmp_path) == Diagnostics()


if os.environ.get("DRAGOMAN_REFRESH"):

    @pytest.mark.parametrize("path", FILES.values(), ids=FILES)
    def test_refresh(path: Path, tmp_path: Path) -> None:
        shown = {}
        for number, example in enumerate(iter_examples(path)):
            folder = tmp_path / str(number)
            folder.mkdir()
            shown[example.title] = show(find_out(example, folder))
        refresh(path, shown)
