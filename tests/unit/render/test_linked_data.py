"""What pages say in the words of schema.org, read by a processor of JSON-LD against the vocabulary."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from pyld import jsonld
from rdflib.namespace import SDO

from tests.unit.render.outputs_world import AWKWARD, read_as_lines
from tests.unit.render.rendered_world import render_world
from tests.unit.site.world import account, say

VOCABULARY = "http://schema.org/"
TERMS = frozenset(str(term).rpartition("/")[2] for term in dir(SDO))


def load_context(url: str, _options: Mapping[str, Any]) -> dict[str, Any]:
    """What schema.org's own context (release 27.01) says of what pages use; the whole of it is 176 kB.

    As there, terms lie below ``http:``, ``id`` and ``type`` are keywords, addresses are references, days are dates,
    and what is no term would still be taken for one: that it is, is asked of the list of terms.
    """
    assert url == "https://schema.org"
    urls = ("url", "item", "license", "sameAs", "contentUrl", "archivedAt", "eventStatus")
    dates = ("startDate", "endDate", "datePublished", "dateModified")
    context = {
        "type": "@type",
        "id": "@id",
        "@vocab": VOCABULARY,
        **{name: {"@id": f"{VOCABULARY}{name}", "@type": "@id"} for name in urls},
        **{name: {"@id": f"{VOCABULARY}{name}", "@type": f"{VOCABULARY}Date"} for name in dates},
    }
    return {
        "contentType": "application/ld+json",
        "contextUrl": None,
        "documentUrl": url,
        "document": {"@context": context},
    }


def read_graph(page: Any) -> list[dict[str, Any]]:
    (script,) = page.select('script[type="application/ld+json"]')
    expanded = jsonld.expand(json.loads(script.string), {"documentLoader": load_context})
    return list(expanded)


def iter_terms(value: Any) -> Iterator[str]:
    match value:
        case dict():
            for key, inner in value.items():
                if key == "@type":
                    yield from inner if isinstance(inner, list) else [inner]
                elif not key.startswith("@"):
                    yield key
                yield from iter_terms(inner)
        case list():
            for inner in value:
                yield from iter_terms(inner)


EVENTS: dict[str, Any] = {
    "2024-01-01-a": {
        "date": "2024-01-01",
        "time": "10:30 Asia/Baku",
        "duration": "PT1H",
        "title": {"en": AWKWARD},
        "participants": [{"person": "kari", "part": "host"}, {"organisation": "at-mfa"}],
        "readouts": [account("no-mfa", say("fish", quote={"text": "Fisk.", "lang": "no"}), published="2024-01-02")],
        "corrections": [{"date": "2024-02-01", "text": {"en": "It was *noon*."}}],
    },
    "2024-02-b": {"date": "2024-02", "status": "cancelled", "part_of": "2024-01-01-a"},
    "2024-03-01-c": {"date": "2024-03-01", "retracted": {"date": "2024-05-01", "text": {"en": "It never was."}}},
    "2024-04-01-d": {"date": "2024-04-01?"},
}


@pytest.fixture(scope="module")
def rendered() -> Any:
    return render_world(EVENTS)


def test_every_page_uses_terms_of_the_vocabulary_only(rendered: Any) -> None:
    seen: set[str] = set()
    for path in rendered.files:
        page = rendered.page(path)
        if page.select('script[type="application/ld+json"]'):
            seen.update(iter_terms(read_graph(page)))
    assert {term.removeprefix(VOCABULARY) for term in seen} - TERMS == set()
    assert {"Event", "Person", "BreadcrumbList", "Dataset", "DefinedTerm", "NewsArticle"} <= {
        term.removeprefix(VOCABULARY) for term in seen
    }


def find(rendered: Any, path: str, kind: str) -> dict[str, Any]:
    (script,) = rendered.page(path).select('script[type="application/ld+json"]')
    (node,) = (node for node in json.loads(script.string)["@graph"] if node["@type"] == kind)
    return dict(node)


def test_a_contact_is_an_event_with_its_instant_and_its_people_in_their_offices(rendered: Any) -> None:
    event = find(rendered, "en/events/2024-01-01-a/index.html", "Event")
    assert event["name"] == read_as_lines(AWKWARD)
    assert (event["startDate"], event["endDate"]) == ("2024-01-01T10:30+04:00", "2024-01-01T11:30+04:00")
    assert event["organizer"][0]["jobTitle"] == "Minister"
    assert event["@id"] == "tag:example.org,2026:event/2024-01-01-a"


def test_an_account_is_a_work_about_the_contact(rendered: Any) -> None:
    work = find(rendered, "en/events/2024-01-01-a/index.html", "NewsArticle")
    assert work["about"] == {"@id": "tag:example.org,2026:event/2024-01-01-a"}
    assert (work["datePublished"], work["text"]) == ("2024-01-02", ["Fisk."])


def test_a_date_is_as_exact_as_it_is_known(rendered: Any) -> None:
    event = find(rendered, "en/events/2024-02-b/index.html", "Event")
    assert (event["startDate"], event["eventStatus"]) == ("2024-02", "https://schema.org/EventCancelled")
    assert "startDate" not in find(rendered, "en/events/2024-04-01-d/index.html", "Event")


def test_a_retracted_contact_is_no_event_any_more(rendered: Any) -> None:
    page = find(rendered, "en/events/2024-03-01-c/index.html", "WebPage")
    assert page["creativeWorkStatus"] == "Retracted"
    assert page["correction"][0]["text"] == "It never was."
    assert b'"Event"' not in rendered.files["en/events/2024-03-01-c/index.html"]


def test_the_way_from_the_front_page_is_said_in_the_words_of_the_page(rendered: Any) -> None:
    page = find(rendered, "de/personen/kari/index.html", "WebPage")
    assert [(step["name"], step["item"]) for step in page["breadcrumb"]["itemListElement"]] == [
        ("Probe", "https://example.org/trial/de/"),
        ("Personen", "https://example.org/trial/de/personen/"),
        ("Kari Nor", "https://example.org/trial/de/personen/kari/"),
    ]


def test_nothing_in_a_text_can_end_the_element(rendered: Any) -> None:
    source = rendered.files["en/events/2024-01-01-a/index.html"].decode()
    data = source.partition('<script type="application/ld+json">')[2].partition("</script>")[0]
    assert not set("<>&\u2028\u2029") & set(data)


def test_a_citation_is_in_the_head_of_the_page(rendered: Any) -> None:
    page = rendered.page("en/events/2024-01-01-a/index.html")
    found = {meta["name"]: meta["content"] for meta in page.select('meta[name^="citation_"]')}
    assert found["citation_title"] == read_as_lines(AWKWARD)
    assert found["citation_publication_date"] == "2024/02/01"
    assert found["citation_public_url"] == "https://example.org/trial/en/events/2024-01-01-a/"
    assert page.select_one('meta[property="og:type"]')["content"] == "article"
