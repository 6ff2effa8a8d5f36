"""`dragoman schema`: that what it writes is taken by others' tools, and takes and refuses what it should."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest

from dragoman.cli.schema import write_editor_settings, write_schemas
from tests.small_site import EVENT, SmallSite, make_site, starter
from tests.tools.programs import CHECKOUT

KINDS = {
    "event": "events", "person": "people", "organisation": "organisations", "place": "places", "topic": "topics",
    "term": "terms", "site": "site.yaml", "coverage": "coverage.yaml",
}  # fmt: skip


def check(schema: Path, *files: Path) -> tuple[int, str]:
    """What check-jsonschema says about files."""
    program = Path(sys.executable).with_name("check-jsonschema")
    command: list[str | Path] = [program, "--schemafile", schema, *files]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


def find_files(content: Path, place: str) -> list[Path]:
    path = content / place
    return [path] if path.is_file() else sorted(path.rglob("*.yaml"))


@pytest.mark.parametrize("folder", [CHECKOUT, starter()], ids=["shipped", "starter"])
def test_check_jsonschema_takes_all_content(folder: Path, tmp_path: Path) -> None:
    assert write_schemas(folder, tmp_path) == 16
    for schemas in (tmp_path, tmp_path / "project"):
        for kind, place in KINDS.items():
            files = find_files(folder / "content", place)
            if files:
                code, said = check(schemas / f"{kind}.schema.json", *files)
                assert code == 0, said


def test_the_schemas_are_schemas(tmp_path: Path) -> None:
    write_schemas(make_site(tmp_path / "site").folder, tmp_path / "schemas")
    files = sorted((tmp_path / "schemas").rglob("*.json"))
    program = Path(sys.executable).with_name("check-jsonschema")
    command: list[str | Path] = [program, "--check-metaschema", *files]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> SmallSite:
    made = make_site(tmp_path_factory.mktemp("site"))
    write_schemas(made.folder, made.folder / "schemas")
    return made


#: What stands in a sound event, what is put there instead, and whether the general and the project schema take it.
CASES = [
    ("type: call", "type: call\ntipe: call", False, False),
    ("type: call", "type: cal", False, False),
    ("date: 2024-02-01", "date: 01.02.2024", False, False),
    ("date: 2024-02-01", "date: 2024", True, True),
    ("date: 2024-02-01", 'date: "[2024-02-01..2024-02-03]"', True, True),
    ("date: 2024-02-01", "date: 2024-02~/..", True, True),
    ("type: call", "type: call\ntime: 10:30 Asia/Baku", True, True),
    ("type: call", "type: call\ntime: 25:30 Asia/Baku", False, False),
    ("type: call", "type: call\nduration: PT90M", True, True),
    ("type: call", "type: call\nduration: 90 min", False, False),
    ("type: call", "type: call\ndraft: true", True, True),
    ("type: call", "type: call\ndraft: perhaps", False, False),
    ("type: call", "type: meeting", False, False),
    ("type: call", "type: meeting\nplace: unknown", True, True),
    ("person: moana", "person: moanna", True, False),
    ("person: moana", "organisation: nz", True, True),
    ("person: moana", "organisation: zz", True, False),
    ("[harbour-dues]", "[harbor-dues]", True, False),
    ("[harbour-dues]", "harbour-dues", True, True),
    ("[harbour-dues]", "[]", False, False),
    ("publisher: The Gazette", "publisher: Anybody", True, True),
    ("publisher: The Gazette", "publisher:", False, False),
    ('url: "https://gazette.example/1", ', "", False, False),
    ('url: "https://gazette.example/1"', 'url: "ftp://gazette.example/1"', False, False),
    ("title: {de:", "title: {fr:", False, False),
    ("title: {de:", 'title: {fr: "Les ministres", de:', False, False),
    ("lang: en,", "lang: English,", False, False),
    ("lang: en,", "lang: en, published: 2024,", True, True),
    ("lang: en,", "lang: en, published: 2024-02-03T10:30+04:00,", True, True),
    ("published: 2024-02-03", "published: 2024-02-03\nupdated: 2024-02", False, False),
    ("type: call", "type: call\naccording_to: {date: gazette}", True, True),
    ("type: call", "type: call\naccording_to: {day: gazette}", False, False),
    ("type: call", "type: call\nreadouts: [{by: nz-ports, none_found: 2024-02-05}]", True, True),
    ("type: call", "type: call\nreadouts: [{by: nz-ports, points: []}]", False, False),
    ("type: call", "type: call\ntranslations: {en: {from: de, method: human, of: {title: 123456}}}", True, True),
]


@pytest.fixture(scope="module")
def refused(site: SmallSite, tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, set[int]]:
    """The numbers of the cases that each folder's schema refuses."""
    folder = tmp_path_factory.mktemp("cases")
    text = (site.folder / EVENT).read_text(encoding="utf-8")
    files = [folder / f"{number}.yaml" for number in range(len(CASES))]
    for file, (before, after, *_) in zip(files, CASES, strict=True):
        assert before in text
        file.write_text(text.replace(before, after), encoding="utf-8")
    program = Path(sys.executable).with_name("check-jsonschema")
    found: dict[str, set[int]] = {}
    for schemas in ("schemas", "schemas/project"):
        schema = site.folder / schemas / "event.schema.json"
        command: list[str | Path] = [program, "--output-format", "json", "--schemafile", schema, *files]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        found[schemas] = {int(Path(error["filename"]).stem) for error in json.loads(done.stdout)["errors"]}
    return found


