"""What a build does to a site that is already published."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from dragoman.diagnostics import Diagnostic, Location, Severity
from tests.small_site import EVENT, SmallSite, make_event, make_files, make_site

SECOND = "content/events/2024/2024-03-05-second-call.yaml"
LANGUAGES = ("en", "de")

#: Lets go of an id that was published; nobody has seen it in these tests.
FORGETTING = 'DRAGOMAN = {"forgotten_ids": ["events/2024-03-05-second-call"]}'


@pytest.fixture
def site(tmp_path: Path) -> SmallSite:
    """Two events, in English first; built."""
    second = make_event(LANGUAGES, date="2024-03-05").replace("Ministers telephone", "A second call")
    made = make_site(tmp_path, make_files(LANGUAGES) | {SECOND: second})
    made.build()
    return made


def stamp(site: SmallSite) -> dict[str, tuple[int, int]]:
    """Each published file's inode and time of change."""
    files = [path for path in site.output.rglob("*") if path.is_file()]
    return {str(path): (path.stat().st_ino, path.stat().st_mtime_ns) for path in files}


def test_building_again_touches_nothing(site: SmallSite) -> None:
    before = stamp(site)
    site.build()
    assert stamp(site) == before


def test_the_same_content_gives_the_same_bytes_elsewhere(site: SmallSite, tmp_path: Path) -> None:
    second = (site.folder / SECOND).read_text(encoding="utf-8")
    other = make_site(tmp_path / "elsewhere", make_files(LANGUAGES) | {SECOND: second})
    other.build()
    assert other.read_output() == site.read_output()


def test_an_event_that_is_taken_away_takes_its_pages_with_it(site: SmallSite) -> None:
    page = "en/events/2024-03-05-second-call/index.html"
    month = "en/2024/03/index.html"
    assert {page, month} <= site.read_output().keys()
    site.remove(SECOND)
    refused = site.call("build")
    assert refused.code == 2
    assert "events/2024-03-05-second-call was published" in refused.stderr
    assert {page, month} <= site.read_output().keys()
    site.change("pelicanconf.py", "DRAGOMAN = {}", FORGETTING)
    site.build()
    remaining = site.read_output()
    assert not any("second-call" in name or "/2024/03/" in name for name in remaining)
    assert not any(b"second-call" in content for content in remaining.values())


def test_a_former_id_leads_to_the_present_page(site: SmallSite) -> None:
    (site.folder / SECOND).rename(site.folder / "content/events/2024/2024-03-05-renamed.yaml")
    site.change(
        "content/events/2024/2024-03-05-renamed.yaml", "published:", "former_ids: [2024-03-05-second-call]\npublished:"
    )
    site.build()
    page = site.page("en/events/2024-03-05-second-call/index.html")
    (canonical,) = page.select('link[rel="canonical"]')
    assert canonical["href"] == "https://harbours.example/talks/en/events/2024-03-05-renamed/"
    assert any("2024-03-05-renamed" in link["href"] for link in page.select("a"))


def test_a_draft_is_built_only_on_request(site: SmallSite) -> None:
    site.change(SECOND, "published:", "draft: true\npublished:")
    site.change("pelicanconf.py", "DRAGOMAN = {}", FORGETTING)
    site.build()
    assert not any("second-call" in name for name in site.read_output())
    site.build("--drafts")
    assert any("second-call" in name for name in site.read_output())


def test_errors_leave_what_is_published_as_it_was(site: SmallSite) -> None:
    before, files = stamp(site), site.read_output()
    site.change(EVENT, "person: moana", "person: moanna")
    done = site.call("build")
    assert done.code == 1
    assert f"{EVENT}:6:14: error:" in done.stderr
    assert "unknown-reference" in done.stderr
    assert site.read_output() == files
    assert stamp(site) == before


