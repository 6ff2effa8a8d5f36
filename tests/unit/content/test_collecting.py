from __future__ import annotations

import datetime as dt
import pickle
import shutil
import time
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import pytest

from dragoman.content.collecting import Reading, read_records
from dragoman.content.files import load_folder
from dragoman.content.reading import read_file
from dragoman.content.settings import Settings
from dragoman.errors import ContentError

SITE = Path(__file__).parents[2] / "rules" / "site"
TODAY = dt.date(2026, 11, 24)
EVENT = "content/events/2023/2023-09-26-baker-hasanov.yaml"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A small site without fault."""
    return Path(shutil.copytree(SITE, tmp_path / "site"))


def read(site: Path) -> Reading:
    return read_records(load_folder(site / "content"), today=TODAY)


def change(site: Path, path: str, old: str, new: str) -> None:
    text = (site / path).read_text(encoding="utf-8")
    assert old in text
    (site / path).write_text(text.replace(old, new), encoding="utf-8")


def list_findings(reading: Reading) -> list[tuple[str, int, str]]:
    return [(finding.location.path, finding.location.line, finding.rule) for finding in reading.diagnostics]


def test_the_records_of_a_site_without_fault_are_all_there(site: Path) -> None:
    records = read(site).get_records()
    assert records.site.languages == ("de", "en")
    assert list(records.events) == ["2023-09-26-baker-hasanov", "2023-09-meeting"]
    assert list(records.people) == ["kate-baker", "zakir-hasanov"]
    assert records.events["2023-09-meeting"].id == "2023-09-meeting"
    assert records.coverage == ()


def test_states_that_are_named_are_there_without_a_file(site: Path) -> None:
    organisations = read(site).get_records().organisations
    assert set(organisations) == {"az-defence", "us-defense", "az", "us"}
    assert organisations["az"].name.find("de") == "Aserbaidschan"
    assert organisations["az"].kind == "state"


def test_a_file_of_a_state_may_leave_its_name_to_cldr(site: Path) -> None:
    (site / "content/organisations/az.yaml").write_text("note: {de: Kurz gesagt.}\n", encoding="utf-8")
    state = read(site).get_records().organisations["az"]
    assert state.name.find("en") == "Azerbaijan"
    assert state.note is not None


def test_errors_keep_the_records_from_being_used(site: Path) -> None:
    change(site, EVENT, "type: call", "type: cal")
    reading = read(site)
    with pytest.raises(ContentError) as raised:
        reading.get_records()
    assert raised.value.diagnostics == reading.diagnostics


def test_all_findings_of_all_files_come_in_one_run_sorted_by_place(site: Path) -> None:
    change(site, EVENT, "type: call", "type: cal")
    change(site, EVENT, "    lang: en", "    lang: english")
    change(site, "content/topics/aid.yaml", "broader:", "broder:")
    change(site, "content/people/kate-baker.yaml", "2021-01-22", "22.1.2021")
    (site / "content/places/baku.yaml").write_bytes(b"name: \xff")
    (site / "content/site.yaml").write_text("title: [", encoding="utf-8")
    assert [(path.rpartition("/")[2], rule) for path, _, rule in list_findings(read(site))] == [
        ("2023-09-26-baker-hasanov.yaml", "unknown-value"),
        ("2023-09-26-baker-hasanov.yaml", "bad-language-tag"),
        ("kate-baker.yaml", "bad-date"),
        ("baku.yaml", "encoding"),
        ("site.yaml", "yaml-syntax"),
        ("aid.yaml", "unknown-field"),
    ]


def test_a_slip_in_a_field_does_not_hide_the_rest_of_its_file(site: Path) -> None:
    change(site, EVENT, "    archived:", "    archive:")
    change(site, EVENT, "zakir-hasanov, part", "zakir, part")
    change(site, EVENT, "type: call", "id: x\ntype: call")
    rules = [rule for _, _, rule in list_findings(read(site))]
    assert rules == ["unknown-field", "unknown-reference", "unknown-field"]


def test_a_broken_record_is_not_reported_where_it_is_named(site: Path) -> None:
    for name in ("people/kate-baker", "organisations/us-defense", "topics/ceasefire", "places/baku"):
        (site / f"content/{name}.yaml").write_text("name: x: y", encoding="utf-8")
    change(site, EVENT, "date: 2023-09-26", "date: 26.9.2023")
    assert {rule for _, _, rule in list_findings(read(site))} == {"yaml-syntax", "bad-date"}


def test_a_site_without_settings_is_still_checked(site: Path) -> None:
    (site / "content/site.yaml").unlink()
    change(site, EVENT, "type: call", "type: cal")
    found = list_findings(read(site))
    assert found == [(EVENT, 3, "unknown-value"), ("content/site.yaml", 1, "missing-field")]


def test_languages_are_used_although_the_settings_have_faults(site: Path) -> None:
    change(site, "content/site.yaml", "publisher:", "publishr:")
    change(site, "content/topics/aid.yaml", "name: {de: Hilfe, en: Aid}", "name: {fr: Aide}")
    assert list_findings(read(site)) == [
        ("content/site.yaml", 6, "unknown-field"),
        ("content/topics/aid.yaml", 1, "missing-default-text"),
        ("content/topics/aid.yaml", 1, "unknown-field"),
    ]


def test_an_empty_file_is_one_finding(site: Path) -> None:
    (site / "content/topics/aid.yaml").write_text("", encoding="utf-8")
    assert list_findings(read(site)) == [("content/topics/aid.yaml", 1, "missing-field")]


def test_coverage_is_a_list(site: Path) -> None:
    path = site / "content/coverage.yaml"
    path.write_text("- {publisher: az, since: 2023-01-01, every: '7'}\n", encoding="utf-8")
    assert read(site).get_records().coverage[0].every == 7
    path.write_text("- {publisher: az, since: 2023, until: 2022, every: weekly, pauses: [{from: x}]}", encoding="utf-8")
    assert {rule for _, _, rule in list_findings(read(site))} == {"wrong-type", "bad-date", "missing-field"}
    path.write_text("- {publisher: az, since: 2023, until: 2022, url: ftp://x.org}", encoding="utf-8")
    assert {rule for _, _, rule in list_findings(read(site))} == {"end-before-start", "bad-url"}
    path.write_text("publisher: az", encoding="utf-8")
    assert {rule for _, _, rule in list_findings(read(site))} == {"wrong-type"}


def test_files_may_be_read_in_parallel_with_the_same_result(site: Path) -> None:
    change(site, EVENT, "type: call", "type: cal")
    loaded = load_folder(site / "content")
    with ThreadPoolExecutor(2) as executor:
        parallel = read_records(loaded, today=TODAY, map_files=executor.map)
    assert parallel.diagnostics == read_records(loaded, today=TODAY).diagnostics


def test_reading_a_file_can_be_sent_to_another_process_and_back(site: Path) -> None:
    source = next(file for file in load_folder(site / "content").files if file.path == EVENT)
    task = pickle.loads(pickle.dumps(partial(read_file, settings=Settings(languages=("de", "en")))))  # noqa: S301 - its own
    assert pickle.loads(pickle.dumps(task(source))) == task(source)  # noqa: S301 - its own


@pytest.mark.parametrize("line", ["- {}\n", "- x\n", "- {a: }\n", "- [[[]]]\n", "- {person: x, a: b}\n"])
def test_a_file_of_nothing_but_faults_takes_seconds_at_most(site: Path, line: str) -> None:
    path = site / EVENT
    text = path.read_text(encoding="utf-8").partition("participants:")[0]
    path.write_text(text + "participants:\n" + line * (200_000 // len(line)), encoding="utf-8")
    started = time.process_time()
    assert len(read(site).diagnostics) > 1000
    assert time.process_time() - started < 30
