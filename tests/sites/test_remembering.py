"""Whatever is remembered and however many processes read: the same findings, and the same bytes published."""

from __future__ import annotations

import datetime as dt
import random
from pathlib import Path

import pytest

from benchmarks.contacts import make_site as make_large_site
from dragoman.cli.report import render_text
from dragoman.reading import read_site
from tests.small_site import EVENT, make_site

TODAY = dt.date(2026, 1, 1)


def check(site: Path, jobs: int = 1) -> tuple[str, str]:
    """All findings as text, and all records."""
    reading, diagnostics = read_site(site / "content", TODAY, jobs=jobs)
    return render_text(diagnostics), repr(reading.index.records)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """120 contacts, some of them with mistakes of several kinds, from half a record to no file of ours at all."""
    folder = tmp_path_factory.mktemp("large")
    make_large_site(120, folder)
    paths = sorted((folder / "content/events").rglob("*.yaml"))
    for path, before, after in (
        (paths[0], "type: ", "typ: "),
        (paths[1], "participants:", "participants: ["),
        (paths[2], "published: ", "published: 26.09."),
        (paths[3], "person: ", "person: not-"),
        (paths[4], "title:", "title: \n  az: x\ntitle:"),
        (paths[5], "spricht", "spricht \u202e"),
        (paths[6], "    lang: en", "    lang: no"),
    ):
        path.write_text(path.read_text(encoding="utf-8").replace(before, after, 1), encoding="utf-8")
    paths[7].write_bytes(b"\xff\xfe\x00")
    return folder


def test_cold_warm_one_and_many_find_the_same(site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = check(site)
    assert expected[0].count(": error:") > 8
    assert check(site, jobs=3) == expected
    monkeypatch.setenv("DRAGOMAN_CACHE", str(tmp_path))
    for jobs in (3, 1, 3):
        assert check(site, jobs) == expected
    [kept] = tmp_path.glob("readings-*")
    size = kept.stat().st_size
    check(site)
    assert kept.stat().st_size == size


def test_a_change_is_seen_whatever_is_remembered(site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DRAGOMAN_CACHE", str(tmp_path))
    before = check(site)
    path = sorted((site / "content/events").rglob("*.yaml"))[20]
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("relation: ", "relation: in", 1), encoding="utf-8")
    changed = check(site)
    assert changed[0].count(": error:") == before[0].count(": error:") + 1
    settings = site / "content/site.yaml"
    policy = settings.read_text(encoding="utf-8")
    settings.write_text(policy.replace("languages: [de, en]", "languages: [de, en, fr]"), encoding="utf-8")
    assert check(site)[0].count("[missing-translation]") > 100
    settings.write_text(policy, encoding="utf-8")
    path.write_text(text, encoding="utf-8")
    assert check(site) == before


def test_a_hundred_damaged_memories_change_no_finding(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    small = make_site(tmp_path / "site")
    small.change(EVENT, "date: ", "date: 2023 #")
    expected = check(small.folder)
    monkeypatch.setenv("DRAGOMAN_CACHE", str(tmp_path / "cache"))
    assert check(small.folder) == expected
    [kept] = (tmp_path / "cache").glob("readings-*")
    whole = kept.read_bytes()
    dice = random.Random(6)  # noqa: S311 - repeatable on purpose
    for number in range(100):
        damaged = bytearray(whole)
        if number % 2:
            damaged[dice.randrange(len(damaged))] ^= dice.randrange(1, 256)
        else:
            del damaged[dice.randrange(len(damaged)) :]
        kept.write_bytes(bytes(damaged))
        assert check(small.folder) == expected


def test_what_is_published_is_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = make_site(tmp_path / "site")
    site.build()
    cold = site.read_output()
    monkeypatch.setenv("DRAGOMAN_CACHE", str(tmp_path / "cache"))
    for _ in range(2):
        site.build("--output", str(tmp_path / "site/output"))
        assert site.read_output() == cold
