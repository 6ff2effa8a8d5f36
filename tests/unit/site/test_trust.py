"""What says how far the site can be trusted, and what leads to everything: coverage, corrections, register, embeds."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, TypeVar

from dragoman.model.site import Watched
from dragoman.model.translations import make_stamp
from dragoman.site.addresses import SECTIONS, Addresses
from dragoman.site.catalog import Catalog
from dragoman.site.plan import plan_pages
from dragoman.site.views import (
    CorrectionsView,
    CoverageView,
    EmbedView,
    EventView,
    RegisterView,
)
from tests.unit.site.world import FACTS, account, make_world, say

ADDRESSES = Addresses(
    url="https://example.org/", slugs={language: {name: name for name in SECTIONS} for language in ("de", "en")}
)
ViewKind = TypeVar("ViewKind")
CALL = "2024-02-01-call"


def view(catalog: Catalog, path: str, kind: type[ViewKind]) -> ViewKind:
    (page,) = (page for page in plan_pages(catalog, ADDRESSES, (), FACTS) if page.path == path)
    assert isinstance(page.view, kind)
    return page.view


def test_corrections_are_listed_by_the_year_they_were_made_newest_first_and_retractions_apart() -> None:
    def correct(*dates: str) -> list[dict[str, Any]]:
        return [{"date": date, "text": {"en": f"Put right on {date}."}} for date in dates]

    catalog = make_world(
        {
            "2023-01-01-a": {"date": "2023-01-01", "corrections": correct("2024-05-01", "2023-02-01")},
            "2023-01-02-b": {"date": "2023-01-02", "corrections": correct("2024-05-03")},
            "2023-01-03-c": {
                "date": "2023-01-03",
                "retracted": {"date": "2024-01-01", "text": {"en": "Made up."}},
                "corrections": correct("2023-12-01"),
            },
        }
    )
    found = view(catalog, "en/corrections/index.html", CorrectionsView)
    assert [(year, [entry.correction.date.text for entry in entries]) for year, entries in found.years] == [
        (2024, ["2024-05-03", "2024-05-01"]),
        (2023, ["2023-12-01", "2023-02-01"]),
    ]
    assert found.correction_count == 4
    assert [event.id for event in found.retracted] == ["2023-01-03-c"]


def test_coverage_counts_accounts_and_names_who_is_watched_and_what_was_looked_for_in_vain() -> None:
    none_found = {"by": "at-mfa", "none_found": "2024-03-01"}
    catalog = make_world(
        {
            CALL: {"date": "2024-02-01", "readouts": [account("no-mfa", say("weather")), account("at-mfa")]},
            "2024-02-02-one": {"date": "2024-02-02", "readouts": [account("no-mfa", say("weather")), none_found]},
            "2024-02-03-none": {"date": "2024-02-03"},
            "2024-02-04-not": {"date": "2024-02-04", "status": "cancelled", "readouts": [account("no-mfa")]},
        }
    )
    watched = (
        Watched.model_validate({"publisher": "gazette", "since": "2024-01-01"}),
        Watched.model_validate({"publisher": "Somebody", "since": "2023", "until": "2023-06"}),
    )
    found = view(replace(catalog, coverage=watched), "en/coverage/index.html", CoverageView)
    assert (found.contact_count, found.comparison_count, found.single_count) == (3, 1, 1)
    assert [event.id for event in found.searches] == ["2024-02-02-one"]
    assert [(entry.publisher.name, entry.publisher.organisation is None) for entry in found.watched] == [
        ("gazette", False),
        ("Somebody", True),
    ]


def test_the_register_has_everything_under_every_name_in_the_order_of_the_language() -> None:
    catalog = make_world(
        {CALL: {"date": "2024-02-01"}},
        people={"ann": {"name": {"en": "“Ann” Berg"}, "native": {"ru": "Анна Берг"}, "aliases": ["Anna Berg"]}},
        places={
            "town": {
                "name": {"de": "Stadt", "en": "Town"},
                "names": [{"text": "Gorod", "lang": "ru"}, {"text": "Town", "lang": "en"}],
                "kind": "city",
            }
        },
        terms={"thing": {"name": {"en": "Zone"}, "definition": {"en": "A zone."}, "names": []}},
    )
    letters = view(catalog, "en/register/index.html", RegisterView).letters
    lines = [(group.letter, entry.record.id, entry.other_name) for group in letters for entry in group.entries]
    assert ("A", "ann", None) in lines  # under A, not under a quotation mark
    assert ("A", "ann", "Anna Berg") in lines
    assert ("G", "town", "Gorod") in lines
    assert ("S", "town", "Stadt") in lines
    assert [line for line in lines if line[1] == "town" and line[0] == "T"] == [("T", "town", None)]
    assert ("Z", "thing", None) in lines
    assert [letter.letter for letter in letters][:3] == ["A", "F", "G"]
    assert len({group.letter for group in letters}) == len(letters)
    counts = {entry.record.id: entry.count for group in letters for entry in group.entries}
    assert (counts["weather"], counts["kari"], counts["thing"]) == (1, 1, 0)


def test_every_contact_has_a_page_for_frames_a_retracted_one_too() -> None:
    catalog = make_world(
        {CALL: {"date": "2024-02-01", "retracted": {"date": "2024-03-01", "text": {"en": "Made up."}}}}
    )
    assert view(catalog, f"en/events/{CALL}/embed/index.html", EmbedView).event.id == CALL


def test_a_translation_older_than_its_original_is_named_with_the_present_one_on_its_own_page_only() -> None:
    title = {"de": "Ein neuer Anruf", "en": "A call"}
    catalog = make_world(
        {
            CALL: {
                "date": "2024-02-01",
                "title": title,
                "translations": {"en": {"from": "de", "method": "human", "of": {"title": make_stamp("Ein Anruf")}}},
            }
        }
    )
    (stale,) = view(catalog, f"en/events/{CALL}/index.html", EventView).stale_texts
    assert stale.field == "title"
    assert stale.original.texts == (("de", "Ein neuer Anruf"),)
    assert view(catalog, f"de/events/{CALL}/index.html", EventView).stale_texts == ()
