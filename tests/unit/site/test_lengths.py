"""No page grows with the whole: what is long is split by year, letter or number, and nothing is lost by that."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.site.addresses import SECTIONS, Addresses
from dragoman.site.catalog import Catalog
from dragoman.site.plan import plan_pages
from dragoman.site.plan.facets import NEWEST, NEWEST_READOUTS, NEWEST_STATEMENTS
from dragoman.site.plan.lengths import CARD, LONGEST_DOSSIER, LONGEST_MONTH, LONGEST_PAGE, cut
from dragoman.site.plan.pairs import LISTED_PAIRS, MATRIX
from dragoman.site.views import (
    ComparisonsView,
    EventsView,
    FacetYearView,
    MonthView,
    OrganisationView,
    Page,
    PairsView,
    PeopleView,
    PersonView,
    RegisterView,
    TopicView,
    View,
    YearView,
)
from tests.unit.site.world import FACTS, account, make_world, say

ADDRESSES = Addresses(
    url="https://example.org/", slugs={language: {name: name for name in SECTIONS} for language in ("de", "en")}
)
ViewKind = TypeVar("ViewKind", bound=View)
MANY = LONGEST_DOSSIER // CARD + 10


def plan(catalog: Catalog) -> Mapping[str, Page]:
    return {page.path: page for page in plan_pages(catalog, ADDRESSES, (), FACTS)}


def view(pages: Mapping[str, Page], path: str, kind: type[ViewKind]) -> ViewKind:
    found = pages[f"{path}/index.html" if path else "index.html"].view
    assert isinstance(found, kind)
    return found


def make_many(number: int, years: int = 2, *, months: int = 12, **more: Any) -> Catalog:
    """So many events in the years from 2022 on, spread over the months."""
    days = [(2022 + index % years, index // years % months + 1, index % 28 + 1) for index in range(number)]
    return make_world(
        {
            f"{year}-{month:02}-{day:02}-{index}": {"date": f"{year}-{month:02}-{day:02}", **more}
            for index, (year, month, day) in enumerate(days)
        }
    )


@given(weights=st.lists(st.integers(0, 50)), longest=st.integers(1, 100))
def test_parts_keep_order_and_weight(weights: list[int], longest: int) -> None:
    parts = cut(weights, lambda weight: weight, longest)
    assert [weight for part in parts for weight in part] == weights
    assert all(sum(part) <= longest or len(part) == 1 for part in parts)
    assert len(parts) == 1 or all(parts)


def test_what_fits_stays_on_one_page() -> None:
    pages = plan(make_many(20, readouts=[account("no-mfa", say("weather"))]))
    assert view(pages, "en/people/sepp", PersonView).year_pages == ()
    assert len(view(pages, "en/organisations/no", OrganisationView).readouts) == 20
    assert sum(len(group.said) for group in view(pages, "en/topics/weather", TopicView).statements) == 20
    assert view(pages, "en/people", PeopleView).pages is None
    assert not any("letter_" in path or path.endswith("/2/index.html") for path in pages)


def test_a_long_dossier_shows_the_newest_and_has_all_of_it_by_year() -> None:
    pages = plan(make_many(MANY, years=3))
    sepp = view(pages, "en/people/sepp", PersonView)
    assert sum(len(day.events) for day in sepp.days) >= NEWEST
    assert sepp.year_pages == (2024, 2023, 2022)
    years = [view(pages, f"en/people/sepp/{year}", FacetYearView) for year in sepp.year_pages]
    assert sum(year.event_count for year in years) == sepp.event_count == MANY


def test_a_year_that_is_long_itself_is_cut_into_numbered_parts() -> None:
    pages = plan(make_many(MANY, years=1))
    first = view(pages, "en/people/sepp/2022", FacetYearView)
    parts = [first, *(view(pages, f"en/people/sepp/2022/{part}", FacetYearView) for part in range(2, first.parts + 1))]
    assert [(year.part, year.parts) for year in parts] == [(number, len(parts)) for number in range(1, len(parts) + 1)]
    shown = [event.id for year in parts for day in year.days for event in day.events]
    assert len(shown) == len(set(shown)) == first.event_count == MANY
    assert shown == sorted(shown)
    page = pages["en/people/sepp/2022/2/index.html"]
    assert page.alternates["de"] == "de/people/sepp/2022/2/index.html"


def test_what_was_said_about_a_topic_is_split_with_the_contacts_at_which_it_was_said() -> None:
    points = [say("weather", f"Statement {number}.") for number in range(8)]
    pages = plan(make_many(60, readouts=[account("no-mfa", *points), account("at-mfa", *points[:4])]))
    topic = view(pages, "en/topics/weather", TopicView)
    assert topic.statement_count == 60 * 12
    assert [len(group.said) for group in topic.statements] == [NEWEST_STATEMENTS // 2] * 2
    assert all(said.event.id.startswith("2023") for group in topic.statements for said in group.said)
    found = 0
    for path, page in pages.items():
        if path.startswith("en/topics/weather/2") and isinstance(page.view, FacetYearView):
            there = {event.id for day in page.view.days for event in day.events}
            said = [entry for group in page.view.statements for entry in group.said]
            assert {entry.event.id for entry in said} == there
            found += len(said)
    assert found == topic.statement_count


def test_the_accounts_of_an_organisation_are_by_year_too_though_it_took_no_part() -> None:
    pages = plan(make_many(LONGEST_DOSSIER // 300 + 10, readouts=[account("gazette", kind="news-report")]))
    gazette = view(pages, "en/organisations/gazette", OrganisationView)
    assert (gazette.event_count, len(gazette.readouts)) == (0, NEWEST_READOUTS)
    years = [
        page.view
        for path, page in pages.items()
        if path.startswith("en/organisations/gazette/2") and isinstance(page.view, FacetYearView)
    ]
    assert sum(len(year.readouts) for year in years) == gazette.readout_count
    assert all(year.days == () for year in years)


def test_a_long_year_leaves_its_contacts_to_its_months() -> None:
    few, many = LONGEST_PAGE // CARD, LONGEST_PAGE // CARD + 1
    assert sum(len(day.events) for day in view(plan(make_many(few, years=1)), "en/2022", YearView).days) == few
    year = view(plan(make_many(many, years=1)), "en/2022", YearView)
    assert (year.days, year.event_count) == ((), many)


def test_a_long_month_is_cut_into_parts() -> None:
    number = LONGEST_MONTH // CARD + 5
    pages = plan(make_many(number, years=1, months=1))
    first, second = view(pages, "en/2022/01", MonthView), view(pages, "en/2022/01/2", MonthView)
    assert [sum(len(day.events) for day in part.days) for part in (first, second)] == [number - 5, 5]
    assert (first.event_count, second.event_count, second.part, second.parts) == (number, number, 2, 2)
    assert view(pages, "en/2022", YearView).days != ()


def test_many_comparisons_are_split_by_year_and_a_long_year_into_parts() -> None:
    pages = plan(make_many(200, readouts=[account("no-mfa"), account("at-mfa")]))
    index = view(pages, "en/comparisons", ComparisonsView)
    assert sum(len(events) for _, events in index.years) == NEWEST
    assert index.year_pages == (2023, 2022)
    parts = [view(pages, f"en/comparisons/2022{path}", ComparisonsView) for path in ("", "/2")]
    assert [part.part for part in parts] == [1, 2]
    assert sum(len(events) for part in parts for _, events in part.years) == parts[0].event_count == 100


@pytest.fixture(scope="module")
def crowd() -> Mapping[str, Page]:
    """600 people of 30 states, each of whom called one another once."""
    states = [f"{first}{second}" for first in "xyz" for second in "abcdefghij"]
    people = {
        f"person-{number}": {
            "name": {"en": f"{chr(65 + number % 26)} Person {number}"},
            "offices": [{"id": "x", "of": states[number % 30], "title": {"en": "Envoy"}, "from": "2000"}],
        }
        for number in range(600)
    }
    events = {
        f"2022-01-01-{number}": {
            "date": "2022-01-01",
            "participants": [
                {"person": f"person-{number}"},
                {"person": f"person-{(number * 17 + number // 30) % 600}"},
            ],
        }
        for number in range(600)
    }
    organisations = {state: {"name": {"en": state.upper()}, "kind": "state"} for state in states}
    return plan(make_world(events, people=people, organisations=organisations))


def test_an_index_of_many_people_has_a_page_for_each_letter(crowd: Mapping[str, Page]) -> None:
    index = view(crowd, "en/people", PeopleView)
    assert index.letters == ()
    assert index.pages is not None
    assert [letter for letter, _ in index.pages.letters][:3] == ["A", "B", "C"]
    pages = [view(crowd, f"en/people/letter_{letter.lower()}", PeopleView) for letter, _ in index.pages.letters]
    listed = [entry.record.id for page in pages for group in page.letters for entry in group.entries]
    assert len(listed) == len(set(listed)) == 602
    assert crowd["en/people/letter_a/index.html"].alternates == {"en": "en/people/letter_a/index.html"}


def test_a_long_register_is_split_in_the_same_way(crowd: Mapping[str, Page]) -> None:
    register = view(crowd, "en/register", RegisterView)
    assert register.letters == () and register.pages is not None
    (group,) = view(crowd, "en/register/letter_a", RegisterView).letters
    assert (group.letter, len(group.entries)) in register.pages.letters


def test_a_matrix_of_many_sides_has_those_with_the_most_contacts(crowd: Mapping[str, Page]) -> None:
    matrix = view(crowd, "en/pairs", PairsView)
    assert (len(matrix.sides), len(matrix.rows), len(matrix.pairs)) == (MATRIX, MATRIX, LISTED_PAIRS)
    assert matrix.side_count > MATRIX
    assert matrix.pair_count > LISTED_PAIRS


def test_a_strip_of_very_many_months_shows_the_newest() -> None:
    pages = plan(make_world({f"{year}-01-01-x": {"date": f"{year}-01-01"} for year in (1900, 2000)}))
    events = view(pages, "en/events", EventsView)
    assert (events.months[0].year, events.months[-1].year) == (1990, 2000)
    assert (events.years[0].year, events.years[-1].year) == (1900, 2000)
