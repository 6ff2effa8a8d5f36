"""The mirror for editors: what it counts, and what it leaves out."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from dragoman.diagnostics import Diagnostic, Diagnostics, Location, Severity
from dragoman.model.site import Watched
from dragoman.site.mirror import Mirror, reflect
from tests.unit.site.world import EVENT, FACTS, World, account, say

PAPER: dict[str, Any] = EVENT["sources"]["paper"]


def reflect_on(
    world: World, events: dict[str, dict[str, Any]], *, coverage: tuple[Watched, ...] = (), **more: Any
) -> Mirror:
    catalog = world({key: {"date": "2024-05-01", **event} for key, event in events.items()}, **more)
    return reflect(replace(catalog, coverage=coverage), FACTS, Diagnostics())


def test_contacts_with_one_account_and_with_none(world: World) -> None:
    mirror = reflect_on(
        world,
        {
            "none": {},
            "one": {"readouts": [account("no-mfa", say("weather"))]},
            "twice-the-same": {"readouts": [account("no-mfa"), account("no-mfa", id="second")]},
            "two": {"readouts": [account("no-mfa"), account("at-mfa")]},
            "joint": {"readouts": [account(["no-mfa", "at-mfa"])]},
            "announced-before": {"readouts": [account("no-mfa", kind="announcement")]},
            "not-held": {"status": "cancelled"},
            "retracted": {"retracted": {"date": "2024-05-02", "text": {"de": "Falsch."}}},
        },
    )
    assert (mirror.event_count, mirror.contact_count) == (7, 6)
    assert {event.id for event in mirror.single_account} == {"one", "twice-the-same"}
    assert {event.id for event in mirror.no_account} == {"none", "announced-before"}


def test_sides_are_weighed_by_accounts_searches_and_sources(world: World) -> None:
    official = {**PAPER, "publisher": "no-mfa", "url": "https://example.org/2", "lang": "nb"}
    mirror = reflect_on(
        world,
        {
            "a": {"readouts": [account("no-mfa")], "sources": {"paper": PAPER, "own": official}},
            "b": {"readouts": [account("no-mfa"), {"by": "at-mfa", "none_found": "2024-05-02"}]},
        },
    )
    rows = {
        row.side.id if row.side else "": (row.contacts, row.with_account, row.searched, row.not_yet_read, row.sources)
        for row in mirror.sides
    }
    assert rows == {"at": (2, 0, 1, 1, 0), "no": (2, 2, 0, 0, 1), "": (0, 0, 0, 0, 2)}
    assert sum(row.share for row in mirror.sides) == pytest.approx(1)
    assert [(row.language, row.sources) for row in mirror.languages] == [("en", 2), ("nb", 1)]
    assert mirror.languages[0].share == pytest.approx(2 / 3)


def test_sources_without_an_archived_copy(world: World) -> None:
    copy = {**PAPER, "archived": "https://web.archive.org/web/2024/https://example.org/1"}
    printed = {"ref": "Page 3", "publisher": "gazette", "lang": "en"}
    mirror = reflect_on(world, {"a": {"sources": {"paper": PAPER, "copy": copy, "print": printed}}})
    assert (mirror.source_count, mirror.online_count, mirror.archived_count) == (3, 2, 1)
    assert [[source.handle for source in row.sources] for row in mirror.unarchived] == [["paper"]]


@pytest.mark.parametrize(
    ("date", "searched", "days"),
    [("2024-02-01", "2024-02-02", 120), ("2024-05-01", "2024-05-02", None), ("2022-02-01", "2022-02-02", None)],
)
def test_a_search_is_stale_while_an_account_may_still_appear(
    world: World, date: str, searched: str, days: int | None
) -> None:
    mirror = reflect_on(world, {"a": {"date": date, "readouts": [{"by": "at-mfa", "none_found": searched}]}})
    assert [row.days for row in mirror.stale_searches] == ([] if days is None else [days])


def watch(since: str, until: str | None = None, *pauses: tuple[str, str]) -> Watched:
    given: dict[str, Any] = {
        "publisher": "no-mfa",
        "since": since,
        "pauses": [{"from": first, "to": last} for first, last in pauses],
    }
    return Watched.model_validate(given | ({"until": until} if until else {}))


@pytest.mark.parametrize(
    ("coverage", "gaps"),
    [
        ((), []),
        ((watch("2024-01-01"),), []),
        ((watch("2024-05-10"),), ["2024-05-01/2024-05-09"]),
        ((watch("2024-01", "2024-05-20"),), ["2024-05-21/2024-06-01"]),
        ((watch("2024-01", None, ("2024-05-05", "2024-05-05")),), ["2024-05-05"]),
        ((watch("2024-01", None, ("2024-05-05", "2024-05-09")), watch("2024-05-08")), ["2024-05-05/2024-05-07"]),
        ((watch("2024-01", None, ("2024-04", "2024-05-02"), ("2024-05-02", "2024-07")),), ["2024-05-01/2024-06-01"]),
        ((watch("2025-01-01"),), ["2024-05-01/2024-06-01"]),
    ],
)
def test_days_on_which_nobody_was_watched(world: World, coverage: tuple[Watched, ...], gaps: list[str]) -> None:
    assert FACTS.today == dt.date(2024, 6, 1)
    mirror = reflect_on(world, {"a": {}}, coverage=coverage)
    assert [gap.stretch.text for gap in mirror.unwatched] == gaps
    assert mirror.has_coverage is bool(coverage)
    assert len(mirror.interruptions) == sum(len(watched.pauses) for watched in coverage)


def test_offices_without_any_date(world: World) -> None:
    office = {"id": "a", "of": "un", "title": {"en": "A"}}
    person = {"name": {"en": "X"}, "offices": [office, {**office, "id": "b", "to": "2020"}]}
    mirror = reflect_on(world, {"a": {}}, people={"x": person})
    assert [(row.person.id, row.office.id) for row in mirror.undated_offices] == [("x", "a")]


def test_advice_is_shown_and_graver_findings_are_not(world: World) -> None:
    def find(rule: str, severity: Severity) -> Diagnostic:
        return Diagnostic(location=Location(path="content/a.yaml"), rule=rule, severity=severity, message="m")

    findings = Diagnostics.of(
        [
            find("unused-record", Severity.ADVICE),
            find("approximate-term", Severity.ADVICE),
            find("not-archived", Severity.WARNING),
        ]
    )
    mirror = reflect(world({"a": {"date": "2024"}}), FACTS, findings)
    assert [finding.rule for finding in mirror.unused] == ["unused-record"]
    assert [finding.rule for finding in mirror.advice] == ["approximate-term"]
