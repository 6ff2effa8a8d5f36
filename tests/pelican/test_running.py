"""Pelican's runs: the order of its steps, its exit codes, its log, running twice (facts 2, 3, 4 and 8)."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dragoman.errors import ContentError
from tests.small_site import EVENT, SETTINGS, SmallSite, make_event, make_site, read_tree

BuildWith = tuple[str, ...]
PELICAN: BuildWith = ("pelican",)
DRAGOMAN: BuildWith = ("dragoman", "build")


def test_pelican_alone_gives_the_same_bytes(built: SmallSite, tmp_path: Path) -> None:
    other = make_site(tmp_path / "other")
    done = other.run("pelican")
    assert done.code == 0, done.stderr
    assert other.read_output() == built.read_output()


def break_reference(site: SmallSite) -> None:
    site.change(EVENT, "person: moana", "person: moanna")


def break_prose(site: SmallSite) -> None:
    site.write({"content/pages/second.de.md": "Slug: no-title\n\nNo title.\n"})


def break_template(site: SmallSite) -> None:
    site.write({"overrides/event.html": "{{ no_such_name }}", "pelicanconf.py": OVERRIDING})


OVERRIDING = f'{SETTINGS}THEME_TEMPLATES_OVERRIDES = ["overrides"]\n'


@pytest.mark.parametrize("command", [PELICAN, DRAGOMAN])
@pytest.mark.parametrize(("damage", "code"), [(break_reference, 1), (break_prose, 1), (break_template, 2)])
def test_what_fails_leaves_the_published_site_alone(
    built: SmallSite, command: BuildWith, damage: Callable[[SmallSite], None], code: int
) -> None:
    before = read_tree(built.output)
    damage(built)
    with (built.folder / "pelicanconf.py").open("a") as settings:
        settings.write("DELETE_OUTPUT_DIRECTORY = True\n")
    done = built.run(*command, TMPDIR=str(make_folder(built.folder / "tmp")))
    assert done.code == code, done.stderr
    assert read_tree(built.output) == before
    assert list((built.folder / "tmp").iterdir()) == []


def make_folder(path: Path) -> Path:
    path.mkdir()
    return path


def test_deleting_the_output_first_keeps_what_is_not_ours_and_what_is_unchanged(built: SmallSite) -> None:
    built.write({"output/stranger.txt": "kept", "pelicanconf.py": f"{SETTINGS}DELETE_OUTPUT_DIRECTORY = True\n"})
    before = {path: path.stat().st_mtime_ns for path in built.output.rglob("*.html")}
    assert built.run("pelican").code == 0
    assert (built.output / "stranger.txt").read_text() == "kept"
    assert {path: path.stat().st_mtime_ns for path in built.output.rglob("*.html")} == before


@pytest.mark.parametrize("command", [PELICAN, DRAGOMAN])
def test_findings_are_printed_whole_and_once_on_standard_error(site: SmallSite, command: BuildWith) -> None:
    wrong = "a-person-with-a-name-so-long-that-no-terminal-of-eighty-columns-could-show-it-in-one-line"
    other = "content/events/2024/2024-02-02-again.yaml"
    site.write({EVENT: make_event(("de", "en")).replace("moana", wrong)})
    site.write({other: make_event(("de", "en"), date="2024-02-02").replace("moana", wrong)})
    done = site.run(*command, COLUMNS="80")
    assert done.code == 1
    for path in (EVENT, other):
        (line,) = (line for line in done.stderr.splitlines() if line.startswith(f"{path}:6:14: error: "))
        assert wrong in line
        assert line.endswith("[unknown-reference]")
    assert EVENT not in done.stdout.replace("\n", "")


def test_our_command_shows_no_traceback_for_what_can_be_expected(site: SmallSite) -> None:
    break_reference(site)
    assert "Traceback" not in site.run("dragoman", "build").stderr


def read_and_start(site: SmallSite) -> Any:
    """Pelican, as `pelican --autoreload` holds it: made once, run again and again."""
    from pelican import Pelican  # noqa: PLC0415
    from pelican.settings import read_settings  # noqa: PLC0415

    return Pelican(read_settings(str(site.folder / "pelicanconf.py")))


def test_the_second_run_of_one_pelican_sees_what_has_changed(site: SmallSite) -> None:
    pelican = read_and_start(site)
    pelican.run()
    site.change(EVENT, "Ministers telephone", "Ministers talk")
    site.change("content/site.yaml", "Harbour talks", "Port talks")
    site.write({"content/pages/second.de.md": "Title: A second page\nSlug: second\n\nText.\n"})
    pelican.run()
    assert "Ministers talk (de)" in site.text("de/2024/02/index.html")
    assert "Port talks (de)" in site.text("de/index.html")
    assert "A second page" in site.text("de/second/index.html")
    site.remove("content/pages/second.de.md")
    pelican.run()
    assert not (site.output / "de/second").exists()


def test_a_run_after_one_that_failed_succeeds(
    site: SmallSite, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    pauses: list[float] = []
    monkeypatch.setattr("time.sleep", pauses.append)
    pelican = read_and_start(site)
    break_reference(site)
    with pytest.raises(ContentError) as error:
        pelican.run()
    assert error.value.exitcode == 1
    assert "unknown-reference" in capsys.readouterr().err
    with pytest.raises(ContentError):
        pelican.run()
    # `pelican --autoreload` tries again at once: the same findings are not printed again, nor without a pause.
    assert "unknown-reference" not in capsys.readouterr().err
    assert [pause for pause in pauses if pause >= 1] == [1]
    site.change(EVENT, "person: moanna", "person: moana")
    pelican.run()
    assert (site.output / "index.html").is_file()


def test_other_plugins_are_told_of_the_files_that_have_changed(site: SmallSite) -> None:
    from pelican.plugins import signals  # noqa: PLC0415

    written: list[str] = []

    def note(path: str, context: Any) -> None:  # noqa: ARG001 - the signal's arguments
        name = Path(path).relative_to(site.output).as_posix()
        if not name.startswith("pagefind/"):  # the index of a page that has changed
            written.append(name)

    with signals.content_written.connected_to(note):
        site.build()
        assert "de/index.html" in written
        written.clear()
        site.build()
        assert written == []
        site.change("content/pages/about.de.md", "prose", "poetry")
        site.build()
    # The page, and the list of all pages with the days on which they changed.
    assert "de/about/index.html" in written
    assert not [name for name in written if "events" in name]


OTHER_WRITER = """
from pelican.plugins import signals
from pelican.writers import Writer

