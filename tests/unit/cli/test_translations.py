"""`dragoman translations`: what it shows, stamps, gives to translators and takes back."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import polib
import pytest

from dragoman.cli.site_content import replace_file
from dragoman.errors import DragomanError
from tests.repository import Repository, make_repository
from tests.small_site import EVENT, Done, SmallSite, make_site, read_tree

PERSON = "content/people/moana.yaml"
TITLE = "event/2024-02-01-moana-wirihana:title"


@pytest.fixture
def site(tmp_path: Path) -> SmallSite:
    return make_site(tmp_path / "site")


@pytest.fixture
def repository(site: SmallSite) -> Repository:
    """The site under git, below a folder of the repository, with every translation accepted."""
    made = make_repository(site.folder.parent)
    assert call(site, "accept", "--all").code == 0
    made.commit()
    return made


def call(site: SmallSite, what: str, *arguments: str) -> Done:
    return site.call_part("translations", what, *arguments)


def export(site: SmallSite, *arguments: str) -> polib.POFile:
    path = site.folder.parent / "en.po"
    done = call(site, "export", "en", "--output", str(path), *arguments)
    assert (done.code, done.stderr) == (0, "")
    return polib.pofile(str(path))


def take_in(site: SmallSite, po: polib.POFile, *arguments: str) -> Done:
    path = site.folder.parent / "back.po"
    po.save(str(path))
    return call(site, "import", str(path), *arguments)


def find(po: polib.POFile, key: str) -> polib.POEntry:
    return next(entry for entry in po if entry.msgctxt == key)


def read_standing(site: SmallSite) -> dict[str, dict[str, str]]:
    texts = json.loads(call(site, "status", "--format", "json", "--all").stdout)
    return {language: {f"{one['id']}:{one['field']}": one["standing"] for one in found["texts"]}
            for language, found in texts.items()}  # fmt: skip


def test_status_names_what_is_missing(site: SmallSite) -> None:
    site.change(PERSON, '"Moana Tide (de)", en: "Moana Tide (en)"', '"Moana Tide (de)"')
    done = call(site, "status")
    assert (done.code, done.stderr) == (0, "")
    first, *lines = done.stdout.splitlines()
    assert first.startswith("English (en): 0 stale, 1 missing, ")
    assert lines == ["  missing: no translation", f"    {PERSON}: name"]


def test_status_shows_what_has_made_a_translation_stale(site: SmallSite, repository: Repository) -> None:
    site.change(EVENT, "Ministers telephone (de)", "Ministers telephone twice (de)")
    lines = call(site, "status").stdout.splitlines()
    assert lines[1:] == [
        "  stale: the original has changed since",
        f"    {EVENT}",
        "      title",
        "        de: Ministers telephone {+twice +}(de)",
        "        en: Ministers telephone (en)",
    ]
    repository.commit()  # however long ago the change was made
    found = json.loads(call(site, "status", "--format", "json").stdout)["en"]["texts"]
    assert [(one["field"], one["earlier_original"]) for one in found] == [("title", "Ministers telephone (de)")]


def test_the_change_is_found_in_merged_branches_and_under_a_former_id(site: SmallSite, repository: Repository) -> None:
    repository.run("checkout", "--quiet", "-b", "other")
    site.change(PERSON, "Moana Tide (de)", "Moana Wave (de)")
    assert call(site, "accept", "moana").code == 0
    repository.commit()
    text = (site.folder / PERSON).read_text().replace("Moana Wave (de)", "Moana Flood (de)")
    site.remove(PERSON)
    site.write({"content/people/moana-tide.yaml": f"former_ids: [moana]\n{text}"})
    site.change(EVENT, "person: moana,", "person: moana-tide,")
    repository.commit()
    repository.run("checkout", "--quiet", "-")
    repository.run("merge", "--quiet", "--no-ff", "--message", "Merge", "other")
    assert "        de: Moana [-Wave-]{+Flood+} (de)" in call(site, "status").stdout.splitlines()


def test_status_does_without_git(site: SmallSite) -> None:
    assert call(site, "accept", "--all").code == 0
    site.change(EVENT, "Ministers telephone (de)", "Ministers telephone twice (de)")
    done = call(site, "status")
    assert (done.code, done.stderr) == (0, "")
    assert "        de now: Ministers telephone twice (de)\n" in done.stdout


def test_a_broken_file_is_named_and_the_rest_shown(site: SmallSite) -> None:
    site.write({PERSON: "name: {de: a"})
    done = call(site, "status")
    assert done.code == 0
    assert PERSON in done.stderr
    assert "unstamped" in done.stdout


def test_accept_stamps_only_what_is_named_and_keeps_all_else(site: SmallSite) -> None:
    before = read_tree(site.folder)
    done = call(site, "accept", "person/moana", "--field", "name", "--method", "machine-reviewed")
    assert (done.code, done.stdout) == (0, "Stamped 1 text in 1 file.\n")
    after = read_tree(site.folder)
    assert {path for path in after if after[path] != before[path]} == {PERSON}
    assert after[PERSON].startswith(before[PERSON])
    added = after[PERSON].removeprefix(before[PERSON]).decode()
    assert added.splitlines()[1:4] == ["  en:", "    from: de", "    method: machine-reviewed"]
    standing = read_standing(site)["en"]
    assert "moana:name" not in standing  # it is current, and those are not listed
    assert standing["moana:offices.minister.title"] == "unstamped"
    assert site.call("check", PERSON).code == 0


def test_accept_takes_paths_and_ids_and_refuses_what_is_neither(site: SmallSite) -> None:
    assert call(site, "accept", PERSON).code == 0
    assert call(site, "accept", str(site.folder / EVENT)).code == 0
    assert call(site, "accept", "wirihana").code == 0
    assert "moana:name" not in read_standing(site)["en"]
    assert call(site, "accept", "nobody").code == 2
    assert call(site, "accept").code == 2
    assert call(site, "accept", "--all", "moana").code == 2
    assert call(site, "accept", "--all", "--language", "fr").code == 2


def test_accept_from_another_language_turns_the_direction_round(site: SmallSite) -> None:
    assert call(site, "accept", "moana", "--language", "de", "--from", "en").code == 0
    site.change(PERSON, "Moana Tide (en)", "Moana Wave (en)")
    assert read_standing(site)["de"]["moana:name"] == "stale"


@pytest.mark.usefixtures("repository")
def test_an_export_taken_in_again_changes_nothing(site: SmallSite) -> None:
    before = read_tree(site.folder)
    po = export(site)
    assert len(po) > 10
    done = take_in(site, po)
    assert (done.code, done.stderr) == (0, "")
    assert done.stdout.startswith("Took in 0 texts in 0 files; ")
    assert read_tree(site.folder) == before


def test_a_translation_is_written_into_its_place_and_stamped(site: SmallSite) -> None:
    site.change(EVENT, ', en: "Ministers telephone (en)"', "")
    before = (site.folder / EVENT).read_text()
    po = export(site)
    find(po, TITLE).msgstr = 'Ministers, "telephone"'
    done = take_in(site, po, "--method", "official")
    assert (done.code, done.stdout.split(";")[0]) == (0, "Took in 1 text in 1 file")
    text, stamps = (site.folder / EVENT).read_text().split("translations:")
    assert text == before.replace(
        'title: {de: "Ministers telephone (de)"}',
        'title: {de: "Ministers telephone (de)", en: "Ministers, \\"telephone\\""}',
    )
    assert "    method: official\n    of:\n      title: " in stamps
    assert site.call("check", EVENT).code == 0


def test_fmt_has_nothing_to_change_in_what_was_written(site: SmallSite) -> None:
    assert site.call("fmt").code == 0
    po = export(site)
    find(po, TITLE).msgstr = "Ministers: yes or no?"
    find(po, "event/2024-02-01-moana-wirihana:summary").msgstr = "Long words and *many* of them. " * 12 + "\n\nMore."
    find(po, "topic/harbour-dues:name").msgstr = "A longer name, " * 5 + "which needs a line of its own"
    assert take_in(site, po).code == 0
    assert call(site, "accept", "--all").code == 0
    done = site.call("fmt", "--check")
    assert (done.code, done.stdout) == (0, "")


@pytest.mark.usefixtures("repository")
def test_a_stale_translation_is_fuzzy_until_a_translator_confirms_it(site: SmallSite) -> None:
    site.change(EVENT, "Ministers telephone (de)", "Ministers telephone twice (de)")
    (entry,) = export(site, "--todo")
    assert (entry.msgctxt, entry.fuzzy, entry.previous_msgid) == (TITLE, True, "Ministers telephone (de)")
    po = export(site)
    assert take_in(site, po).stdout.startswith("Took in 0 texts")
    assert read_standing(site)["en"] == {"2024-02-01-moana-wirihana:title": "stale"}
    find(po, TITLE).flags.clear()
    assert take_in(site, po).stdout.startswith("Took in 1 text in 1 file")
    assert "2024-02-01-moana-wirihana:title" not in read_standing(site)["en"]


def test_what_is_not_in_the_file_is_never_touched(site: SmallSite) -> None:
    po = export(site)
    for entry in list(po):
        if entry.msgctxt == TITLE:
            entry.msgstr = "New"
        else:
            po.remove(entry)
    before = read_tree(site.folder)
    assert take_in(site, po).code == 0
    after = read_tree(site.folder)
    assert {path for path in after if after[path] != before.get(path)} == {EVENT}


def test_an_original_that_has_changed_since_keeps_its_translation_and_is_named(site: SmallSite) -> None:
    po = export(site)
    for key in (TITLE, "person/moana:name"):
        find(po, key).msgstr = "New"
    site.change(EVENT, "Ministers telephone (de)", "Ministers telephone twice (de)")
    done = take_in(site, po)
    assert done.code == 1
    assert done.stdout.startswith("Took in 1 text in 1 file; ")
    assert done.stderr.splitlines()[1:] == [f"  {TITLE}"]
    assert "New" in (site.folder / PERSON).read_text()
    assert "New" not in (site.folder / EVENT).read_text()


def test_texts_that_the_site_does_not_have_are_named(site: SmallSite) -> None:
    po = export(site)
    po.append(polib.POEntry(msgctxt="person/nobody:name", msgid="a", msgstr="b"))
    done = take_in(site, po)
    assert done.code == 1
    assert "  person/nobody:name\n" in done.stderr


def test_a_translation_that_is_too_long_leaves_its_file_alone(site: SmallSite) -> None:
    before = (site.folder / EVENT).read_bytes()
    po = export(site)
    find(po, TITLE).msgstr = "long " * 40
    find(po, "person/moana:name").msgstr = "Short"
    done = take_in(site, po)
    assert done.code == 1
    assert EVENT in done.stderr
    assert (site.folder / EVENT).read_bytes() == before
    assert "Short" in (site.folder / PERSON).read_text()


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("X-Dragoman-Site", "elsewhere.example,2026", "elsewhere.example,2026"),
        ("Language", "fr", '"fr" is no language'),
    ],
)
def test_a_file_for_another_site_or_language_is_refused(site: SmallSite, field: str, value: str, said: str) -> None:
    po = export(site)
    find(po, TITLE).msgstr = "New"
    po.metadata[field] = value
    before = read_tree(site.folder)
    done = take_in(site, po)
    assert done.code == 2
    assert said in done.stderr
    assert read_tree(site.folder) == before


def test_names_that_are_lent_to_states_are_no_texts_of_the_site(site: SmallSite) -> None:
    site.write({"content/organisations/nz.yaml": "note: {de: Inselstaat, en: An island state}\n"})
    keys = {entry.msgctxt for entry in export(site)}
    assert "organisation/nz:note" in keys
    assert "organisation/nz:name" not in keys


def test_a_file_changed_by_somebody_else_meanwhile_is_not_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("theirs")
    path.chmod(0o640)
    with pytest.raises(DragomanError, match="somebody else"):
        replace_file(tmp_path, "a.yaml", b"mine", b"new")
    replace_file(tmp_path, "a.yaml", b"theirs", b"new")
    assert path.read_text() == "new"
    assert path.stat().st_mode & 0o777 == 0o640
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.yaml"]


def test_when_polib_is_missing_the_exchange_says_what_to_install(
    site: SmallSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "polib", None)
    monkeypatch.delitem(sys.modules, "dragoman.translating.po", raising=False)
    monkeypatch.delattr("dragoman.translating.po", raising=False)
    done = call(site, "export", "en")
    assert done.code == 2
    assert "needs polib" in done.stderr
    assert 'pip install "dragoman[edit]"' in done.stderr
    assert call(site, "status").code == 0
