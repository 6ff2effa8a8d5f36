"""What the documentation shows as YAML is right, and what it shows as a message is what is really said."""

from __future__ import annotations

import dataclasses
import datetime as dt
import functools
import hashlib
import re
import shutil
from collections.abc import Callable, Collection, Iterable
from pathlib import Path
from typing import Any

import pytest
import yaml

from dragoman.cli.report import render_text
from dragoman.content.collecting import read_records
from dragoman.content.files import FOLDERS, SINGLE_FILES, Kind, Loaded, SourceFile, load_folder
from dragoman.content.reading import FileReading
from dragoman.content.validating import get_file_shape
from dragoman.diagnostics import Diagnostics, Severity
from tests.docs.documents import Block, all_documents, document
from tests.small_site import starter
from tests.tools.programs import CHECKOUT

TODAY = dt.date(2026, 11, 24)
#: Warnings about work that is not done on the real pages either.
NOT_FOR_EXAMPLES = frozenset({"not-archived"})
BLOCKS = [(page.name, block) for page in all_documents() for block in page.blocks() if block.kind.startswith("yaml")]
#: Of the guides for the first contact, which are followed in a site of their own, `test_first_contact` knows more.
WHOLE = [
    (name, block)
    for name, block in BLOCKS
    if block.path.startswith("content/") and not name.startswith("docs/first-contact")
]
OF_AN_EVENT = [(name, block) for name, block in BLOCKS if block.kind == "yaml event"]


def name_of(case: object) -> str | None:
    match case:
        case Block(path=path, line=line):
            return path or str(line)
        case _:
            return str(case)


@functools.cache
def annotated_event() -> Block:
    """The example of CONTRIBUTING.md."""
    (block,) = (block for block in document("CONTRIBUTING.md").blocks() if block.kind == "yaml")
    return block


@functools.cache
def load_content() -> Loaded:
    """The content of this repository."""
    return load_folder(CHECKOUT / "content")


_READ: dict[SourceFile, FileReading] = {}


def read_once(read: Callable[[SourceFile], FileReading], files: Iterable[SourceFile]) -> list[FileReading]:
    """Apply the function to the files that have not been read yet: most are the same in every test."""
    return [_READ.get(source) or _READ.setdefault(source, read(source)) for source in files]


def kind_of(path: str) -> Kind:
    """What a file of content describes, by where it lies."""
    name = path.split("/")[1]
    return SINGLE_FILES.get(name) or FOLDERS[name]


def find_faults(path: str, text: str, severities: Collection[Severity] = (Severity.ERROR,)) -> str:
    """What is found about a file in the content of this repository, the file having this text."""
    content = text.encode()
    kind = kind_of(path)
    digest = hashlib.sha256(content).hexdigest()
    changed = SourceFile(path=path, kind=kind, content=content, size=len(content), digest=digest)
    loaded = load_content()
    others = [source for source in loaded.files if source.path != path]
    files = tuple(sorted([*others, changed], key=lambda source: source.path))
    reading = read_records(dataclasses.replace(loaded, files=files), today=TODAY, map_files=read_once)
    return show(reading.diagnostics, path, severities)


def show(diagnostics: Diagnostics, path: str, severities: Collection[Severity]) -> str:
    """What is said of a file, as far as it is as grave as this."""
    return render_text(
        finding
        for finding in diagnostics
        if finding.location.path == path and finding.severity in severities and finding.rule not in NOT_FOR_EXAMPLES
    )


@pytest.mark.parametrize(("page", "block"), BLOCKS, ids=name_of)
def test_every_block_of_yaml_can_be_read(page: str, block: Block) -> None:
    assert yaml.load(block.text, Loader=yaml.BaseLoader), page  # noqa: S506 - a loader that makes nothing but text


@pytest.mark.parametrize(("page", "block"), BLOCKS, ids=name_of)
def test_a_block_of_yaml_says_what_it_is_part_of(page: str, block: Block) -> None:
    assert block.path or block.kind == "yaml event", f"{page}:{block.line}"


@pytest.mark.parametrize(("page", "block"), WHOLE, ids=name_of)
def test_a_whole_record_is_without_fault(page: str, block: Block) -> None:
    # Nobody mentions a made-up person: advice is not for examples.
    assert find_faults(block.path, block.text, (Severity.ERROR, Severity.WARNING)) == "", page


@pytest.mark.parametrize(("page", "block"), OF_AN_EVENT, ids=name_of)
def test_lines_of_an_event_are_without_fault_in_the_annotated_example(page: str, block: Block) -> None:
    example = annotated_event()
    lines = yaml.load(block.text, Loader=yaml.BaseLoader)  # noqa: S506 - as above
    event = yaml.load(example.text, Loader=yaml.BaseLoader) | lines  # noqa: S506
    if "readouts" in lines:
        del event["comparison"]  # it compares readouts that are no longer there
    text = yaml.safe_dump(event, allow_unicode=True, sort_keys=False)
    assert find_faults(example.path, text) == "", page


@pytest.mark.parametrize(("name", "mark"), [("docs/records.md", "required"), ("docs/records.de.md", "Pflicht")])
def test_each_kind_of_record_has_an_example_that_marks_what_is_required(name: str, mark: str) -> None:
    examples = {kind_of(block.path): block.text for block in document(name).blocks()}
    assert examples.keys() == {*Kind} - {Kind.EVENT}  # for which it leads to two others
    for kind, text in examples.items():
        shape: Any = get_file_shape(kind)
        fields = shape.item if kind is Kind.COVERAGE else shape
        marked = set(re.findall(rf"^(?:- |  )?(\w+):.*# {mark}", text, re.MULTILINE))
        assert marked == fields.required, kind


def test_the_annotated_example_names_everything_that_is_required() -> None:
    text = annotated_event().text
    marked = set(re.findall(r"^(\w+):.*# required", text, re.MULTILINE))
    assert marked == {"date", "type", "title", "summary", "participants", "topics", "sources", "published"}


def test_the_message_of_the_readmes_tour_is_the_one_that_is_shown() -> None:
    path = annotated_event().path
    real = (CHECKOUT / path).read_text(encoding="utf-8")
    assert real.startswith("date: 2023-09-26\n"), "the tour changes the first line"
    mistaken = real.replace("date: 2023-09-26", "date: 26.9.2023", 1)
    assert find_faults(path, mistaken) in blocks_of_text("README.md")


def test_the_message_for_contributors_is_the_one_that_is_shown() -> None:
    example = annotated_event()
    mistaken = example.text.replace("antony-blinken, part", "antony-blinkn, part", 1)
    assert find_faults(example.path, mistaken) in blocks_of_text("CONTRIBUTING.md")


def test_the_message_of_the_maintainers_page_is_that_of_a_new_site(tmp_path: Path) -> None:
    shutil.copytree(starter() / "content", tmp_path / "content")
    path = "content/events/2024/2024-03-12-mallinen-daemason.yaml"
    text = (tmp_path / path).read_text(encoding="utf-8")
    (tmp_path / path).write_text(text.replace("aino-mallinen", "aino-malinen", 1), encoding="utf-8")
    found = read_records(load_folder(tmp_path / "content"), today=TODAY).diagnostics
    assert show(found, path, (Severity.ERROR,)) in blocks_of_text("docs/maintainers.md")


def blocks_of_text(name: str) -> list[str]:
    return [block.text for block in document(name).blocks() if block.kind == "text"]
