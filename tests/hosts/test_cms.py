"""`dragoman cms`: settings that the systems' own schema accepts, made from the model."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml

from dragoman.content.files import FOLDERS, Kind
from dragoman.content.validating import get_file_shape
from dragoman.model.event import EventType
from tests.small_site import SmallSite, make_site, read_tree
from tests.tools.programs import TOOLS, need_file

SCHEMA = TOOLS / "node_modules/@sveltia/cms/schema/sveltia-cms.json"


def configure(site: SmallSite, *arguments: str) -> Any:
    done = site.call("cms", str(site.folder / "admin"), "--repo", "example/timeline", *arguments)
    assert done.code == 0, done
    return yaml.safe_load((site.folder / "admin/config.yml").read_text(encoding="utf-8"))


def iter_fields(fields: list[Any], path: str = "") -> Iterator[tuple[str, Any]]:
    for field in fields:
        yield f"{path}{field['name']}", field
        yield from iter_fields(field.get("fields", []), f"{path}{field['name']}.")


@pytest.mark.parametrize("backend", ["github", "gitlab"])
def test_the_settings_are_valid_by_the_systems_own_schema(tmp_path: Path, backend: str) -> None:
    config = configure(make_site(tmp_path), "--backend", backend)
    assert is_valid(tmp_path / "admin/config.yml")
    wrong = tmp_path / "wrong.yml"
    wrong.write_text(yaml.safe_dump({**config, "collections": [{"name": "events"}]}), encoding="utf-8")
    assert not is_valid(wrong)


def is_valid(path: Path) -> bool:
    command = [
        str(Path(sys.executable).with_name("check-jsonschema")),
        "--schemafile",
        str(need_file(SCHEMA)),
        str(path),
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode in {0, 1}, done.stderr
    return done.returncode == 0


def test_every_collection_is_a_folder_with_fields_of_the_model_only(tmp_path: Path) -> None:
    config = configure(make_site(tmp_path))
    assert [one["folder"] for one in config["collections"]] == [f"content/{folder}" for folder in FOLDERS]
    for collection in config["collections"]:
        shape: Any = get_file_shape(FOLDERS[collection["name"]])
        assert {field["name"] for field in collection["fields"]} <= shape.fields.keys()
        assert {field["name"] for field in collection["fields"] if field["required"]} == shape.required


def test_texts_have_a_field_for_each_language_and_words_are_chosen(tmp_path: Path) -> None:
    [events, *_] = configure(make_site(tmp_path))["collections"]
    fields = dict(iter_fields(events["fields"]))
    assert [(fields[f"title.{tag}"]["widget"], fields[f"title.{tag}"]["required"]) for tag in ("de", "en")] == [
        ("string", True),
        ("string", False),
    ]
    assert fields["summary.de"]["widget"] == "markdown"
    assert fields["type"]["options"] == [*get_args(EventType)]
    assert fields["participants.person"]["collection"] == "people"
    assert fields["sources.source-1.url"]["widget"] == "string"
    assert fields["draft"]["widget"] == "boolean"


def test_an_event_lies_in_the_folder_of_its_year(tmp_path: Path) -> None:
    [events, *_] = configure(make_site(tmp_path))["collections"]
    assert events["path"] == "{{fields.date | truncate(4, '')}}/{{slug}}"
    assert events["slug"].startswith("{{fields.date}}-")


def test_pictures_of_events_lie_where_all_others_do(tmp_path: Path) -> None:
    [events, *_] = configure(make_site(tmp_path))["collections"]
    assert events["media_folder"] == "/content/media"  # where a path is set, it would else be the entry's own folder


def test_what_may_be_left_out_asks_for_nothing_inside(tmp_path: Path) -> None:
    # Decap saves no entry as long as a required field is empty, even inside of an object that nobody has opened.
    for collection in configure(make_site(tmp_path))["collections"]:
        for path, field in iter_fields(collection["fields"]):
            if field["widget"] == "object" and not field["required"]:
                assert not any(inner["required"] for inner in field["fields"]), path


def test_what_files_mostly_write_as_a_single_text_is_a_text(tmp_path: Path) -> None:
    # Decap's lists end in an error page where they find a single text.
    collections = {
        one["name"]: dict(iter_fields(one["fields"])) for one in configure(make_site(tmp_path))["collections"]
    }
    for field in ("place", "initiative.sides", "readouts.by", "readouts.source"):
        assert collections["events"][field]["widget"] == "string"
    assert collections["places"]["names.used_by"]["widget"] == "string"
    assert collections["places"]["in"]["widget"] == "string"
    assert collections["people"]["aliases"]["widget"] == "list"


def test_hints_are_in_the_sites_language(tmp_path: Path) -> None:
    [events, *_] = configure(make_site(tmp_path))["collections"]
    assert events["fields"][0]["hint"].startswith("Der Tag am Ort des Kontakts")


def test_the_page_loads_nothing_from_others(tmp_path: Path) -> None:
    site = make_site(tmp_path)
    configure(site, "--system", "sveltia")
    page = (tmp_path / "admin/index.html").read_text(encoding="utf-8")
    assert '<script src="sveltia-cms.js">' in page
    assert "//" not in page


def test_a_file_of_somebody_else_is_kept(tmp_path: Path) -> None:
    site = make_site(tmp_path)
    configure(site)
    configure(site)  # its own it writes again
    site.write({"admin/config.yml": "backend: mine\n"})
    before = read_tree(tmp_path)
    done = site.call("cms", str(tmp_path / "admin"), "--repo", "example/timeline")
    assert (done.code, "was not written by dragoman cms" in done.stderr) == (2, True)
    assert read_tree(tmp_path) == before


@pytest.mark.parametrize("repository", ["timeline", "a/b\nname: evil", "https://example.org/a/b", ""])
def test_what_is_no_repository_is_refused(tmp_path: Path, repository: str) -> None:
    assert make_site(tmp_path).call("cms", str(tmp_path / "admin"), "--repo", repository).code == 2


def test_coverage_and_settings_are_not_edited_there(tmp_path: Path) -> None:
    names = [one["name"] for one in configure(make_site(tmp_path))["collections"]]
    assert not {Kind.SITE.value, Kind.COVERAGE.value} & set(names)
