"""What a build knows besides the content."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from dragoman.cli.facts import read_facts
from dragoman.errors import DragomanError


def test_the_day_is_that_of_source_date_epoch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1695686400")
    assert read_facts(tmp_path).today == dt.date(2023, 9, 26)


def test_it_is_today_by_the_calendar_of_the_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1695679200")
    (tmp_path / "content").mkdir()
    days = {}
    for zone in ("Europe/London", "Asia/Tokyo", "Nowhere/Here"):
        (tmp_path / "content/site.yaml").write_text(f"timezone: {zone}\n", encoding="utf-8")
        days[zone] = read_facts(tmp_path).today.isoformat()
    assert days == {"Europe/London": "2023-09-25", "Asia/Tokyo": "2023-09-26", "Nowhere/Here": "2023-09-25"}


def test_without_it_the_day_is_today(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    before = dt.datetime.now(dt.UTC)
    assert before <= read_facts(tmp_path).now <= dt.datetime.now(dt.UTC)


@pytest.mark.parametrize("text", ["yesterday", "1e99", "99999999999999999999"])
def test_nonsense_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", text)
    with pytest.raises(DragomanError, match="SOURCE_DATE_EPOCH"):
        read_facts(tmp_path)
