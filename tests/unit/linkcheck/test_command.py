"""`dragoman links` on a site: findings at their places, exceptions, copies in archives, and how it ends."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

import pytest

from dragoman import __version__
from dragoman.content.files import load_folder
from dragoman.linkcheck.archived_lines import add_archived
from tests.small_site import EVENT, Done, SmallSite, make_files, make_site
from tests.unit.linkcheck.misbehaving import Misbehaving

ALLOWED = ("--allow-private", "--delay", "0", "--patience", "2")


def make_linked_site(folder: Path, web: Misbehaving, page: str) -> SmallSite:
    files = make_files()
    event = files[EVENT].replace("https://gazette.example/1", web.url + page)
    files[EVENT] = re.sub(r",\s*archived: [^}]+", "", event)
    return make_site(folder, files)


def check(site: SmallSite, *arguments: str) -> Done:
    return site.call("links", *ALLOWED, *arguments)


def test_a_dead_source_is_an_error_at_its_place(tmp_path: Path, web: Misbehaving) -> None:
    site = make_linked_site(tmp_path, web, "/gone")
    done = check(site)
    assert done.code == 1
    assert done.stdout.startswith(f"{EVENT}:10:18: error: this address leads nowhere: 410: ")
    assert "look for its new address, or add archived:" in done.stdout
    assert "1 address: 1 dead" in done.stderr
    assert web.agents == {f"dragoman/{__version__} (link check; +https://harbours.example/talks/)"}


def test_a_dead_source_with_a_copy_is_advice(tmp_path: Path, web: Misbehaving) -> None:
    site = make_linked_site(tmp_path, web, "/gone")
    site.change(EVENT, "lang: en}", f'lang: en, archived: "{web.url}/fine/{web.url}/gone"}}')
    done = check(site, "--format", "json")
    assert done.code == 0
    [finding] = json.loads(done.stdout)
    assert (finding["rule"], finding["severity"]) == ("dead-link", "advice")


def test_what_has_moved_names_the_new_address_and_fails_only_if_strict(tmp_path: Path, web: Misbehaving) -> None:
    site = make_linked_site(tmp_path, web, "/moved")
    done = check(site)
    assert done.code == 0
    assert f"write {web.url}/fine" in done.stdout
    assert check(site, "--strict").code == 1


def test_private_networks_are_asked_only_on_request(tmp_path: Path, web: Misbehaving) -> None:
    site = make_linked_site(tmp_path, web, "/fine")
    done = site.call("links", "--delay", "0")
    assert done.code == 0
    assert "lies in a private network" in done.stdout
    assert web.asked == []


def test_websites_and_sources_of_names_are_asked_for_but_not_the_site_itself(tmp_path: Path, web: Misbehaving) -> None:
    site = make_linked_site(tmp_path, web, "/fine")
    site.write(
        {"content/organisations/nz-ports.yaml": f"website: {web.url}/gone\nname: {{de: P, en: P}}\nkind: ministry\n"}
    )
    site.write(
        {
            "content/places/quay.yaml": "name: {de: Kai, en: Quay}\nkind: other\nnames:\n"
            f"  - {{text: Kai, lang: de, source: {web.url}/missing}}\n"
        }
    )
    done = check(site)
    assert {path for _, _, path in web.asked} == {"/robots.txt", "/fine", "/gone", "/missing"}
    assert "content/organisations/nz-ports.yaml:1:10: error" in done.stdout
    assert "content/places/quay.yaml:4:" in done.stdout


def test_without_the_library_the_remedy_is_told(
    tmp_path: Path, web: Misbehaving, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "httpcore", None)
    monkeypatch.delitem(sys.modules, "dragoman.linkcheck.network")
    done = check(make_linked_site(tmp_path, web, "/fine"))
    assert done.code == 2
    assert 'pip install "dragoman[links]"' in done.stderr


def test_an_exception_silences_and_an_unneeded_one_is_an_error(tmp_path: Path, web: Misbehaving) -> None:
    site = make_linked_site(tmp_path, web, "/gone")
    line = f"{web.url}/g* dead cited for its title only\n"
    site.write({"link-exceptions.txt": f"# decided by the editors\n\n{line}"})
    assert check(site).code == 0
    site.change(EVENT, "/gone", "/fine")
    done = check(site)
    assert done.code == 1
    assert done.stdout.startswith("link-exceptions.txt:3:1: error: nothing here is dead any more [unneeded-exception]")


def test_an_exception_for_what_was_not_asked_for_is_left_alone(tmp_path: Path, web: Misbehaving) -> None:
    site = make_linked_site(tmp_path, web, "/gone")
    site.write({"link-exceptions.txt": f"{web.url}/gone dead cited for its title only\n"})
    done = check(site, "--time", "0")
    assert done.code == 0
    assert "1 not asked for yet" in done.stderr


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("gone dead because", "a line begins with an address"),
        ("https://a.example deceased because", '"deceased" is not an outcome'),
        ("https://a.example dead", "an exception needs a reason"),
    ],
)
def test_a_line_that_is_no_exception_is_explained(tmp_path: Path, web: Misbehaving, line: str, message: str) -> None:
    site = make_linked_site(tmp_path, web, "/gone")
    site.write({"list.txt": f"# first\n{line}\n"})
    done = check(site, "--exceptions", str(tmp_path / "list.txt"))
    assert done.code == 2
    assert f"list.txt:2: {message}" in done.stderr


def endpoints(web: Misbehaving) -> tuple[str, ...]:
    look_up = f"{web.url}/available?url={{url}}&timestamp={{day}}"
    return ("--archive", "--archive-endpoint", look_up, "--save-endpoint", f"{web.url}/save/{{url}}")


def test_an_archived_copy_is_proposed_and_written_only_on_request(tmp_path: Path, web: Misbehaving) -> None:
    site = make_linked_site(tmp_path, web, "/fine")
    before = (tmp_path / EVENT).read_bytes()
    copy = f"{web.url}/web/20240201/{web.url}/fine"
    done = check(site, *endpoints(web))
    assert done.code == 0
    assert f"add archived: {copy}" in done.stdout
    assert (tmp_path / EVENT).read_bytes() == before
    done = check(site, *endpoints(web), "--write")
    assert (done.code, done.stdout) == (0, "")
    after = (tmp_path / EVENT).read_text(encoding="utf-8")
    assert f'lang: en, archived: "{copy}"}}' in after
    assert site.call("check").code == 0


def test_a_copy_is_made_only_on_request_and_a_copy_of_another_page_is_none(tmp_path: Path, web: Misbehaving) -> None:
    site = make_linked_site(tmp_path, web, "/never-seen")
    done = check(site, *endpoints(web))
    assert "no archived copy: the archive has no copy of it" in done.stdout
    assert not any(path.startswith("/save") for _, _, path in web.asked)
    done = check(site, *endpoints(web), "--save")
    assert f"add archived: {web.url}/web/20260101/{web.url}/never-seen" in done.stdout
    site.change(EVENT, "/never-seen", "/other")
    assert "the archive has no copy of it" in check(site, *endpoints(web)).stdout


def test_saving_goes_with_looking(tmp_path: Path, web: Misbehaving) -> None:
    done = check(make_linked_site(tmp_path, web, "/fine"), "--save")
    assert (done.code, "go with --archive" in done.stderr) == (2, True)


BLOCK = """\
sources:
  gazette:  # the official one
    url: https://gazette.example/1   # its address
    publisher: The Gazette
    lang: en
    accessed: 2024-02-03  # by us
    via: somebody
  radio:
    publisher: Radio
    lang: en
    url: >
      https://radio.example/1
"""


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_a_line_is_added_and_all_else_is_kept(tmp_path: Path, ends: str) -> None:
    site = make_site(tmp_path)
    text = BLOCK.replace("\n", ends)
    site.write({EVENT: text})
    [source] = [source for source in load_folder(tmp_path / "content").files if source.path == EVENT]
    copies = {"gazette": "https://a.example/web/1/https://gazette.example/1", "radio": "https://a.example/web/2/x"}
    written = add_archived(source, copies)
    assert written is not None
    lines = written.decode().split(ends)
    assert lines.pop(6) == f"    archived: {copies['gazette']}"
    assert f"    archived: {copies['radio']}" in lines
    lines.remove(f"    archived: {copies['radio']}")
    assert ends.join(lines) == text
