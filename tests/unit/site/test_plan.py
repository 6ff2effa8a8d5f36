"""Which pages the site has, where they lie, and what they show."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TypeVar

import pytest

from dragoman.errors import DragomanError
from dragoman.model.facts import BuildFacts
from dragoman.site.addresses import SECTIONS, Addresses, Section, relative
from dragoman.site.catalog import Catalog, LinkedReadout
from dragoman.site.plan import plan_pages
from dragoman.site.views import (
    EventView,
    FrontView,
    MonthView,
    NamesView,
    Page,
    PairsView,
    PersonView,
    ProsePage,
    RedirectView,
    TopicView,
    YearView,
)
from tests.unit.site.world import FACTS, World, account, say

GERMAN: dict[Section, str] = {
    "events": "ereignisse",
    "people": "personen",
    "organisations": "organisationen",
    "places": "orte",
    "topics": "themen",
    "pairs": "paare",
    "comparisons": "vergleiche",
    "names": "schreibweisen",
    "coverage": "abdeckung",
    "corrections": "berichtigungen",
    "register": "register",
    "search": "suche",
    "data": "daten",
    "subscribe": "abonnieren",
}
ADDRESSES = Addresses(
    url="https://example.org/trial/", slugs={"de": GERMAN, "en": {section: section for section in SECTIONS}}
)
ViewKind = TypeVar("ViewKind")


def plan(catalog: Catalog, prose: Sequence[ProsePage] = (), facts: BuildFacts = FACTS) -> dict[str, Page]:
    return {page.path: page for page in plan_pages(catalog, ADDRESSES, prose, facts)}


def view(pages: dict[str, Page], path: str, kind: type[ViewKind]) -> ViewKind:
    found = pages[path].view
    assert isinstance(found, kind)
    return found


def test_both_languages_mirror_each_other_with_their_own_section_names(world: World) -> None:
    pages = plan(world({"2023-03-01-a": {"date": "2023-03-01"}}))
    event = pages["de/ereignisse/2023-03-01-a/index.html"]
    assert event.alternates == {
        "de": "de/ereignisse/2023-03-01-a/index.html",
        "en": "en/events/2023-03-01-a/index.html",
    }
    for page in pages.values():
        assert all(alternate in pages for alternate in page.alternates.values())
    assert {"index.html", "404.html", "de/index.html", "en/2023/03/index.html"} <= pages.keys()
    assert {"de/paare/at-no/index.html", "en/people/kari/index.html", "en/names/index.html"} <= pages.keys()


def test_a_month_or_day_that_is_not_known_is_never_invented(world: World) -> None:
    pages = plan(world({"2022-a": {"date": "2022"}, "2023-x": {"date": "[2023-09-30,2023-10-01]"}}))
    assert "en/2022/index.html" in pages
    assert not any(path.startswith(("en/2022/01", "en/2023/09", "en/2023/10")) for path in pages)
    assert view(pages, "en/2022/index.html", YearView).months == ()


def test_an_event_at_the_turn_of_two_months_known_to_the_month_is_in_the_month_it_begins(world: World) -> None:
    pages = plan(world({"2023-09-30-a": {"date": "2023-09-30/2023-10-02"}, "2023-10-b": {"date": "2023-10"}}))
    september = view(pages, "en/2023/09/index.html", MonthView)
    assert [event.id for day in september.days for event in day.events] == ["2023-09-30-a"]
    assert (september.previous, september.next) == (None, (2023, 10))


def test_only_what_took_place_counts(world: World) -> None:
    held = {f"2023-03-0{day}-a": {"date": f"2023-03-0{day}"} for day in (1, 2)}
    pages = plan(world({**held, "2023-03-03-c": {"date": "2023-03-03", "status": "cancelled"}}))
    front = view(pages, "en/index.html", FrontView)
    assert front.event_count == 3
    assert [(year.year, year.count) for year in front.years] == [(2023, 2)]
    assert [side.count for side in front.sides] == [2, 2]
    matrix = view(pages, "en/pairs/index.html", PairsView)
    assert [[cell.level for cell in row.cells] for row in matrix.rows] == [[0, 5], [5, 0]]


def test_names_are_sorted_by_the_pages_language(world: World) -> None:
    pages = plan(world({"2023-03-01-a": {"date": "2023-03-01"}}))
    german = view(pages, "de/paare/index.html", PairsView)
    english = view(pages, "en/pairs/index.html", PairsView)
    assert [side.id for side in german.sides] == ["no", "at"]
    assert [side.id for side in english.sides] == ["at", "no"]


def test_the_columns_of_a_comparison_follow_the_names_of_the_sides_and_joint_texts_come_after(world: World) -> None:
    readouts = [
        account(["at-mfa", "no-mfa"], say("weather"), kind="joint-statement"),
        account("no-mfa", say("weather")),
        account("at-mfa", say("fish")),
    ]
    pages = plan(world({"2023-03-01-a": {"date": "2023-03-01", "readouts": readouts}}))

    def columns(path: str) -> list[str]:
        comparison = view(pages, path, EventView).comparison
        assert comparison is not None
        for row in comparison.rows:
            assert [cell.column for cell in row.cells] == list(comparison.columns)
        return [column.record.id for column in comparison.columns if isinstance(column, LinkedReadout)]

    assert columns("de/ereignisse/2023-03-01-a/index.html") == ["no-mfa", "at-mfa", "joint"]
    assert columns("en/events/2023-03-01-a/index.html") == ["at-mfa", "no-mfa", "joint"]


def test_an_event_names_the_contacts_of_its_pair_before_and_after(world: World) -> None:
    pages = plan(world({f"2023-03-0{day}-a": {"date": f"2023-03-0{day}"} for day in (1, 2, 3)}))
    [neighbours] = view(pages, "en/events/2023-03-02-a/index.html", EventView).neighbours
    assert neighbours.previous is not None and neighbours.previous.id == "2023-03-01-a"
    assert neighbours.next is not None and neighbours.next.id == "2023-03-03-a"


def test_each_sides_local_time_is_shown_with_the_day_where_it_differs(world: World) -> None:
    people = {
        "abe": {
            "name": {"en": "Abe"},
            "offices": [{"id": "x", "of": "us", "title": {"en": "Secretary"}, "from": "2020"}],
        }
    }
    event = {
        "date": "2023-03-01",
        "time": "02:15 Europe/Vienna",
        "participants": [{"person": "abe"}, {"person": "sepp"}, {"person": "kari"}],
    }
    states = {"us": {"name": {"en": "United States"}, "kind": "state"}}
    pages = plan(world({"2023-03-01-a": event}, people=people, organisations=states))
    times = view(pages, "en/events/2023-03-01-a/index.html", EventView).local_times
    assert [([side.id for side in item.sides], item.date.text, item.time, item.other_day) for item in times] == [
        (["at", "no"], "2023-03-01", "02:15", False),
        (["us"], "2023-02-28", "20:15", True),
    ]


def test_an_announced_contact_whose_day_has_passed_has_no_recorded_outcome(world: World) -> None:
    catalog = world({"2024-05-31-a": {"date": "2024-05-31", "status": "announced"}})
    path = "en/events/2024-05-31-a/index.html"
    assert view(plan(catalog), path, EventView).outcome_unrecorded
    eve = BuildFacts(now=dt.datetime(2024, 5, 31, 23, 0, tzinfo=dt.UTC))
    assert not view(plan(catalog, facts=eve), path, EventView).outcome_unrecorded


def test_a_person_has_offices_newest_first_and_counterparts_of_other_sides(world: World) -> None:
    pages = plan(world({"2023-03-01-a": {"date": "2023-03-01"}, "2023-03-02-b": {"date": "2023-03-02"}}))
    kari = view(pages, "en/people/kari/index.html", PersonView)
    assert [entry.office.id for entry in kari.offices] == ["minister", "envoy"]
    assert [(entry.person.id, entry.count) for entry in kari.counterparts] == [("sepp", 2)]
    assert [day.date.text for day in kari.days] == ["2023-03-02", "2023-03-01"]


def test_a_topic_gathers_what_each_side_said_over_time_narrower_topics_included(world: World) -> None:
    first = {"date": "2023-03-01", "readouts": [account("no-mfa", say("weather", "It rains."))]}
    second = {"date": "2023-03-02", "readouts": [account("no", say("nature", "It is green."))]}
    pages = plan(world({"2023-03-02-b": second, "2023-03-01-a": first}))
    [norway] = view(pages, "en/topics/nature/index.html", TopicView).statements
    assert [said.statement.record.text.texts[0][1] for said in norway.said] == ["It rains.", "It is green."]
    assert [side.id for side in norway.sides] == ["no"]


def test_names_that_differ_are_listed_with_those_who_use_them(world: World) -> None:
    names = [
        {"text": "the storm", "lang": "en", "used_by": ["no", "Some paper"]},
        {"text": "the breeze", "lang": "en", "used_by": "at"},
    ]
    wind = {"wind": {"name": {"en": "Wind"}, "definition": {"en": "Moving air."}, "names": names}}
    readout = account("no-mfa", say("weather"), calls={"wind": "the gale"})
    pages = plan(world({"2023-03-01-a": {"date": "2023-03-01", "readouts": [readout]}}, terms=wind))
    [entry] = view(pages, "en/names/index.html", NamesView).terms
    assert [getattr(user, "id", user) for use in entry.names for user in use.users] == ["no", "Some paper", "at"]
    assert [called.text for called in entry.called] == ["the gale"]


def test_a_former_id_redirects_in_every_language(world: World) -> None:
    pages = plan(world({"2023-03-01-b": {"date": "2023-03-01", "former_ids": ["2023-03-01-a"]}}))
    redirect = view(pages, "de/ereignisse/2023-03-01-a/index.html", RedirectView)
    assert redirect.target == "de/ereignisse/2023-03-01-b/index.html"
    assert "en/events/2023-03-01-a/index.html" in pages


def test_two_pages_at_one_address_are_refused(world: World) -> None:
    prose = ProsePage(
        key="x", lang="de", path="de/personen/index.html", title="", summary="", html="", template="page.html"
    )
    with pytest.raises(DragomanError, match=r"de/personen/index\.html"):
        plan(world({}), [prose])


def test_prose_is_linked_to_its_translations(world: World) -> None:
    prose = [
        ProsePage(
            key="method",
            lang=language,
            path=f"{language}/{slug}/index.html",
            title="",
            summary="",
            html="",
            template="page.html",
        )
        for language, slug in (("de", "methode"), ("en", "method"))
    ]
    page = plan(world({}), prose)["de/methode/index.html"]
    assert page.alternates == {"de": "de/methode/index.html", "en": "en/method/index.html"}


def test_a_site_without_events_has_its_pages(world: World) -> None:
    pages = plan(world({}))
    assert view(pages, "en/index.html", FrontView).months == ()
    assert "en/comparisons/index.html" in pages


@pytest.mark.parametrize(
    ("path", "page", "expected"),
    [
        ("en/events/x/index.html", "en/index.html", "../en/events/x/index.html"),
        ("en/names/index.html#wind", "en/events/x/index.html", "../../../en/names/index.html#wind"),
        ("ar/أحداث/index.html", "index.html", "ar/%D8%A3%D8%AD%D8%AF%D8%A7%D8%AB/index.html"),
    ],
)
def test_links_are_relative_to_the_page(path: str, page: str, expected: str) -> None:
    assert relative(path, page) == expected


def test_full_addresses_leave_out_the_name_of_the_index() -> None:
    assert ADDRESSES.absolute("en/events/x/index.html") == "https://example.org/trial/en/events/x/"
    assert ADDRESSES.absolute("404.html") == "https://example.org/trial/404.html"
    assert ADDRESSES.base_path == "/trial/"
