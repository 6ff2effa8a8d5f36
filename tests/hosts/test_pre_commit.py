"""The hooks in another repository: pre-commit runs them on what is committed, and they see the whole site."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.packaging.checkout import copy_checkout
from tests.small_site import EVENT, SmallSite, make_site
from tests.tools.programs import CHECKOUT

HOOKS = (CHECKOUT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")


def git(folder: Path, *arguments: str) -> None:
    identity = ("-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(("git", *identity, *arguments), cwd=folder, check=True, capture_output=True)


def make_repository(folder: Path, files: dict[str, str]) -> Path:
    folder.mkdir()
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    git(folder, "init", "--quiet")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "Hooks")
    return folder


def try_hooks(site: SmallSite, hooks: Path, home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the hooks of a repository on a site's own, as pre-commit's documentation says to try them."""
    git(site.folder, "init", "--quiet")
    git(site.folder, "add", "--all")
    programs = Path(sys.executable).parent
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith("GIT_")},
        "PRE_COMMIT_HOME": str(home),
        "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}",
        "SOURCE_DATE_EPOCH": "1731672000",
    }
    command = [str(programs / "pre-commit"), "try-repo", str(hooks), *arguments]
    return subprocess.run(command, cwd=site.folder, env=environment, capture_output=True, text=True, check=False)


@pytest.fixture
def hooks(tmp_path: Path) -> Path:
    """The hooks with the program that is installed here, so that nothing has to be fetched."""
    return make_repository(
        tmp_path / "hooks", {".pre-commit-hooks.yaml": HOOKS.replace("language: python", "language: system")}
    )


def test_a_sound_file_passes_and_what_it_refers_to_is_found(tmp_path: Path, hooks: Path) -> None:
    site = make_site(tmp_path / "site")
    site.call("fmt")
    done = try_hooks(site, hooks, tmp_path / "home", "--files", EVENT)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.count("Passed") == 2


def test_a_mistake_in_a_changed_file_stops_the_commit_and_is_shown(tmp_path: Path, hooks: Path) -> None:
    site = make_site(tmp_path / "site")
    site.call("fmt")
    site.change(EVENT, "person: moana", "person: moanna")
    done = try_hooks(site, hooks, tmp_path / "home", "dragoman-check", "--files", EVENT)
    assert done.returncode == 1
    assert "[unknown-reference]" in done.stdout


def test_a_mistake_in_a_file_that_is_not_changed_is_not_this_commits(tmp_path: Path, hooks: Path) -> None:
    site = make_site(tmp_path / "site")
    site.write({"content/topics/dams.yaml": "name: {en: Dams}\n"})
    done = try_hooks(site, hooks, tmp_path / "home", "dragoman-check", "--files", EVENT)
    assert done.returncode == 0, done.stdout


def test_a_file_that_is_not_laid_out_is_laid_out(tmp_path: Path, hooks: Path) -> None:
    site = make_site(tmp_path / "site")
    site.write({"content/topics/dams.yaml": "definition: {de: Dämme}\nname: {de: Dämme}\n"})
    done = try_hooks(site, hooks, tmp_path / "home", "dragoman-fmt", "--files", "content/topics/dams.yaml")
    assert done.returncode == 1, "pre-commit tells that files were modified"
    text = (site.folder / "content/topics/dams.yaml").read_text(encoding="utf-8")
    assert text.startswith("name:")


@pytest.mark.slow
def test_the_hooks_install_themselves_from_this_repository(tmp_path: Path) -> None:
    repository = tmp_path / "checkout"
    repository.mkdir()
    copy_checkout(repository)
    site = make_site(tmp_path / "site")
    done = try_hooks(site, repository, tmp_path / "home", "dragoman-check", "--files", EVENT)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Passed" in done.stdout
