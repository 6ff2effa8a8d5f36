"""`dragoman init`: a site that builds at once, in any languages, and that overwrites nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from dragoman.cli import main
from tests.small_site import SmallSite, make_site, read_tree, starter
from tests.tools.programs import CHECKOUT


def init(folder: Path, *arguments: str) -> SmallSite:
    assert main(["init", str(folder), *arguments]) == 0
    return SmallSite(folder)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> SmallSite:
    """The starter as it comes, built."""
    site = init(tmp_path_factory.mktemp("starter") / "new" / "site")
    site.build("--strict")
    return site


def test_the_new_site_has_no_findings(built: SmallSite) -> None:
    done = built.call("check", "--format", "json")
    assert (done.code, done.stdout.strip()) == (0, "[]")


def test_it_holds_one_of_each_kind_and_its_own_ignored_files(built: SmallSite) -> None:
    content = built.folder / "content"
    for kind in ("events/2024", "people", "organisations", "places", "topics", "terms"):
        assert list((content / kind).glob("*.yaml")), kind
    assert (content / "site.yaml").is_file()
    assert (content / "coverage.yaml").is_file()
    assert "/output/" in (built.folder / ".gitignore").read_text().splitlines()
    assert (built.folder / "README.md").is_file()


def test_the_built_site_compares_two_accounts_in_both_languages(built: SmallSite) -> None:
    pages = [name for name in built.read_output() if name.endswith("2024-03-12-mallinen-daemason/index.html")]
    assert sorted(page.split("/")[0] for page in pages) == ["de", "en"]
    (english,) = (page for page in pages if page.startswith("en/"))
    assert "Fishing quotas were raised as well." in built.text(english)
    assert "Helsinki calls the exercise agreed" in built.text(english)


def test_its_settings_are_those_of_this_repository(built: SmallSite) -> None:
    assert (built.folder / "pelicanconf.py").read_bytes() == (CHECKOUT / "pelicanconf.py").read_bytes()


def test_any_languages_will_do_and_the_first_is_the_default(tmp_path: Path) -> None:
    site = init(tmp_path / "site", "--language", "fa", "--language", "de-AT", "--language", "sv")
    settings = yaml.safe_load((site.folder / "content/site.yaml").read_text(encoding="utf-8"))
    assert settings["languages"] == ["fa", "de-AT", "sv"]
    assert settings["title"] == {"fa": "My Timeline", "de-AT": "Meine Zeitleiste", "sv": "My Timeline"}
    assert sorted(path.name for path in (site.folder / "content/pages").iterdir()) == sorted(
        f"{page}.{language}.md" for page in ("about", "method") for language in ("fa", "de-AT", "sv")
    )
    site.build()
    assert site.page("fa/index.html").select("html[dir=rtl]")
    (link,) = site.page("sv/about/index.html").select(".prose a")
    assert link["href"] == "../../sv/method/index.html"


def test_the_title_is_whatever_one_likes(tmp_path: Path) -> None:
    title = 'Ports: "quays" & 100 % #water'
    site = init(tmp_path / "site", "--title", title)
    settings = yaml.safe_load((site.folder / "content/site.yaml").read_text(encoding="utf-8"))
    assert settings["title"] == {"de": title, "en": title}
    assert settings["description"]["en"].startswith("Who spoke")


def test_an_empty_folder_will_do_even_if_it_is_a_repository(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    assert (init(tmp_path).folder / "content/site.yaml").is_file()


def test_a_folder_that_holds_something_is_left_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    site = make_site(tmp_path, {"notes.txt": "mine", "a.txt": "", "b.txt": "", "c.txt": ""})
    before = read_tree(site.folder)
    assert main(["init", str(tmp_path)]) == 2
    assert read_tree(site.folder) == before
    said = capsys.readouterr().err
    assert "is not empty: it holds a.txt, b.txt, c.txt, …" in said


@pytest.mark.parametrize("languages", [["de"], ["de", "de"], ["de", "Klingon!"], ["../x", "de"]])
def test_languages_that_make_no_site_are_refused(tmp_path: Path, languages: list[str]) -> None:
    options = [word for language in languages for word in ("--language", language)]
    assert main(["init", str(tmp_path / "site"), *options]) == 2
    assert not (tmp_path / "site").exists()


def test_every_text_of_the_starter_is_in_all_its_languages() -> None:
    for path in starter().rglob("*.yaml"):
        lines = path.read_text(encoding="utf-8").splitlines()
        german = [index for index, line in enumerate(lines) if line.lstrip().startswith("de: ")]
        english = [index - 1 for index, line in enumerate(lines) if line.lstrip().startswith("en: ")]
        assert german == english, path.name
