"""`dragoman report`, and the page of the site that shows the same."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.small_site import EVENT, SmallSite, make_event, make_site

ARCHIVED = ',\n    archived: "https://archive.today/AbCdE"'
OTHER = "content/events/2024/2024-03-01-ports.yaml"


@pytest.fixture
def site(tmp_path: Path) -> SmallSite:
    """A site with an account by one side, a pause in coverage and an unused topic."""
    made = make_site(tmp_path)
    readout = "readouts:\n  - {id: nz, by: nz-ports, kind: press-release, source: gazette}\n"
    event = make_event(("de", "en"), date="2024-03-01", more=readout)
    made.write(
        {
            OTHER: event.replace(ARCHIVED, ""),
            "content/topics/cranes.yaml": "name: {de: Kräne, en: Cranes}\n",
            "content/coverage.yaml": (
                "- publisher: nz-ports\n  since: 2024-01-01\n"
                "  pauses:\n    - {from: 2024-02-10, to: 2024-02-20, reason: {de: Urlaub, en: Holidays}}\n"
            ),
        }
    )
    return made


def test_the_report_is_told_in_sections(site: SmallSite) -> None:
    done = site.call("report")
    assert (done.code, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    assert "  1 contact between sides with an account by one side only:" in lines
    assert "    2024-03-01-ports: Ministers telephone (de)" in lines
    assert "  New Zealand: 2 contacts; 1, 0, 1; 0 sources, 0%" in lines
    assert "  languages: English 2 (100%)" in lines
    assert "    2024-03-01-ports: gazette" in lines
    assert "  nobody was watched: 2024-02-10/2024-02-20" in lines
    assert "    content/topics/cranes.yaml" in lines


def test_long_lists_are_cut_unless_they_are_asked_for(site: SmallSite) -> None:
    for day in range(1, 16):
        site.write({f"content/events/2024/2024-04-{day:02}-a.yaml": make_event(("de", "en"), date=f"2024-04-{day:02}")})
    assert "    … and 6 more (--all shows them)" in site.call("report").stdout
    assert "--all" not in site.call("report", "--all").stdout


def test_json_holds_everything(site: SmallSite) -> None:
    found = json.loads(site.call("report", "--format", "json").stdout)
    assert found["single_account"] == ["2024-03-01-ports"]
    assert found["no_account"] == ["2024-02-01-moana-wirihana"]
    assert found["sources"] == {"all": 2, "online": 2, "archived": 1}
    assert found["languages"] == [{"language": "en", "sources": 2, "share": 1.0}]
    assert found["coverage"]["unwatched"] == ["2024-02-10/2024-02-20"]
    assert found["unused"] == ["content/topics/cranes.yaml"]


def test_errors_of_the_content_are_shown_and_end_it(site: SmallSite) -> None:
    site.change(EVENT, "topics: [harbour-dues]", "topics: [harbor-dues]")
    done = site.call("report")
    assert (done.code, done.stdout) == (1, "")
    assert f"{EVENT}:8:10: error: " in done.stderr


def test_the_page_is_there_but_nothing_leads_to_it(site: SmallSite) -> None:
    assert site.call("build").code == 0
    for language, words in (("de", "Blick in den Spiegel"), ("en", "In the mirror")):
        page = site.page(f"{language}/report/index.html")
        assert page.select_one('meta[name="robots"]')["content"] == "noindex"  # type: ignore[index]
        assert page.select_one("h1").get_text() == words  # type: ignore[union-attr]
        assert "2024-03-01-ports" in str(page)
    assert "/report/" not in (site.output / "sitemap.xml").read_text()
    own = {f"{language}/report/index.html" for language in ("de", "en")}
    links = [
        (name, link["href"])
        for name in site.read_output()
        if name.endswith(".html") and name not in own
        for link in site.page(name).select("a[href]")
    ]
    assert links
    assert not [(name, href) for name, href in links if "report" in str(href).split("/")]