@pytest.mark.parametrize("number", range(len(CASES)), ids=[after for _, after, *_ in CASES])
def test_what_is_taken_and_refused(refused: Mapping[str, set[int]], number: int) -> None:
    _, _, general, project = CASES[number]
    assert (number not in refused["schemas"], number not in refused["schemas/project"]) == (general, project)


def test_every_object_is_closed_and_every_field_described(site: SmallSite) -> None:
    described = 0
    for path in sorted((site.folder / "schemas").rglob("*.json")):
        for name, part in iter_parts(json.loads(path.read_text(encoding="utf-8")), path.name):
            if part.get("type") == "object":
                assert "additionalProperties" in part, name
                assert part["additionalProperties"] is not True
                if part["additionalProperties"] is False and "$defs" in name and "/properties/" not in name:
                    assert all("description" in field for field in part["properties"].values()), name
                    described += len(part["properties"])
    assert described > 200


def iter_parts(schema: object, name: str) -> list[tuple[str, Mapping[str, Any]]]:
    match schema:
        case dict():
            inner = [part for key, value in schema.items() for part in iter_parts(value, f"{name}/{key}")]
            return [(name, schema), *inner]
        case list():
            return [part for value in schema for part in iter_parts(value, name)]
        case _:
            return []


@pytest.mark.parametrize(
    ("languages", "option", "word"),
    [(("de", "en"), (), "Bis zu 110"), (("de", "en"), ("--language", "en"), "Up to 110"),
     (("de-AT", "en"), (), "Bis zu 110"), (("fr", "en"), (), "Up to 110")],
)  # fmt: skip
def test_descriptions_are_in_the_sites_language(
    tmp_path: Path, languages: tuple[str, ...], option: tuple[str, ...], word: str
) -> None:
    from tests.small_site import make_files  # noqa: PLC0415

    made = make_site(tmp_path, make_files(languages))
    done = made.call("schema", str(tmp_path / "s"), *option)
    assert (done.code, done.stdout) == (0, "")
    schema = json.loads((tmp_path / "s/event.schema.json").read_text(encoding="utf-8"))
    title = schema["$defs"]["Event"]["properties"]["title"]
    assert title["description"].startswith(word)
    assert set(title["properties"]) == set(languages)
    assert title["required"] == [languages[0]]


def test_settings_of_vscode_are_added_to_those_that_are_there(tmp_path: Path) -> None:
    site = make_site(tmp_path)
    site.write({".vscode/settings.json": '{"editor.rulers": [100], "yaml.schemas": {"a.json": "b.yaml"}}'})
    for _ in range(2):  # a second run changes nothing
        assert site.call("schema", str(tmp_path / "schemas"), "--vscode").code == 0
        settings = json.loads((tmp_path / ".vscode/settings.json").read_text(encoding="utf-8"))
        assert settings["editor.rulers"] == [100]
        schemas = settings["yaml.schemas"]
        assert schemas["a.json"] == "b.yaml"
        assert schemas["./schemas/project/event.schema.json"] == "/content/events/**/*.yaml"
        assert len(schemas) == 9
        for place in [*schemas][1:]:
            assert (tmp_path / place).is_file()
    extensions = json.loads((tmp_path / ".vscode/extensions.json").read_text(encoding="utf-8"))
    assert extensions == {"recommendations": ["redhat.vscode-yaml"]}


def test_settings_with_comments_are_left_alone(tmp_path: Path) -> None:
    site = make_site(tmp_path)
    text = dedent("""\
        {
          // mine
          "editor.rulers": [100]
        }
        """)
    site.write({".vscode/settings.json": text})
    done = site.call("schema", str(tmp_path / "schemas"), "--vscode")
    assert done.code == 2
    assert "plain JSON" in done.stderr
    assert (tmp_path / ".vscode/settings.json").read_text(encoding="utf-8") == text


def test_schemas_outside_the_site_are_named_in_full(tmp_path: Path) -> None:
    site = make_site(tmp_path / "site")
    write_schemas(site.folder, tmp_path / "schemas")
    write_editor_settings(site.folder, tmp_path / "schemas")
    settings = json.loads((site.folder / ".vscode/settings.json").read_text(encoding="utf-8"))
    assert (tmp_path / "schemas/project/site.schema.json").as_uri() in settings["yaml.schemas"]


def test_a_broken_file_has_an_id_that_can_be_referred_to(tmp_path: Path) -> None:
    site = make_site(tmp_path)
    site.write({"content/topics/broken.yaml": "name: [\n"})
    done = site.call("schema", str(tmp_path / "s"))
    assert done.code == 0
    schema = json.loads((tmp_path / "s/project/event.schema.json").read_text(encoding="utf-8"))
    assert schema["$defs"]["topic-id"]["enum"] == ["broken", "harbour-dues"]