def test_the_output_can_be_another_folder(site: SmallSite, tmp_path: Path) -> None:
    site.build("--output", str(tmp_path / "public"))
    assert (tmp_path / "public/index.html").read_bytes() == (site.output / "index.html").read_bytes()


def test_a_build_from_elsewhere_is_the_same(site: SmallSite, tmp_path: Path) -> None:
    before = stamp(site)
    elsewhere = SmallSite(tmp_path / "elsewhere")
    elsewhere.folder.mkdir()
    assert elsewhere.run("dragoman", "build", "--site", str(site.folder)).code == 0
    assert stamp(site) == before


def test_a_warning_is_shown_and_fails_only_where_one_is_strict(
    site: SmallSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = Location(path="content/pages/about.en.md")
    warning = Diagnostic(location=place, rule="some-rule", severity=Severity.WARNING, message="doubtful")
    monkeypatch.setattr("dragoman.content.checking.check_prose", lambda _content, _languages: iter([warning]))
    before = site.read_output()
    site.change(EVENT, "Ministers telephone", "Ministers talk")
    strict = site.call("build", "--strict")
    assert strict.code == 1
    assert site.read_output() == before
    mild = site.call("build")
    assert mild.code == 0
    assert mild.stderr == strict.stderr == "content/pages/about.en.md:1:1: warning: doubtful [some-rule]\n"
    assert site.read_output() != before
    assert (site.call("check").code, site.call("check", "--strict").code) == (0, 1)


def test_a_site_without_any_finding_is_built_strictly_too(site: SmallSite) -> None:
    site.build("--strict")


@pytest.mark.parametrize("output", ["content", "content/media", "."])
def test_nothing_is_published_into_what_the_site_is_made_from(site: SmallSite, output: str) -> None:
    before = {path: path.read_bytes() for path in (site.folder / "content").rglob("*") if path.is_file()}
    done = site.call("build", "--output", str(site.folder / output))
    assert done.code == 2
    assert "cannot be published" in done.stderr
    assert {path: path.read_bytes() for path in (site.folder / "content").rglob("*") if path.is_file()} == before


def test_verifying_names_what_is_not_as_it_was_published_and_mends_it(site: SmallSite) -> None:
    before = site.read_output()
    page = site.output / "en/index.html"
    stamp = page.stat()
    page.write_bytes(page.read_bytes().replace(b"Harbour", b"Forgery"))
    os.utime(page, ns=(stamp.st_atime_ns, stamp.st_mtime_ns))
    (site.output / "robots.txt").unlink()
    (site.output / "mine.txt").write_text("mine")
    site.build()  # an ordinary build sees what is missing, but reads no file that seems to be untouched
    (site.output / "robots.txt").unlink()

    done = site.call("build", "--verify")

    assert done.code == 0
    assert done.stderr.splitlines()[1:] == ["  en/index.html is not as it was published", "  robots.txt is missing"]
    assert site.read_output() == {**before, "mine.txt": b"mine"}
    assert "is as it was published." in site.call("build", "--verify").stderr


def test_a_first_build_has_nothing_to_verify(site: SmallSite, tmp_path: Path) -> None:
    done = site.call("build", "--verify", "--output", str(tmp_path / "elsewhere"))
    assert (done.code, done.stderr.count("\n")) == (0, 1)
    assert "is as it was published." in done.stderr


def test_many_processes_publish_what_one_does_and_say_how_long_it_took(site: SmallSite) -> None:
    before = stamp(site)
    called = site.call("build", "--jobs", "2", "--timings", "--no-cache")
    assert (called.code, stamp(site)) == (0, before)
    rows = [line.split() for line in called.stderr.splitlines() if line.endswith(tuple("0123456789"))]
    assert [" ".join(row[:-2]) for row in rows] == [
        "read and check", "link", "plan", "publish", "search", "render", "all else", "in all",
    ]  # fmt: skip
    assert float(rows[-1][-2]) == pytest.approx(sum(float(row[-2]) for row in rows[:-1]), abs=0.1)
