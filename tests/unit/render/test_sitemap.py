"""The sitemap, robots.txt, and the hints for hosts."""

from __future__ import annotations

from lxml import etree

from dragoman.render.hosting import CONTENT_SECURITY_POLICY, make_host_hints
from dragoman.render.sitemap import make_robots, make_sitemaps
from dragoman.site.addresses import SECTIONS, Addresses
from dragoman.site.plan import plan_pages
from dragoman.site.views import Page
from tests.unit.site.world import FACTS, make_world

ADDRESSES = Addresses(
    url="https://example.org/trial/",
    slugs={language: {section: f"{section}-ü" for section in SECTIONS} for language in ("de", "en")},
)
SITEMAPS = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
XHTML = "{http://www.w3.org/1999/xhtml}"


def plan() -> tuple[Page, ...]:
    catalog = make_world({"2024-01-01-a": {"date": "2024-01-01", "former_ids": ["2024-01-01-b"]}})
    return tuple(plan_pages(catalog, ADDRESSES, (), FACTS))


def read_entries(content: bytes) -> dict[str, dict[str, str]]:
    """Each address with its alternates."""
    root = etree.fromstring(content)
    return {
        url.findtext(f"{SITEMAPS}loc", ""): {
            link.get("hreflang", ""): link.get("href", "") for link in url.iter(f"{XHTML}link")
        }
        for url in root.iter(f"{SITEMAPS}url")
    }


def test_every_page_is_listed_with_its_languages_but_no_redirect() -> None:
    (sitemap,) = make_sitemaps(plan(), ADDRESSES, "de")
    entries = read_entries(sitemap.content)
    german = "https://example.org/trial/de/events-%C3%BC/2024-01-01-a/"
    english = "https://example.org/trial/en/events-%C3%BC/2024-01-01-a/"
    assert entries[german] == entries[english] == {"de": german, "en": english, "x-default": german}
    assert not any("2024-01-01-b" in address or "404" in address for address in entries)


def test_whose_language_is_unknown_is_sent_to_the_default_one() -> None:
    (sitemap,) = make_sitemaps(plan(), ADDRESSES, "de")
    entries = read_entries(sitemap.content)
    assert entries["https://example.org/trial/en/"]["x-default"] == "https://example.org/trial/de/"
    assert "https://example.org/trial/" in entries


def test_too_many_pages_for_one_file_are_divided_and_indexed() -> None:
    (whole,) = make_sitemaps(plan(), ADDRESSES, "de")
    *parts, index = make_sitemaps(plan(), ADDRESSES, "de", longest=10)
    assert index.path == whole.path == "sitemap.xml"
    listed = [element.text for element in etree.fromstring(index.content).iter(f"{SITEMAPS}loc")]
    assert listed == [f"https://example.org/trial/{part.path}" for part in parts]
    together = [address for part in parts for address in read_entries(part.content)]
    assert together == list(read_entries(whole.content))
    assert all(len(read_entries(part.content)) <= 10 for part in parts)


def test_robots_are_led_to_the_sitemap() -> None:
    assert b"\nSitemap: https://example.org/trial/sitemap.xml\n" in make_robots(ADDRESSES).content


def test_hosts_are_asked_for_the_strict_policy_on_every_path() -> None:
    hints = {hint.path: hint.content.decode() for hint in make_host_hints()}
    lines = hints["_headers"].splitlines()
    assert lines[0] == "/*"
    assert all(line.startswith("  ") and ": " in line for line in lines[1:])
    (policy,) = (line for line in lines if "Content-Security-Policy: " in line)
    # What only the search page's own policy allows, the header must not forbid.
    assert CONTENT_SECURITY_POLICY.replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'") in policy
    assert "'unsafe-" not in policy
    assert "frame-ancestors" not in policy  # contacts are made to be embedded
    assert policy.startswith("  Content-Security-Policy: default-src 'none'; ")
    assert hints[".nojekyll"] == ""
