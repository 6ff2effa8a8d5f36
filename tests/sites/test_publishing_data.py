"""Releases, and ids that stay: what builds one after the other promise to readers."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.small_site import EVENT, SmallSite, make_event, make_site, read_tree

ID = "2024-02-01-moana-wirihana"
RENAMED = "content/events/2024/2024-02-01-ministers.yaml"


@pytest.fixture
def site(tmp_path: Path) -> SmallSite:
    return make_site(tmp_path)


def rename(site: SmallSite, more: str = "") -> None:
    site.write({RENAMED: (site.folder / EVENT).read_text(encoding="utf-8") + more})
    site.remove(EVENT)


def test_a_release_stays_as_it_was_while_the_data_go_on(site: SmallSite) -> None:
    site.build("--release", "2024.1")
    frozen = (site.output / "data/2024.1/all.json").read_bytes()
    assert (site.folder / "releases/2024.1/all.json").read_bytes() == frozen
    assert json.loads((site.output / "data/2024.1/datapackage.json").read_bytes())["version"] == "2024.1"

    site.change(EVENT, "published: 2024-02-03", "published: 2024-02-03\nupdated: 2024-03-01")
    site.build()
    assert (site.output / "data/2024.1/all.json").read_bytes() == frozen
    assert (site.output / "data/all.json").read_bytes() != frozen
    assert "2024.1" in site.text("en/data/index.html")


def test_a_release_is_made_once(site: SmallSite) -> None:
    site.build("--release", "2024.1")
    done = site.call("build", "--release", "2024.1")
    assert done.code != 0
    assert "a release 2024.1 already" in done.stderr


def test_a_published_id_that_would_vanish_stops_the_build(site: SmallSite) -> None:
    site.build()
    before = site.read_output()
    rename(site)
    done = site.call("build")
    assert done.code != 0
    assert f"events/{ID} was published" in done.stderr
    assert "former_ids" in done.stderr
    assert site.read_output() == before


def test_a_renamed_record_that_names_its_former_id_is_built(site: SmallSite) -> None:
    site.build()
    rename(site, f"former_ids: [{ID}]\n")
    site.build()
    (canonical,) = site.page(f"en/events/{ID}/index.html").select("link[rel=canonical]")
    assert "2024-02-01-ministers" in canonical["href"]


def test_ids_are_remembered_by_releases_where_the_output_is_new(site: SmallSite) -> None:
    site.build("--release", "2024.1")
    rename(site)
    done = site.call("build", "--output", str(site.folder / "elsewhere"))
    assert f"events/{ID} was published" in done.stderr


def test_an_id_can_be_forgotten_on_purpose(site: SmallSite) -> None:
    site.build()
    rename(site)
    site.change("pelicanconf.py", "DRAGOMAN = {}", f'DRAGOMAN = {{"forgotten_ids": ["events/{ID}"]}}')
    site.build()
    site.change("pelicanconf.py", f'DRAGOMAN = {{"forgotten_ids": ["events/{ID}"]}}', "DRAGOMAN = {}")
    site.build()


def test_a_draft_makes_no_promise(site: SmallSite) -> None:
    draft = "content/events/2024/2024-03-01-draft.yaml"
    site.write({draft: make_event(("de", "en"), date="2024-03-01", more="draft: true\n")})
    site.build("--drafts")
    assert "2024-03-01-draft" in json.loads((site.output / "data/all.json").read_bytes())["events"][1]["id"]
    site.remove(draft)
    site.build()


def test_two_builds_give_the_same_bytes(site: SmallSite, tmp_path: Path) -> None:
    site.build()
    site.build("--output", str(tmp_path / "again"))
    # The index of the search is another program's, and not all of it is the same twice.
    again, first = (
        {
            name: content
            for name, content in read_tree(folder).items()
            if not name.startswith((".dragoman-", "pagefind/"))
        }
        for folder in (tmp_path / "again", site.output)
    )
    assert again == first
    assert "data/contacts.sqlite" in first


def test_a_picture_is_made_once_and_can_be_left_out(
    site: SmallSite, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DRAGOMAN_CACHE", str(tmp_path / "cache"))
    site.build()
    (kept,) = (tmp_path / "cache/previews").iterdir()
    before = {path.name: path.stat().st_mtime_ns for path in kept.iterdir()}
    assert len(before) == 4
    site.change(EVENT, "published: 2024-02-03", "published: 2024-02-03\nupdated: 2024-03-01")
    site.build("--output", str(site.folder / "elsewhere"))
    assert {path.name: path.stat().st_mtime_ns for path in kept.iterdir()} == before
    picture = f"en/events/{ID}/preview.png"
    assert (site.folder / "elsewhere" / picture).read_bytes() == (site.output / picture).read_bytes()

    site.change("pelicanconf.py", "DRAGOMAN = {}", 'DRAGOMAN = {"images": False}')
    site.build()
    assert not any(path.endswith("/preview.png") for path in site.read_output() if not path.startswith("theme/"))
    (image,) = site.page(f"en/events/{ID}/index.html").select('meta[property="og:image"]')
    assert str(image["content"]).endswith("/theme/preview.png")
    assert "theme/preview.png" in site.read_output()
