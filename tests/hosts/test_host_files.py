"""Ready files for hosts: valid by the hosts' own schemas, pinned, harmless, and of the language of the site."""

from __future__ import annotations

import importlib
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any, get_args

import click
import pytest
import yaml

from dragoman.cli import main
from dragoman.cli.commands import MODULES
from dragoman.model.event import EventType
from tests.small_site import SmallSite, make_site, read_tree
from tests.tools.programs import CHECKOUT

WORKFLOWS = (".github/workflows/check.yml", ".github/workflows/pages.yml", ".github/workflows/links.yml")
FORMS = (".github/ISSUE_TEMPLATE/contact.yml", ".github/ISSUE_TEMPLATE/error.yml")


@pytest.fixture(scope="module", params=["de", "fr"])
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> SmallSite:
    """A new site with the files of all hosts, whose first language is one of those with forms, or another."""
    folder = tmp_path_factory.mktemp(request.param) / "site"
    other = "en" if request.param != "en" else "de"
    hosts = [word for host in ("github", "gitlab", "netlify") for word in ("--host", host)]
    assert main(["init", str(folder), "--language", request.param, "--language", other, *hosts]) == 0
    return SmallSite(folder)


def read(site: SmallSite, name: str) -> Any:
    return yaml.safe_load((site.folder / name).read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("schema", "names"),
    [
        ("vendor.github-workflows", WORKFLOWS),
        ("custom.github-workflows-require-timeout", WORKFLOWS),
        ("vendor.github-issue-forms", FORMS),
        ("vendor.github-issue-config", (".github/ISSUE_TEMPLATE/config.yml",)),
        ("vendor.dependabot", (".github/dependabot.yml",)),
        ("vendor.gitlab-ci", (".gitlab-ci.yml",)),
    ],
)
def test_every_file_is_valid_by_its_hosts_schema(site: SmallSite, schema: str, names: tuple[str, ...]) -> None:
    command = [str(Path(sys.executable).with_name("check-jsonschema")), "--builtin-schema", schema, *names]
    done = subprocess.run(command, cwd=site.folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("name", WORKFLOWS)
def test_a_workflow_uses_only_pinned_actions_and_harmless_rights(site: SmallSite, name: str) -> None:
    text = (site.folder / name).read_text(encoding="utf-8")
    uses = re.findall(r"uses: (.*)", text)
    assert uses
    for action in uses:
        assert re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", action), action
    workflow = read(site, name)
    assert workflow["permissions"] == {"contents": "read"}
    assert "pull_request_target" not in text
    assert "secrets." not in text
    # What a stranger may choose, such as a title or a branch, never becomes a part of a script.
    for job in workflow["jobs"].values():
        for step in job["steps"]:
            assert "${{" not in step.get("run", "")


def test_every_command_that_the_files_run_exists_with_its_options(site: SmallSite) -> None:
    found: set[str] = set()
    for name in (*WORKFLOWS, ".gitlab-ci.yml", "netlify.toml", ".pre-commit-config.yaml"):
        text = (site.folder / name).read_text(encoding="utf-8")
        found |= set(re.findall(r"(?<![\w/\[-])dragoman (?:[a-z]+)(?: --[a-z]+(?: [a-z]+\b(?!:))?)*", text))
    assert {line.split()[1] for line in found} == {"check", "build", "links", "diff", "fmt"}
    for line in found:
        name, *words = line.split()[1:]
        command: click.Command = importlib.import_module(f"dragoman.cli.{MODULES.get(name, name)}").command
        known = {option for parameter in command.params for option in parameter.opts}
        assert {word for word in words if word.startswith("--")} <= known, line


def test_forms_are_in_the_sites_language_or_in_english(site: SmallSite) -> None:
    language = read(site, "content/site.yaml")["languages"][0]
    contact = read(site, FORMS[0])
    assert contact["name"] == ("Kontakt vorschlagen" if language == "de" else "Add a contact")
    german = "Wann?" in (site.folder / ".gitlab/issue_templates/contact.md").read_text(encoding="utf-8")
    assert german is (language == "de")


def test_the_form_for_a_contact_offers_all_types_of_the_model(site: SmallSite) -> None:
    [types] = [field for field in read(site, FORMS[0])["body"] if field.get("id") == "type"]
    words = [set(re.findall(r"[a-z-]+", option)) for option in types["attributes"]["options"]]
    assert all(kind in found for kind, found in zip(get_args(EventType), words, strict=True))


@pytest.mark.parametrize("language", ["de", "en"])
def test_the_form_for_an_error_has_the_field_that_the_link_of_a_page_fills_in(language: str) -> None:
    path = CHECKOUT / f"generator/dragoman/cli/hosts/github/dot-github/ISSUE_TEMPLATE/error.{language}.yml"
    form = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert "page" in [one.get("id") for one in form["body"]]


def test_netlify_publishes_what_a_build_writes(site: SmallSite) -> None:
    settings = tomllib.loads((site.folder / "netlify.toml").read_text(encoding="utf-8"))
    assert settings["build"]["publish"] == "output"
    assert "dragoman build" in settings["build"]["command"]


def test_the_new_site_still_checks(site: SmallSite) -> None:
    assert site.call("check").code == 0


def test_a_site_that_is_there_gets_the_files_and_keeps_its_own(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site = make_site(tmp_path)
    site.write({"netlify.toml": "# mine\n"})
    before = read_tree(tmp_path)
    assert main(["init", str(tmp_path), "--host", "netlify"]) == 0
    assert "netlify.toml is there already and stays as it is" in capsys.readouterr().err
    after = read_tree(tmp_path)
    assert {name: after[name] for name in before} == before
    assert set(after) - set(before) == {"requirements.txt", ".pre-commit-config.yaml"}


def test_without_a_host_a_folder_that_holds_something_is_still_refused(tmp_path: Path) -> None:
    make_site(tmp_path)
    assert main(["init", str(tmp_path)]) == 2


def test_no_file_of_this_repository_names_another_version_of_an_action() -> None:
    hosts = CHECKOUT / "generator/dragoman/cli/hosts"
    pins = {
        tuple(found)
        for path in hosts.rglob("*.yml")
        for found in re.findall(r"uses: (\S+)@(\S+)", path.read_text(encoding="utf-8"))
    }
    assert len({action for action, _ in pins}) == len(pins)
