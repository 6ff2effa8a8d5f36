"""The schemas and settings at work in the language server that VS Code, Neovim and others use for YAML."""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from dragoman.cli.schema import write_editor_settings, write_schemas
from tests.editors.language_server import LanguageServer
from tests.small_site import EVENT, make_site
from tests.tools.programs import NPM, YAML_LANGUAGE_SERVER, need_file, need_program

_numbers = itertools.count()
#: What Red Hat's extension has switched on.
USUAL = {"yaml.validate": True, "yaml.completion": True, "yaml.hover": True, "yaml.schemaStore.enable": False}


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LanguageServer]:
    """An editor on a small site, with the settings that `dragoman schema --vscode` writes and no others."""
    need_program(NPM)
    program = need_file(YAML_LANGUAGE_SERVER)
    folder = make_site(tmp_path_factory.mktemp("site")).folder
    write_schemas(folder, folder / "schemas", language="en")
    write_editor_settings(folder, folder / "schemas")
    settings = json.loads((folder / ".vscode/settings.json").read_text(encoding="utf-8"))
    with LanguageServer(program, folder, {**USUAL, **settings}) as running:
        yield running


def write(server: LanguageServer, text: str) -> tuple[str, list[str]]:
    """Write a new event; its path, and what the server has to say."""
    path = f"content/events/2024/2024-05-05-{next(_numbers)}.yaml"
    return path, server.open(path, f"date: 2024-05-05\n{text}")


def test_a_sound_event_raises_no_complaint(server: LanguageServer, tmp_path: Path) -> None:
    assert server.open(EVENT, (make_site(tmp_path).folder / EVENT).read_text(encoding="utf-8")) == []


def test_ids_of_people_and_topics_are_completed(server: LanguageServer) -> None:
    path, _ = write(server, "participants:\n  - person: wi\ntopics: [ha]\nplace: \n")
    assert {"moana", "wirihana"} == set(server.complete(path, 2, 14))
    assert "harbour-dues" in server.complete(path, 3, 11)
    assert "unknown" in server.complete(path, 4, 7)


def test_names_of_fields_are_completed_at_every_depth(server: LanguageServer) -> None:
    path, _ = write(server, "participants:\n  - person: moana\n    \n\n")
    assert {"part", "office", "side", "called"} == set(server.complete(path, 3, 4))
    offered = server.complete(path, 4, 0)
    assert {"type", "title", "summary", "sources", "readouts"} <= set(offered)
    assert "date" not in offered  # it is there already
    assert "Up to 110 characters" in json.dumps(offered["title"])


def test_kinds_of_contact_are_completed(server: LanguageServer) -> None:
    path, _ = write(server, "type: \n")
    assert {"call", "meeting", "summit"} <= set(server.complete(path, 1, 6))


def test_a_field_explains_itself(server: LanguageServer) -> None:
    path, _ = write(server, "summary: {de: x}\n")
    assert "Neutral, what both sides would sign" in server.hover(path, 1, 3)


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("titel: x", "Property titel is not allowed."),
        ("participants: [{person: moana, role: caller}]", "Property role is not allowed."),
        ("participants: [{person: moanna}]", "There is no person with this id yet."),
        ("title: {de: x, fr: y}", "Property fr is not allowed."),
        ("status: hold", 'Valid values: "held"'),
    ],
)
def test_mistakes_are_complained_about_as_one_types(server: LanguageServer, text: str, complaint: str) -> None:
    _, said = write(server, f"{text}\n")
    assert any(complaint in message for message in said), said