class Plugin:
    class Other(Writer):
        pass

    def register():
        signals.get_writer.connect(lambda pelican: Plugin.Other, weak=False)

PLUGINS = [Plugin, "dragoman"]
"""


def test_a_plugin_that_takes_the_writing_away_is_refused(site: SmallSite) -> None:
    site.write({"pelicanconf.py": SETTINGS + OTHER_WRITER})
    done = site.run("dragoman", "build")
    assert done.code == 2
    assert "another plugin writes the pages" in done.stderr
    assert not site.output.exists()


@pytest.mark.parametrize("environment", [{"LC_ALL": "C"}, {"LC_ALL": "C.UTF-8"}, {"TZ": "Asia/Tokyo"}])
def test_neither_locale_nor_time_zone_changes_a_byte(
    built: SmallSite, tmp_path: Path, environment: dict[str, str]
) -> None:
    other = make_site(tmp_path / "other")
    done = other.run("pelican", **environment)
    assert done.code == 0, done.stderr
    assert other.read_output() == built.read_output()


def test_the_locale_of_the_process_is_not_what_we_format_by(built: SmallSite, tmp_path: Path) -> None:
    other = make_site(tmp_path / "other")
    with (other.folder / "pelicanconf.py").open("a") as settings:
        settings.write('LOCALE = ["C"]\nDATE_FORMATS = {"de": ("C", "%A"), "en": ("C.UTF-8", "%A")}\n')
    assert other.run("pelican").code == 0
    assert other.read_output() == built.read_output()
