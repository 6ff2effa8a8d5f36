"""Links, fragments, languages and the sitemap: first that each mistake is found, then that the real site has none."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.built_site import BuiltSite, listed
from tests.validators.links import (
    alternates,
    broken_alternates,
    canonical,
    dead_references,
    sitemap_entries,
    wrong_forms,
)

URL = "https://example.org/a/"
BOTH = f'<link rel="alternate" hreflang="de" href="{URL}de/"><link rel="alternate" hreflang="en" href="{URL}en/">'


def small_site(folder: Path, *, german: str, english: str = "") -> BuiltSite:
    for language, inside in {"de": german, "en": english}.items():
        page = folder / language / "index.html"
        page.parent.mkdir(parents=True)
        head = f'<link rel="canonical" href="{URL}{language}/">{BOTH}'
        page.write_text(f'<!doctype html><html lang="{language}"><head>{head}</head><body>{inside}', encoding="utf-8")
    return BuiltSite(output=folder, url=URL, languages=("de", "en"))


@pytest.mark.parametrize(
    ("link", "why"),
    [
        ("../fr/", "no such file"),
        ("../en/#part", "no such fragment in en/index.html"),
        ("../../elsewhere/", "leads out of the site's folder"),
        ("../en", "no such file"),
        ("#nowhere", "no such fragment in de/index.html"),
        (f"{URL}en/page.html", "no such file"),
    ],
)
def test_a_dead_reference_is_found(tmp_path: Path, link: str, why: str) -> None:
    site = small_site(tmp_path, german=f'<a href="{link}">x</a>')
    assert dead_references(site) == [f"de/index.html: {link}: {why}"]


@pytest.mark.parametrize(
    "link", ["../en/", "../en/#here", "", "?year=2023", "https://example.net/", "mailto:a@example.org"]
)
def test_a_good_reference_is_left_alone(tmp_path: Path, link: str) -> None:
    site = small_site(tmp_path, german=f'<a href="{link}">x</a>', english='<p id="here">')
    assert dead_references(site) == []


@pytest.mark.parametrize("link", [f"{URL}en/", "/a/en/"])
def test_an_absolute_link_into_the_own_site_is_found(tmp_path: Path, link: str) -> None:
    site = small_site(tmp_path, german=f'<a href="{link}">x</a>')
    assert wrong_forms(site) == [f"de/index.html: {link}"]


def test_versions_that_do_not_name_each_other_are_found(tmp_path: Path) -> None:
    site = small_site(tmp_path, german="")
    assert list(broken_alternates(site)) == []
    english = tmp_path / "en/index.html"
    english.write_text(english.read_text(encoding="utf-8").replace('hreflang="de"', 'hreflang="fr"'), encoding="utf-8")
    changed = BuiltSite(output=tmp_path, url=URL, languages=("de", "en"))
    assert list(broken_alternates(changed)) == [
        "de/index.html: en: en/index.html names other versions",
        "en/index.html: fr: de/index.html names other versions",
    ]


def test_every_reference_of_the_real_site_leads_somewhere(real_site: BuiltSite) -> None:
    found = dead_references(real_site)
    assert not found, listed(found)


def test_the_real_site_links_within_itself_relatively(real_site: BuiltSite) -> None:
    # 404.html is shown under any address, so only full paths can work there.
    found = [line for line in wrong_forms(real_site) if not line.startswith("404.html:")]
    assert not found, listed(found)


def test_the_real_sites_languages_name_each_other(real_site: BuiltSite) -> None:
    found = list(broken_alternates(real_site))
    assert not found, listed(found)
    for page in real_site.documents:
        if page.split("/")[0] in real_site.languages and not real_site.is_redirect(page) and "/embed/" not in page:
            assert set(alternates(real_site, page)) - {"x-default"} == set(real_site.languages), page


def test_the_sitemap_names_every_page_once_and_its_versions(real_site: BuiltSite) -> None:
    entries = sitemap_entries(real_site)
    for address, versions in entries.items():
        page = real_site.file_at(address)
        assert page is not None, address
        assert canonical(real_site, page) == address
        assert versions == alternates(real_site, page), address
    own = {
        real_site.address(page)
        for page, document in real_site.documents.items()
        if not document.xpath("//meta[@name='robots'][contains(@content, 'noindex')]")
        and not real_site.is_redirect(page)
        and page != "404.html"
    }
    assert set(entries) == own


def test_robots_are_welcome_and_told_of_the_sitemap(real_site: BuiltSite) -> None:
    lines = (real_site.output / "robots.txt").read_text(encoding="utf-8").splitlines()
    assert f"Sitemap: {real_site.url}sitemap.xml" in lines
    assert "Disallow: /" not in lines
